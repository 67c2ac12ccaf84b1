package jp.todoke.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import jp.todoke.local.postgres.Database;
import jp.todoke.local.postgres.EmbeddedCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real programs, laid out as in their images, with the environment that the manifests give them. */
class ServicesIT {
    private static final int PATIENCE = 100;
    private static HttpServer issuer;
    @TempDir
    Path folder;

    /** A process that has never seen the issuer's keys is not ready. */
    @BeforeAll
    static void anIssuer() throws Exception {
        byte[] keys = new JWKSet(new ECKeyGenerator(Curve.P_256).keyID("k").generate()).toString().getBytes(StandardCharsets.UTF_8);
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/oauth2/jwks", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        issuer.start();
    }

    @AfterAll
    static void noIssuer() {
        issuer.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"benefits-service, benefits-service/service, benefits", "integration, integration/routes, linkage"})
    void serveWithoutTheOwnerOnceTheJobHasMigrated(String service, String module, String schema) throws Exception {
        Database database = EmbeddedCluster.forTests().newDatabase();
        Dockerfile.Image image = Dockerfile.of("service.Dockerfile").build(jarOf(module), Manifests.K8S.getParent(), folder);
        List<String> laidOut = filesOf(image);
        Map<String, String> serving = environmentOf("Deployment", service, service, database, schema);
        Map<String, String> migrating = environmentOf("Job", "migration", service, database, schema);

        refuses(image, serving, "schema " + schema + " is missing or older than this build");

        assertEquals("0", run(image, migrating), "migrates");
        assertEquals("0", run(image, migrating), "migrates again");
        answersReady(image, serving);
        assertEquals(laidOut, filesOf(image), "wrote into its image");

        forgetLatestMigration(database, schema);
        refuses(image, serving, "schema " + schema + " is missing or older than this build");
    }

    @Test
    void theGatewayServes() throws Exception {
        Dockerfile.Image image = Dockerfile.of("service.Dockerfile").build(jarOf("gateway"), Manifests.K8S.getParent(), folder);

        answersReady(image, environmentOf("Deployment", "gateway", "gateway", EmbeddedCluster.forTests().database(), "-"));
    }

    @Test
    void everyImageOfTheManifestsHasItsJar() throws IOException {
        Map<String, String> modules = Map.of("gateway", "gateway", "benefits-service", "benefits-service/service", "integration",
                "integration/routes", "migration", "k8s/migration", "national-doubles", "integration/mocks");
        for (var workload : Manifests.of("local").workloads()) {
            for (JsonNode container : workload.containers()) {
                jarOf(modules.get(EnvironmentOfContainers.programOf(container)));
            }
        }
    }

    private static String jarOf(String module) throws IOException {
        Path target = Manifests.K8S.getParent().resolve(module).resolve("target");
        try (var files = Files.list(target)) {
            return Manifests.K8S.getParent()
                    .relativize(files.filter(file -> file.toString().endsWith("-boot.jar")).findFirst().orElseThrow()).toString();
        }
    }

    /** What a pod of the local overlay would get, but for what is elsewhere here: database, its passwords, ports. */
    private static Map<String, String> environmentOf(String kind, String workload, String program, Database database, String schema)
            throws IOException {
        Manifests manifests = Manifests.of("local");
        Map<String, String> environment = new TreeMap<>();
        JsonNode container = manifests.workloads().stream().filter(made -> made.kind().equals(kind) && made.name().equals(workload))
                .flatMap(made -> made.containers().stream()).filter(made -> EnvironmentOfContainers.programOf(made).equals(program))
                .findFirst().orElseThrow();
        for (JsonNode variable : container.path("env")) {
            JsonNode config = variable.at("/valueFrom/configMapKeyRef");
            JsonNode secret = variable.at("/valueFrom/secretKeyRef");
            String name = variable.path("name").asText();
            if (secret.path("name").asText().equals("database-passwords")) {
                environment.put(name, database.password(secret.path("key").asText()));
            } else if (!secret.isMissingNode()) {
                String value = manifests.find("Secret", secret.path("name").asText()).orElseThrow().path("data")
                        .path(secret.path("key").asText()).asText();
                environment.put(name, new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8));
            } else if (!config.isMissingNode()) {
                environment.put(name, manifests.find("ConfigMap", config.path("name").asText()).orElseThrow().path("data")
                        .path(config.path("key").asText()).asText());
            } else {
                environment.put(name, variable.path("value").asText());
            }
        }
        if (environment.containsKey("TODOKE_DB_URL")) {
            environment.put("TODOKE_DB_URL", database.jdbcUrl());
        }
        environment.replace("TODOKE_JWK_SET_URI", "http://127.0.0.1:" + issuer.getAddress().getPort() + "/oauth2/jwks");
        environment.replace("SERVER_PORT", Integer.toString(freePort()));
        environment.replace("MANAGEMENT_SERVER_PORT", Integer.toString(freePort()));
        return environment;
    }

    private Process start(Dockerfile.Image image, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(image.entrypoint());
        command.set(0, Dockerfile.java().toString());
        // The heap is a share of the container's memory, which is this machine's here.
        command.addAll(1,
                List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp"))));
        var builder = new ProcessBuilder(command).directory(image.application().toFile()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    private String run(Dockerfile.Image image, Map<String, String> environment) throws Exception {
        Process process = start(image, environment);
        if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return "no end: " + log();
        }
        return process.exitValue() == 0 ? "0" : process.exitValue() + ": " + log();
    }

    private void refuses(Dockerfile.Image image, Map<String, String> environment, String message) throws Exception {
        String ended = run(image, environment);
        assertTrue(ended.startsWith("1: ") && ended.contains(message), ended);
        assertFalse(ended.contains("\tat "), "says it without a stack trace: " + ended);
    }

    private void answersReady(Dockerfile.Image image, Map<String, String> environment) throws Exception {
        Process process = start(image, environment);
        URI readiness = URI.create("http://127.0.0.1:" + environment.get("MANAGEMENT_SERVER_PORT") + "/actuator/health/readiness");
        String answer = "";
        try (HttpClient http = HttpClient.newHttpClient()) {
            long deadline = System.nanoTime() + Duration.ofSeconds(PATIENCE).toNanos();
            while (process.isAlive() && !answer.startsWith("200") && System.nanoTime() < deadline) {
                try {
                    var response = http.send(HttpRequest.newBuilder(readiness).build(), HttpResponse.BodyHandlers.ofString());
                    answer = response.statusCode() + " " + response.body();
                } catch (IOException e) {
                    answer = e.toString();
                }
                process.waitFor(100, TimeUnit.MILLISECONDS);
            }
        } finally {
            process.destroy();
            assertTrue(process.waitFor(PATIENCE, TimeUnit.SECONDS));
        }
        assertTrue(answer.startsWith("200") && answer.contains("UP"), answer + "\n" + log());
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    private static void forgetLatestMigration(Database database, String schema) throws SQLException {
        try (Connection connection = database.connectAsSuperuser(); var statement = connection.createStatement()) {
            assertEquals(1,
                    statement.executeUpdate(
                            "delete from " + schema + ".flyway_schema_history where version = (select max(version) from " + schema
                                    + ".flyway_schema_history)"));
        }
    }

    private static List<String> filesOf(Dockerfile.Image image) throws IOException {
        try (var files = Files.walk(image.root())) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
