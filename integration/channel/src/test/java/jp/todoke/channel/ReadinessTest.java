package jp.todoke.channel;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Readiness follows the database and its schema; liveness follows nobody. */
@DirtiesContext
class ReadinessTest extends ServiceTest {
    private static final Relay LINE = new Relay(port(DATABASE.jdbcUrl()));

    @DynamicPropertySource
    static void throughTheLine(DynamicPropertyRegistry properties) {
        properties.add("todoke.db.url", () -> DATABASE.jdbcUrl().replace(":" + port(DATABASE.jdbcUrl()) + "/", ":" + LINE.port() + "/"));
    }

    private static int port(String url) {
        return Integer.parseInt(url.replaceAll(".*:([0-9]+)/.*", "$1"));
    }

    @AfterEach
    void mendTheSchema() throws SQLException {
        change("update benefits.flyway_schema_history set success = true where not success");
    }

    @Test
    void aDatabaseThatIsAwayTakesOutOfServiceUntilItIsBack() {
        assertEquals(200, readiness());

        LINE.cut();
        await().until(() -> readiness() == 503);
        assertEquals(200, send(management("/actuator/health/liveness")).statusCode());
        String health = send(management("/actuator/health/readiness")).body();
        assertTrue(health.contains("\"database\":{\"status\":\"DOWN\"}"), health);

        LINE.mend();
        await().until(() -> readiness() == 200);
    }

    @Test
    void aSchemaThatLacksAMigrationIsNotReady() throws SQLException {
        change("update benefits.flyway_schema_history set success = false where version = '0002'");

        assertEquals(503, readiness());
    }

    private int readiness() {
        return send(management("/actuator/health/readiness")).statusCode();
    }

    private static void change(String sql) throws SQLException {
        try (var connection = DATABASE.connectAsSuperuser(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
