package jp.todoke.contracts;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON (RFC 8259) so that no two readers can see two different documents: UTF-8 alone, without byte order mark, no name twice in an object,
 * nothing behind the end.
 */
public final class StrictJson {
    /** Several times what the longest list of a document takes; each could become a finding of its own. */
    private static final long MOST_TOKENS = 200_000;
    private static final JsonMapper STRICT = JsonMapper
            .builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxTokenCount(MOST_TOKENS).build()).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private StrictJson() {}

    /** @return the document, a missing node where there is none, or nothing where it is no JSON: why would quote the document */
    public static Optional<JsonNode> read(byte[] document) {
        try {
            return Optional.of(STRICT.readTree(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString()));
        } catch (CharacterCodingException | JacksonException e) {
            return Optional.empty();
        }
    }
}
