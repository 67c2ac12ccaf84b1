package jp.todoke.conformance.connection;

import tools.jackson.databind.JsonNode;

/** What came of a request. */
public sealed interface Reply {

    /**
     * The system answered.
     *
     * @param json the body as JSON; a missing node when it is none
     */
    record Answer(int status, String contentType, String text, JsonNode json, long millis) implements Reply {}

    /** Nobody judged the request: the system is down, overloaded, or refuses the token. */
    record NoAnswer(String why) implements Reply {}
}
