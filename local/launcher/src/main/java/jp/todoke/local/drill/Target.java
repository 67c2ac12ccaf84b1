package jp.todoke.local.drill;

import jp.todoke.local.ProcessNames;

/** What is killed. */
enum Target {
    GATEWAY(ProcessNames.GATEWAY),
    BENEFITS(ProcessNames.BENEFITS),
    INTEGRATION(ProcessNames.INTEGRATION),
    DOUBLES(ProcessNames.DOUBLES),
    /** The server alone; its sessions notice it by themselves. */
    POSTGRES(ProcessNames.POSTGRES),
    /** The server and all its processes in the same moment. */
    POSTGRES_FAMILY("postgres-family"),
    /** With the issuer inside; its children live on without it. */
    LAUNCHER(ProcessNames.LAUNCHER),
    /** As when the power fails, but for what the operating system has not written yet. */
    EVERYTHING("everything");

    private final String label;

    Target(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Whether a start that is cut off by it ends at once: without its PostgreSQL it would wait for a minute. */
    boolean endsAStart() {
        return this == LAUNCHER || this == EVERYTHING || this == BENEFITS || this == INTEGRATION;
    }
}
