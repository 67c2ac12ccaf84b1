package jp.todoke.guard;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a command once per {@code Idempotency-Key}. The key is taken from the current request, which the contract
 * requires on operations marked {@code x-idempotent}; its record is kept in the caller's transaction, so command and
 * record stand or fall together.
 */
public interface Idempotency {

    /**
     * Checks that a repetition must pass again, such as the entity tag, belong into {@code work}: the first run has
     * changed the version that the repetition still names.
     *
     * @param requestBody what makes two requests the same, beside operation and path: the bound body, or the bytes
     * @return the answer of this run, or the stored one of the first run with the same key and the same body
     * @throws Problem {@code IDEMPOTENCY_KEY_REUSED} (409) for the same key with another body
     */
    <T> Answer<T> once(String operationId, Object requestBody, Class<T> type, Supplier<Answer<T>> work);

    /** What the first run answered. */
    record Answer<T>(int status, T body, @Nullable String etag) {}
}
