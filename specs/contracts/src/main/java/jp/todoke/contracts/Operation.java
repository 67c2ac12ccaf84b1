package jp.todoke.contracts;

import java.util.List;
import java.util.Set;

/**
 * One operation of an API, as its OpenAPI document declares it.
 *
 * @param service      who serves it: {@code benefits}, {@code integration}, or {@code channel} (both, between themselves)
 * @param scope        scope that a token needs, or {@link #PUBLIC}
 * @param envelope     how its errors are answered
 * @param idempotent   whether an Idempotency-Key is required
 * @param maxBytes     longest request body
 * @param requestTypes media types of its request body; empty when it takes none
 * @param bodyRequired whether the body may be left out
 * @param traits       what else it declares
 */
public record Operation(String id, String method, String path, String service, String scope, Envelope envelope, boolean idempotent,
        long maxBytes, Set<String> requestTypes, boolean bodyRequired, Set<Trait> traits) {

    /** The scope of operations that need no token. */
    public static final String PUBLIC = "public";

    /** The two ways in which errors are answered: RFC 9457, and that of the 庁内データ連携 APIs ({@code /app_submit/**}). */
    public enum Envelope {
        PROBLEM,
        APP_SUBMIT
    }

    /** What an operation declares beside its shape; most declare none of it. */
    public enum Trait {
        /** {@code x-stateless: true} — changes nothing, so that it may be repeated without a key. */
        STATELESS,
        /** {@code x-unknown-fields: warn} — a field that the schema does not name is ignored, and the answer says so. */
        WARNS_OF_UNKNOWN_FIELDS,
        /** {@code x-violations: to-operation} — the operation refuses, together with the contradictions that only it can see. */
        REFUSES_BY_ITSELF,
        /** {@code x-answer: stream} — the answer may take any time as long as something of it arrives. */
        ANSWERS_AS_A_STREAM
    }

    public Operation {
        requestTypes = Set.copyOf(requestTypes);
        traits = Set.copyOf(traits);
    }

    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    public boolean isPublic() {
        return PUBLIC.equals(scope);
    }

    public boolean takesJson() {
        return requestTypes.contains("application/json");
    }

    List<String> segments() {
        return List.of(path.split("/", -1));
    }
}
