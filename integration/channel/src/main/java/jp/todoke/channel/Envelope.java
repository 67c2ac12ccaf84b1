package jp.todoke.channel;

import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One message between the services (specs/linkage). Delivered at least once; the receiver handles each id once.
 *
 * @param key           messages of one key arrive in the order in which they were sent
 * @param schemaVersion of the payload; a receiver ignores fields that it does not know
 */
public record Envelope(UUID id, String type, String municipalityCode, String key, Instant occurredAt, int schemaVersion, JsonNode payload) {

    private static final JsonMapper LENIENT = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    public <T> T payloadAs(Class<T> type) {
        return LENIENT.treeToValue(payload, type);
    }

    /** Without the payload, which may hold personal data. */
    @Override
    public String toString() {
        return "Envelope[" + type + " " + id + "]";
    }
}
