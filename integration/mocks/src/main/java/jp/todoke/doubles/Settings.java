package jp.todoke.doubles;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.todoke.doubles.chukan.LatencyProfile;
import org.jspecify.annotations.Nullable;

/** How the doubles are started: options of the command line first, then the environment, then the defaults. */
public record Settings(String address, int port, @Nullable Path data, LatencyProfile profile, String defaultSecret) {

    /** Fit for a demonstration only: it stands in the source. */
    public static final String DEMO_SECRET = "todokeDemoSecret0000000000000000000001";
    static final int DEFAULT_PORT = 8099;
    static final String USAGE = """
            Usage: java -jar national-doubles-…-boot.jar [--port <0-65535>] [--data <directory>] [--profile zero|demo|realistic] [--address <ip>]
            or by environment: TODOKE_DOUBLES_PORT, TODOKE_DOUBLES_DATA, TODOKE_DOUBLES_PROFILE, TODOKE_DOUBLES_ADDRESS,
            TODOKE_DOUBLES_CLIENT_SECRET (secret of the built-in client, at least 32 characters).
            Without --data a small built-in set of persons answers; see README.md.""";
    private static final List<String> OPTIONS = List.of("port", "data", "profile", "address");

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
            String value = environment.get("TODOKE_DOUBLES_" + option.toUpperCase(Locale.ROOT));
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
        return new Settings(given.getOrDefault("address", "127.0.0.1"), port(given.get("port")), directory(given.get("data")),
                profile(given.get("profile")),
                environment.getOrDefault("TODOKE_DOUBLES_CLIENT_SECRET", DEMO_SECRET));
    }

    private static int port(@Nullable String value) {
        if (value == null) {
            return DEFAULT_PORT;
        }
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65_535) {
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
        throw new Unusable("profile must be zero, demo or realistic");
    }

    @Override
    public String toString() {
        return "Settings[" + address + ":" + port + ", " + profile + "]";
    }
}
