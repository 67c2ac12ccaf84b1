package jp.todoke.doubles.wire;

import java.util.Map;

/** What a peer answers: status, body (JSON, or lines or bytes that are ready), headers beyond the usual ones, how long the peer takes, and what spoils it. */
public record Reply(int status, Object body, Map<String, String> headers, int delayMillis, Scenario spoiltBy) {

    public static Reply of(int status, Map<String, ?> body) {
        return new Reply(status, body, Map.of(), 0, Scenario.NONE);
    }

    /** NDJSON. */
    public static Reply lines(int status, String lines) {
        return new Reply(status, lines, Map.of("Content-Type", "application/x-ndjson"), 0, Scenario.NONE);
    }

    /** Bytes. */
    public static Reply file(String mediaType, byte[] content) {
        return new Reply(200, content, Map.of("Content-Type", mediaType), 0, Scenario.NONE);
    }

    public Reply after(int millis) {
        return new Reply(status, body, headers, millis, spoiltBy);
    }

    public Reply with(Map<String, String> moreHeaders) {
        return new Reply(status, body, moreHeaders, delayMillis, spoiltBy);
    }

    public Reply spoilt(Scenario scenario) {
        return new Reply(status, body, headers, delayMillis, scenario);
    }
}
