package jp.todoke.local.commands;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code status --json} prints; {@code manual.txt} explains each member, so a change here is one there. */
@JsonPropertyOrder({"schema", "state", "businessDate", "gatewayUrl", "issuerUrl", "processes"})
record SystemStatus(int schema, State state, @Nullable LocalDate businessDate, @Nullable URI gatewayUrl, @Nullable URI issuerUrl,
        List<ProcessStatus> processes) {

    private static final int SCHEMA = 1;

    enum State {
        @JsonProperty("ready")
        READY,
        @JsonProperty("starting")
        STARTING,
        @JsonProperty("degraded")
        DEGRADED,
        @JsonProperty("killed")
        KILLED,
        @JsonProperty("stopped")
        STOPPED
    }

    enum ProcessState {
        @JsonProperty("ready")
        READY("ready"),
        @JsonProperty("not-ready")
        NOT_READY("not ready"),
        @JsonProperty("ended")
        ENDED("ended");

        private final String words;

        ProcessState(String words) {
            this.words = words;
        }

        String inWords() {
            return words;
        }
    }

    /** @param memoryMegabytes resident */
    @JsonPropertyOrder({"name", "state", "ready", "pid", "port", "uptimeSeconds", "memoryMegabytes"})
    record ProcessStatus(String name, ProcessState state, long pid, @Nullable Integer port, @Nullable Long uptimeSeconds,
            @Nullable Long memoryMegabytes) {
        @JsonProperty
        boolean ready() {
            return state == ProcessState.READY;
        }
    }

    static SystemStatus of(State state, LocalDate businessDate, @Nullable URI gateway, @Nullable URI issuer,
            List<ProcessStatus> processes) {
        return new SystemStatus(SCHEMA, state, businessDate, gateway, issuer, processes);
    }

    static SystemStatus without(State state, List<ProcessStatus> processes) {
        return new SystemStatus(SCHEMA, state, null, null, null, processes);
    }
}
