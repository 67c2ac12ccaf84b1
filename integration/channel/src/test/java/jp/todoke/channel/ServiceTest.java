package jp.todoke.channel;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import jp.todoke.channel.testing.SettableClock;
import jp.todoke.local.postgres.Database;
import jp.todoke.local.postgres.EmbeddedCluster;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One context and one database for all tests of the module; every test begins with empty tables. */
@SpringBootTest(classes = ThingService.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class ServiceTest {
    static final String HERE = "139998";
    static final String NEIGHBOUR = "139980";
    static final Surroundings SURROUNDINGS = new Surroundings();
    static final Database DATABASE = EmbeddedCluster.forTests().newDatabase();
    /** The services' way to the database, which a test may cut. */
    static final Relay LINE = new Relay(databasePort());

    @LocalServerPort
    int port;
    @LocalManagementPort
    int managementPort;
    @Autowired
    @Qualifier("outbox")
    WorkQueue outboxQueue;
    @Autowired
    SettableClock clock;
    @Autowired
    StatusHandler handler;

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry properties) {
        properties.add("todoke.service", () -> "benefits");
        properties.add("todoke.issuer-uri", SURROUNDINGS.issuer::url);
        properties.add("todoke.token-uri", () -> SURROUNDINGS.url() + "/oauth2/token");
        properties.add("todoke.client.id", () -> "benefits-service");
        properties.add("todoke.client.secret", () -> "secret");
        properties.add("todoke.integration.url", SURROUNDINGS::url);
        properties.add("todoke.crypto.key-id", () -> "k1");
        properties.add("todoke.crypto.keys.k1", () -> "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
        properties.add("todoke.work-queues.automatic", () -> "false");
        properties.add("todoke.db.url", () -> DATABASE.jdbcUrl().replace(":" + databasePort() + "/", ":" + LINE.port() + "/"));
        for (String role : new String[]{"app", "owner", "dispatch"}) {
            properties.add("todoke.db." + role + ".user", () -> DATABASE.user("benefits_" + role));
            properties.add("todoke.db." + role + ".password", () -> DATABASE.password("benefits_" + role));
        }
        properties.add("spring.flyway.locations", () -> "classpath:db/channel,classpath:db/test");
    }

    private static int databasePort() {
        return URI.create(DATABASE.jdbcUrl().substring("jdbc:".length())).getPort();
    }

    @BeforeEach
    void emptyTables() throws SQLException {
        SURROUNDINGS.servicePort = port;
        SURROUNDINGS.way = Surroundings.Way.OPEN;
        SURROUNDINGS.delivered.clear();
        handler.handled.clear();
        handler.failing = false;
        try (Connection connection = DATABASE.connectAsSuperuser(); var statement = connection.createStatement()) {
            statement.execute("truncate benefits.outbox, benefits.inbox, benefits.idempotency_key, benefits.thing");
        }
    }

    /** The first column of a query that sees all tenants. */
    static List<String> query(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = DATABASE.connectAsSuperuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    long count(String table) throws SQLException {
        try (Connection connection = DATABASE.connectAsSuperuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(1) from benefits." + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return token == null ? builder : builder.header("Authorization", "Bearer " + token);
    }

    HttpRequest.Builder management(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return Surroundings.HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path, String token) {
        return send(request(path, token));
    }

    HttpResponse<String> add(String key, String json, String token) {
        return send(request("/api/v1/things", token).header("Idempotency-Key", key).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    static String writer(String municipality) {
        return SURROUNDINGS.token("caseworker", municipality, "things:read things:write");
    }
}
