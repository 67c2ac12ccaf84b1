package jp.todoke.local;

import java.util.List;
import java.util.stream.Stream;

/** Names of processes, as they stand in logs, commands and figures. */
public final class ProcessNames {
    public static final String LAUNCHER = "launcher";
    public static final String ISSUER = "issuer";
    public static final String POSTGRES = "postgres";
    public static final String GATEWAY = "gateway";
    public static final String BENEFITS = "benefits-service";
    public static final String INTEGRATION = "integration";
    public static final String DOUBLES = "national-doubles";

    /** What takes the traces; in the launcher's own process. */
    public static final String TRACES = "traces";

    /** Where the doubles are administered; a second port of theirs. */
    public static final String DOUBLES_ADMIN = DOUBLES + "-admin";

    /** Those with a second port, for health and metrics. */
    static final List<String> MANAGED = List.of(GATEWAY, BENEFITS, INTEGRATION);
    static final List<String> WITH_PORT = Stream
            .concat(Stream.of(GATEWAY, ISSUER, POSTGRES, BENEFITS, INTEGRATION, DOUBLES, DOUBLES_ADMIN, TRACES),
                    MANAGED.stream().map(ProcessNames::management))
            .toList();

    private ProcessNames() {}

    /** The name under which the management port of a process stands among the ports. */
    public static String management(String process) {
        return process + "-management";
    }
}
