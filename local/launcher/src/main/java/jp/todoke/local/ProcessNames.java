package jp.todoke.local;

import java.util.List;

/** Names of processes, as they stand in logs, commands and figures. */
public final class ProcessNames {
    public static final String LAUNCHER = "launcher";
    public static final String ISSUER = "issuer";
    public static final String POSTGRES = "postgres";
    public static final String GATEWAY = "gateway";
    public static final String BENEFITS = "benefits-service";
    public static final String INTEGRATION = "integration";
    public static final String DOUBLES = "national-doubles";

    static final List<String> WITH_PORT = List.of(GATEWAY, ISSUER, POSTGRES, BENEFITS, INTEGRATION, DOUBLES);

    private ProcessNames() {}
}
