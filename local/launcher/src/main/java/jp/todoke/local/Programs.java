package jp.todoke.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.todoke.local.issuer.Issuer;
import jp.todoke.local.issuer.SystemClient;
import jp.todoke.local.postgres.Database;
import jp.todoke.local.processes.Ports;
import jp.todoke.local.processes.Program;
import jp.todoke.local.processes.Unpacked;
import jp.todoke.local.sample.Sample;
import jp.todoke.local.traces.TraceSink;

/** The child processes and their configuration: environment variables only, the same ones as on any other machine. */
public final class Programs {
    private static final String READINESS = "/actuator/health/readiness";
    /** The client that the doubles know without a file of clients. */
    static final String PEER_CLIENT = "todokeIntegration000000000000001";
    /** Executable jars: module to artifact. */
    static final Map<String, String> JARS = Map.of("benefits-service/service", "benefits-service", "integration/routes",
            "integration-routes", "gateway",
            "gateway", "integration/mocks", "national-doubles");
    /** Enough for batches of any length: they are answered as they stream by. */
    public static final int BENEFITS_HEAP_MB = 256;
    /** Compiles quickly and not well. */
    private static final String QUICK = "-XX:TieredStopAtLevel=1";
    private final Options options;
    private final Map<String, Integer> ports;
    private final Secrets secrets;

    Programs(Options options, Map<String, Integer> ports, Secrets secrets) {
        this.options = options;
        this.ports = ports;
        this.secrets = secrets;
    }

    Program doubles() {
        Map<String, String> environment = new HashMap<>();
        environment.put("TODOKE_DOUBLES_PORT", Integer.toString(port(ProcessNames.DOUBLES)));
        environment.put("TODOKE_DOUBLES_PROFILE", options.latency());
        environment.put("TODOKE_DOUBLES_CLIENT_SECRET", secrets.ofPeers());
        environment.put("TODOKE_DOUBLES_ADMIN_PORT", Integer.toString(port(ProcessNames.DOUBLES_ADMIN)));
        environment.put("TODOKE_DOUBLES_ADMIN_TOKEN", secrets.ofDoubles());
        if (options.underLoad()) {
            environment.put("TODOKE_DOUBLES_LOG", "none");
            environment.put("TODOKE_DOUBLES_JOURNAL", "0");
        }
        if (options.load() != Options.Load.ANYBODY) {
            Sample.writeDoublesData(options.places().doublesData());
            environment.put("TODOKE_DOUBLES_DATA", options.places().doublesData().toString());
        }
        return new Program(ProcessNames.DOUBLES, jar("integration/mocks"), served("192m"), environment,
                port(ProcessNames.DOUBLES), "/health");
    }

    Program gateway() {
        Map<String, String> settings = peers("auth");
        if (options.underLoad()) {
            // One client of one city asks as fast as it can there: what is measured is the gateway, not how it refuses.
            settings.put("todoke.gateway.rate.enabled", "false");
        }
        return new Program(ProcessNames.GATEWAY, jar("gateway"), served("256m"),
                service(ProcessNames.GATEWAY, settings),
                port(ProcessNames.management(ProcessNames.GATEWAY)), READINESS);
    }

    Program benefits(Database database) {
        Map<String, String> settings = withDatabase(database, "benefits");
        settings.putAll(client(SystemClient.BENEFITS_SERVICE));
        // The doubles say the same in each round: nobody waits a day for it here.
        settings.put("todoke.questions.pause", "PT0.2S");
        return new Program(ProcessNames.BENEFITS, jar("benefits-service/service"), served(BENEFITS_HEAP_MB + "m"),
                service(ProcessNames.BENEFITS, settings), port(ProcessNames.management(ProcessNames.BENEFITS)), READINESS);
    }

    Program integration(Database database) {
        Map<String, String> settings = withDatabase(database, "linkage");
        settings.putAll(client(SystemClient.INTEGRATION));
        settings.putAll(peers("auth", "chukan", "juki", "atena", "togo", "bank", "myna"));
        // The doubles answer within a second; the usual distance between two polls and the usual leases are for real peers.
        settings.put("todoke.inquiry.poll-floor", "PT0.05S");
        settings.put("todoke.rounds.poll-floor", "PT0.5S");
        settings.put("todoke.inquiry.window.calendar", "false");
        settings.put("todoke.inquiry.lease", "PT15S");
        settings.put("todoke.linkage-code.first-poll", "PT0.5S");
        settings.put("todoke.linkage-code.lease", "PT15S");
        settings.putAll(options.inquiries());
        List<String> jvm = new ArrayList<>(served("384m"));
        // Camel reads this as a system property only.
        jvm.add("-Dcamel.threads.virtual.enabled=true");
        return new Program(ProcessNames.INTEGRATION, jar("integration/routes"), jvm,
                service(ProcessNames.INTEGRATION, settings), port(ProcessNames.management(ProcessNames.INTEGRATION)), READINESS);
    }

    /** A second process of a program, with ports of its own: it shares the work and takes no requests. */
    static Program second(Program first) {
        Map<String, String> environment = new HashMap<>(first.environment());
        int management = Ports.free();
        environment.put(variable("server.port"), Integer.toString(Ports.free()));
        environment.put(variable("management.server.port"), Integer.toString(management));
        return new Program(first.name() + "-2", first.jar(), first.options(), environment, management, first.readiness());
    }

    /**
     * Short-lived and small: start-up counts more than peak speed. Without a size to begin with, the JVM would take the
     * whole heap at once on a machine with much memory.
     */
    public static List<String> jvm(String heap) {
        return List.of("-XX:+UseSerialGC", QUICK, "-Xms32m", "-Xmx" + heap, "-Duser.timezone=Asia/Tokyo",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8");
    }

    /**
     * The launcher as a process of its own, from a copy: a later build overwrites the jar, and the process must still find
     * its classes to stop everything. Empty where this process does not run from its jar, as in tests.
     */
    public static Optional<Program> launcher(Places places) {
        Path jar = Path.of(System.getProperty("java.class.path"));
        if (!jar.toString().endsWith("-boot.jar")) {
            return Optional.empty();
        }
        List<String> options = new ArrayList<>(jvm("256m"));
        options.add("-Dtodoke.root=" + places.root());
        return Optional.of(new Program(ProcessNames.LAUNCHER, Unpacked.of(jar, places.programs()), options, Map.of(), 0, ""));
    }

    /** As {@link #jvm}, but for a long load: with the compiler that takes its time, and the whole heap from the beginning. */
    private List<String> served(String heap) {
        if (!options.underLoad()) {
            return jvm(heap);
        }
        return jvm(heap).stream().filter(option -> !option.equals(QUICK)).map(option -> option.startsWith("-Xms") ? "-Xms" + heap : option)
                .toList();
    }

    private Map<String, String> peers(String... asked) {
        Map<String, String> settings = new HashMap<>();
        for (String peer : asked) {
            settings.put("todoke.peers." + peer + ".url", url(ProcessNames.DOUBLES));
        }
        settings.put("todoke.peers.client-id", PEER_CLIENT);
        settings.put("todoke.peers.client-secret", secrets.ofPeers());
        return settings;
    }

    private Map<String, String> client(String id) {
        return Map.of("todoke.client.id", id, "todoke.client.secret", secrets.ofClient(id), "todoke.token-uri",
                url(ProcessNames.ISSUER) + "/oauth2/token");
    }

    private Map<String, String> withDatabase(Database database, String service) {
        Map<String, String> settings = new HashMap<>();
        settings.put("todoke.db.url", database.jdbcUrl());
        for (String role : List.of("app", "owner", "dispatch")) {
            settings.put("todoke.db." + role + ".user", database.user(service + "_" + role));
            settings.put("todoke.db." + role + ".password", database.password(service + "_" + role));
        }
        // Here a delivery takes milliseconds: the message of a killed process need not wait for a minute.
        settings.put("todoke.work-queues.outbox-lease", "PT10S");
        settings.put("todoke.crypto.key-id", Secrets.CRYPTO_KEY_ID);
        settings.put("todoke.crypto.keys." + Secrets.CRYPTO_KEY_ID, secrets.cryptoKey());
        return settings;
    }

    private Map<String, String> service(String name, Map<String, String> own) {
        Map<String, String> settings = new HashMap<>(own);
        settings.put("server.port", Integer.toString(port(name)));
        settings.put("server.address", "127.0.0.1");
        settings.put("management.server.port", Integer.toString(port(ProcessNames.management(name))));
        settings.put("management.server.address", "127.0.0.1");
        if (!options.underLoad()) {
            settings.put("management.opentelemetry.tracing.export.otlp.endpoint", url(ProcessNames.TRACES) + TraceSink.PATH);
            settings.put("management.opentelemetry.tracing.export.schedule-delay", "1s");
            settings.put("management.tracing.sampling.probability", "1.0");
        }
        settings.put("todoke.issuer-uri", url(ProcessNames.ISSUER));
        settings.put("todoke.jwk-set-uri", url(ProcessNames.ISSUER) + "/oauth2/jwks");
        settings.put("todoke.test-system", "true");
        settings.put("todoke.business-date", options.businessDate().toString());
        settings.putIfAbsent("todoke.benefits.url", url(ProcessNames.BENEFITS));
        settings.put("todoke.integration.url", url(ProcessNames.INTEGRATION));
        settings.put("spring.main.banner-mode", "off");
        Map<String, String> environment = new HashMap<>();
        settings.forEach((property, value) -> environment.put(variable(property), value));
        return environment;
    }

    /** The environment variable that Spring reads for a property. */
    static String variable(String property) {
        return property.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private Path jar(String module) {
        return options.places().jar(module, JARS.getOrDefault(module, module));
    }

    private int port(String name) {
        return ports.getOrDefault(name, 0);
    }

    private String url(String name) {
        return Issuer.uriAt(port(name)).toString();
    }
}
