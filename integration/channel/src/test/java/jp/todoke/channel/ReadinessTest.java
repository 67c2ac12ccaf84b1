package jp.todoke.channel;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Readiness follows the database and its schema; liveness follows nobody. */
class ReadinessTest extends ServiceTest {
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
        change("update benefits.flyway_schema_history set success = false where version = '0300'");

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
