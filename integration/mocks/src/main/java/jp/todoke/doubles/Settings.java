package jp.todoke.doubles;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import jp.todoke.doubles.chukan.LatencyProfile;
import jp.todoke.doubles.control.Control;
import org.jspecify.annotations.Nullable;

/** How the doubles are started: options of the command line first, then the environment, then the defaults. */
public record Settings(String address, int port, @Nullable Path data, LatencyProfile profile, String defaultSecret,
        Administration administration) {

    /**
     * What whoever runs the doubles may do and see.
     *
     * @param port null: there is no administration; 0: any free port
     */
    public record Administration(@Nullable Integer port, @Nullable String token, Control.Keeping keeping) {

        static final Administration NONE = new Administration(null, null, new Control.Keeping(0, 0, true));

        @Override
        public String toString() {
            return "Administration[" + port + "]";
        }
    }

    /** Without administration, and nothing kept. */
    public Settings(String address, int port, @Nullable Path data, LatencyProfile profile, String defaultSecret) {
        this(address, port, data, profile, defaultSecret, Administration.NONE);
    }

    /** Fit for a demonstration only: it stands in the source. */
    public static final String DEMO_SECRET = "todokeDemoSecret0000000000000000000001";
    static final int DEFAULT_PORT = 8099;
    static final String USAGE = """
            Usage: java -jar national-doubles-…-boot.jar [--port <0-65535>] [--data <directory>] [--profile zero|slow|demo|realistic] [--address <ip>]
              [--admin-port <0-65535>] [--journal <requests>] [--counted <keys>] [--log requests|none]
            or by environment: TODOKE_DOUBLES_PORT, …_DATA, …_PROFILE, …_ADDRESS, …_ADMIN_PORT, …_JOURNAL, …_COUNTED, …_LOG,
            TODOKE_DOUBLES_CLIENT_SECRET (secret of the built-in client, at least 32 characters), TODOKE_DOUBLES_ADMIN_TOKEN.
            Without --data a small built-in set of persons answers; see README.md.""";
    private static final List<String> OPTIONS = List.of("port", "data", "profile", "address", "admin-port", "journal", "counted", "log");
    private static final int JOURNAL = 2_000;
    private static final int COUNTED = 100_000;

    /** Settings that cannot be used; the message is for the screen. */
    static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unusable(String message) {
            super(message);
        }
    }

    static Settings of(List<String> arguments, Map<String, String> environment) {
        Map<String, String> given = new HashMap<>();
        for (String option : OPTIONS) {
            String value = environment.get("TODOKE_DOUBLES_" + option.toUpperCase(Locale.ROOT).replace('-', '_'));
            if (value != null && !value.isBlank()) {
                given.put(option, value);
            }
        }
        for (int i = 0; i < arguments.size(); i += 2) {
            String option = arguments.get(i).replaceFirst("^--", "");
            if (!arguments.get(i).startsWith("--") || !OPTIONS.contains(option) || i + 1 == arguments.size()) {
                throw new Unusable("not understood: " + arguments.get(i));
            }
            given.put(option, arguments.get(i + 1));
        }
        return new Settings(given.getOrDefault("address", "127.0.0.1"), given.containsKey("port") ? port(given.get("port")) : DEFAULT_PORT,
                directory(given.get("data")),
                profile(given.get("profile")),
                environment.getOrDefault("TODOKE_DOUBLES_CLIENT_SECRET", DEMO_SECRET), administration(given, environment));
    }

    /** Without a port for it nobody could ask for what is kept. */
    private static Administration administration(Map<String, String> given, Map<String, String> environment) {
        String log = given.getOrDefault("log", "requests");
        if (!log.equals("requests") && !log.equals("none")) {
            throw new Unusable("log must be requests or none");
        }
        boolean open = given.containsKey("admin-port");
        String token = environment.get("TODOKE_DOUBLES_ADMIN_TOKEN");
        return new Administration(open ? port(given.get("admin-port")) : null, token == null || token.isBlank() ? null : token,
                new Control.Keeping(open ? number("journal", given, JOURNAL) : 0, open ? number("counted", given, COUNTED) : 0,
                        log.equals("requests")));
    }

    private static int number(String option, Map<String, String> given, int otherwise) {
        String value = given.getOrDefault(option, Integer.toString(otherwise));
        if (!value.matches("[0-9]{1,7}")) {
            throw new Unusable(option + " must be 0 to 9999999");
        }
        return Integer.parseInt(value);
    }

    private static int port(@Nullable String value) {
        if (!Objects.requireNonNullElse(value, "").matches("[0-9]{1,5}") || Integer.parseInt(Objects.requireNonNull(value)) > 65_535) {
            throw new Unusable("port must be 0 to 65535");
        }
        return Integer.parseInt(value);
    }

    private static @Nullable Path directory(@Nullable String value) {
        if (value != null && !Files.isDirectory(Path.of(value))) {
            throw new Unusable("data is not a directory: " + value);
        }
        return value == null ? null : Path.of(value);
    }

    private static LatencyProfile profile(@Nullable String value) {
        for (LatencyProfile profile : LatencyProfile.values()) {
            if (profile.name().toLowerCase(Locale.ROOT).equals(value == null ? "demo" : value)) {
                return profile;
            }
        }
        throw new Unusable("profile must be zero, slow, demo or realistic");
    }

    @Override
    public String toString() {
        return "Settings[" + address + ":" + port + ", " + profile + "]";
    }
}
