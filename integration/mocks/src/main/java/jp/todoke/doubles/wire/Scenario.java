package jp.todoke.doubles.wire;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with a request: asked for by header X-Mock-Scenario, by a person in the data with whom it always goes wrong, or by whoever runs
 * the doubles. An operation to which one means nothing (a layout, where nothing has one) answers as always.
 */
public enum Scenario {
    NONE("none"),
    /** The peer is down and says so in HTML. */
    OUTAGE("outage-503-html"),
    /** The connection breaks before the peer has looked at the request. */
    RESET("reset"),
    SLOW("slow-31s"),
    TRUNCATED("truncated-json"),
    /** The work is done, its answer never arrives: who asks again gets the same answer a second time. */
    ANSWER_LOST("answer-lost"),
    ANOTHER_PERSON("another-person"),
    /** In a layout version that nobody knows yet. */
    WRONG_LAYOUT("wrong-layout"),
    /** 該当なし, whatever the data say. */
    NOTHING_FOUND("nothing-found"),
    /** A status that is older than the one before; a result that is not there although the status says so. */
    OUT_OF_ORDER("out-of-order"),
    REFUSED("refused"),
    /** The token has run out on the way, whatever stands in it. */
    TOKEN_EXPIRED(
            "token-expired");

    public static final String HEADER = "X-Mock-Scenario";
    /** As a message may name them. */
    public static final String LABELS = Arrays.stream(values()).skip(1).map(Scenario::label).collect(Collectors.joining(", "));
    private static final int BEYOND_THE_USUAL_TIME_OUT = 31_000;
    private final String label;

    Scenario(String label) {
        this.label = label;
    }

    public String label() {
        return label;
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
        throw new IllegalArgumentException("unknown scenario, known are " + LABELS);
    }

    /** An outage happens before the peer looks at the request; the others spoil an answer that was made. */
    boolean happensBeforeTheAnswer() {
        return this == OUTAGE || this == RESET;
    }

    /** Before the peer looks at what is asked. */
    void refuse() {
        if (this == REFUSED) {
            throw Refusal.business(400, "N0400", "この要求は受け付けられません。");
        }
        if (this == TOKEN_EXPIRED) {
            throw Refusal.token("invalid_token");
        }
    }

    ResponseDefinition insteadOfAnAnswer() {
        if (this != OUTAGE) {
            return new ResponseDefinitionBuilder().withFault(Fault.CONNECTION_RESET_BY_PEER).build();
        }
        return new ResponseDefinitionBuilder().withStatus(503).withHeader("Content-Type", "text/html; charset=UTF-8")
                .withBody("<html><head><title>503</title></head><body><h1>Service Unavailable</h1></body></html>").build();
    }

    String body(String complete) {
        return this == TRUNCATED ? complete.substring(0, complete.length() / 2) : complete;
    }

    byte[] body(byte[] complete) {
        return this == TRUNCATED ? Arrays.copyOf(complete, complete.length / 2) : complete;
    }

    int status(int usual) {
        return this == TRUNCATED ? 200 : usual;
    }

    int delayMillis(int usual) {
        return this == SLOW ? BEYOND_THE_USUAL_TIME_OUT : usual;
    }
}
