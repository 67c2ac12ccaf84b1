package jp.todoke.doubles.wire;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import org.jspecify.annotations.Nullable;

/** What goes wrong on request: header X-Mock-Scenario of a test, or a person in the data with whom it always goes wrong. */
public enum Scenario {
    NONE("none"),
    OUTAGE("outage-503-html"),
    RESET("reset"),
    SLOW("slow-31s"),
    TRUNCATED("truncated-json"),
    ANOTHER_PERSON(
            "another-person");

    public static final String HEADER = "X-Mock-Scenario";
    private static final int BEYOND_THE_USUAL_TIME_OUT = 31_000;
    private final String label;

    Scenario(String label) {
        this.label = label;
    }

    public static Scenario named(@Nullable String label) {
        if (label == null || label.isBlank()) {
            return NONE;
        }
        for (Scenario scenario : values()) {
            if (scenario.label.equals(label)) {
                return scenario;
            }
        }
        throw new IllegalArgumentException("unknown scenario, known are outage-503-html, reset, slow-31s, truncated-json, another-person");
    }

    /** An outage happens before the peer looks at the request; the others spoil an answer that was made. */
    boolean happensBeforeTheAnswer() {
        return this == OUTAGE || this == RESET;
    }

    ResponseDefinition insteadOfAnAnswer() {
        if (this == RESET) {
            return new ResponseDefinitionBuilder().withFault(Fault.CONNECTION_RESET_BY_PEER).build();
        }
        return new ResponseDefinitionBuilder().withStatus(503).withHeader("Content-Type", "text/html; charset=UTF-8")
                .withBody("<html><head><title>503</title></head><body><h1>Service Unavailable</h1></body></html>").build();
    }

    String body(String complete) {
        return this == TRUNCATED ? complete.substring(0, complete.length() / 2) : complete;
    }

    int status(int usual) {
        return this == TRUNCATED ? 200 : usual;
    }

    int delayMillis(int usual) {
        return this == SLOW ? BEYOND_THE_USUAL_TIME_OUT : usual;
    }
}
