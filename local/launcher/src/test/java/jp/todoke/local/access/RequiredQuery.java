package jp.todoke.local.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.todoke.contracts.Contract;
import jp.todoke.contracts.Operation;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What a read must say in its query before it is answered: the examples that the OpenAPI documents give for it. */
final class RequiredQuery {
    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final Map<String, String> BY_OPERATION = read();

    private RequiredQuery() {}

    /** Empty, or with its question mark. */
    static String of(Operation operation) {
        return BY_OPERATION.getOrDefault(operation.id(), "");
    }

    private static Map<String, String> read() {
        var queries = new HashMap<String, String>();
        for (String document : Contract.DOCUMENTS) {
            document(document).path("paths").forEach(path -> {
                JsonNode get = path.path("get");
                String query = parameters(get).collect(Collectors.joining("&"));
                if (!query.isEmpty()) {
                    queries.put(get.path("operationId").asString(), "?" + query);
                }
            });
        }
        return queries;
    }

    private static Stream<String> parameters(JsonNode operation) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asString("").equals("query") && parameter.path("required").asBoolean(false))
                .map(parameter -> {
                    String name = parameter.path("name").asString();
                    String example = parameter.path("example").asString("");
                    if (example.isEmpty()) {
                        throw new IllegalStateException("give an example for the query parameter " + name + " of "
                                + operation.path("operationId").asString());
                    }
                    return name + "=" + URLEncoder.encode(example, StandardCharsets.UTF_8);
                });
    }

    private static JsonNode document(String resource) {
        try (InputStream in = RequiredQuery.class.getClassLoader().getResourceAsStream(resource)) {
            return YAML.readTree(Objects.requireNonNull(in, resource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
