package jp.todoke.integration;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jp.todoke.channel.WorkQueue;
import jp.todoke.channel.testing.SettableClock;
import jp.todoke.channel.testing.TokenIssuer;
import jp.todoke.doubles.NationalDoubles;
import jp.todoke.doubles.Settings;
import jp.todoke.doubles.chukan.LatencyProfile;
import jp.todoke.doubles.control.Control;
import jp.todoke.local.postgres.Database;
import jp.todoke.local.postgres.EmbeddedCluster;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One context, one database, the real doubles behind a line; every test begins with empty tables and drives the queue by hand. */
@SpringBootTest(classes = IntegrationService.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(IntegrationTest.OneClock.class)
public abstract class IntegrationTest {
    public static final String HERE = "139998";
    public static final String NEIGHBOUR = "139980";
    /** The service and the national doubles look at the same one. */
    protected static final SettableClock CLOCK = new SettableClock();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final TokenIssuer ISSUER = new TokenIssuer();
    /** Of the doubles' counts. */
    private static final int KEYS = 10_000;
    protected static final Database DATABASE = EmbeddedCluster.forTests().newDatabase();
    private static final NationalDoubles DOUBLES = NationalDoubles.start(
            new Settings("127.0.0.1", 0, Portal.DATA, LatencyProfile.ZERO, Settings.DEMO_SECRET,
                    new Settings.Administration(0, null, new Control.Keeping(0, KEYS, true))),
            CLOCK);
    protected static final Line LINE = new Line(DOUBLES.port());

    @LocalServerPort
    int port;
    @Autowired
    @Qualifier("inquiry")
    protected WorkQueue inquiries;
    @Autowired
    @Qualifier("inquiry-files")
    protected WorkQueue inquiryFiles;

    @TestConfiguration(proxyBeanMethods = false)
    static class OneClock {
        @Bean
        Clock clock() {
            return CLOCK;
        }
    }

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry properties) {
        properties.add("server.address", () -> "127.0.0.1");
        properties.add("todoke.test-system", () -> "true");
        properties.add("todoke.business-date", () -> "2026-11-16");
        properties.add("todoke.issuer-uri", ISSUER::url);
        properties.add("todoke.token-uri", () -> ISSUER.url() + "/oauth2/token");
        properties.add("todoke.client.id", () -> "integration");
        properties.add("todoke.client.secret", () -> "secret");
        properties.add("todoke.benefits.url", ISSUER::url);
        properties.add("todoke.work-queues.automatic", () -> "false");
        properties.add("todoke.db.url", DATABASE::jdbcUrl);
        for (String role : new String[]{"app", "owner", "dispatch"}) {
            properties.add("todoke.db." + role + ".user", () -> DATABASE.user("linkage_" + role));
            properties.add("todoke.db." + role + ".password", () -> DATABASE.password("linkage_" + role));
        }
        properties.add("todoke.peers.auth.url", () -> "http://127.0.0.1:" + DOUBLES.port());
        properties.add("todoke.peers.chukan.url", LINE::url);
        properties.add("todoke.peers.juki.url", LINE::url);
        properties.add("todoke.peers.atena.url", LINE::url);
        properties.add("todoke.peers.togo.url", LINE::url);
        properties.add("todoke.peers.bank.url", LINE::url);
        properties.add("todoke.peers.myna.url", LINE::url);
        properties.add("todoke.intake.portal.municipalities", () -> HERE + "," + NEIGHBOUR);
        properties.add("todoke.intake.portal.back-feed", () -> HERE);
        properties.add("todoke.peers.client-id", () -> "todokeIntegration000000000000001");
        properties.add("todoke.peers.client-secret", () -> Settings.DEMO_SECRET);
        properties.add("todoke.peers.timeouts.read", () -> "PT3S");
        properties.add("todoke.crypto.key-id", () -> "k1");
        properties.add("todoke.crypto.keys.k1", () -> "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
        properties.add("todoke.inquiry.poll-floor", () -> "PT0.05S");
        properties.add("todoke.rounds.poll-floor", () -> "PT0.05S");
        properties.add("todoke.rounds.lines-per-file", () -> "5");
        properties.add("todoke.inquiry.health-every", () -> "PT0S");
        properties.add("todoke.comparison.page", () -> "25");
        properties.add("todoke.inquiry.window.calendar", () -> "false");
    }

    @BeforeEach
    void emptyTables() throws SQLException {
        LINE.clear();
        // Whoever was left alone for a while in an earlier test is asked again.
        CLOCK.advance(Duration.ofMinutes(5));
        try (Connection connection = DATABASE.connectAsSuperuser(); var statement = connection.createStatement()) {
            statement.execute(
                    """
                            truncate linkage.outbox, linkage.inbox, linkage.idempotency_key, linkage.intake_package, linkage.inquiry, linkage.inquiry_answer,
                              linkage.provision_record, linkage.linkage_code,
                              linkage.inquiry_round, linkage.inquiry_round_line, linkage.inquiry_file, linkage.inquiry_file_stray,
                              linkage.record_chain, linkage.record_seal, linkage.record_archive, linkage.record_view,
                              linkage.portal_watch, linkage.portal_application, linkage.portal_report, linkage.intake_import, linkage.intake_import_row,
                              linkage.intake_view, linkage.network_comparison, linkage.network_difference, linkage.inquiry_former_receipt""");
        }
    }

    /** Where the doubles are administered. */
    protected static String administration() {
        return "http://127.0.0.1:" + DOUBLES.adminPort();
    }

    protected static String token(String subject, String municipality, String scope) {
        return ISSUER.token(subject, municipality, scope);
    }

    protected HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).header("Authorization", "Bearer " + token);
    }

    protected HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    protected static <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return HTTP.send(request.build(), body);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Delivers an envelope as benefits-service does. */
    protected int deliver(String id, String type, String key, String payload) {
        String envelope = """
                {"id":"%s","type":"%s","municipalityCode":"%s","key":"%s","occurredAt":"2026-11-16T09:30:00+09:00","schemaVersion":1,"payload":%s}"""
                .formatted(id, type, HERE, key, payload);
        return send(request("/linkage/v1/messages", ISSUER.token("benefits-service", null, "linkage:send"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(envelope))).statusCode();
    }

    /** The first column of a query that sees all tenants. */
    protected static List<String> query(String sql) {
        try (Connection connection = DATABASE.connectAsSuperuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    protected static void change(String sql) {
        try (Connection connection = DATABASE.connectAsSuperuser(); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
