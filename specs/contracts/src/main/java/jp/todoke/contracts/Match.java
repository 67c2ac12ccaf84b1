package jp.todoke.contracts;

import java.util.Map;

/** An operation found for a request, with the path variables as they were sent (decoded). */
public record Match(Operation operation, Map<String, String> pathVariables) {
    public Match {
        pathVariables = Map.copyOf(pathVariables);
    }
}
