package jp.todoke.doubles;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.todoke.doubles.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the contracts of the peers promise about answers; requests are held against them by the doubles themselves. */
final class AnswerContract {
    private static final Path CONTRACTS = Path.of("../../specs/peers");

    private record Promise(String method, Pattern path, String operation, Map<String, Schema> answers) {}

    private final List<Promise> promises = new ArrayList<>();

    AnswerContract() {
        try (Stream<Path> files = Files.list(CONTRACTS)) {
            files.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(this::read);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void read(Path file) {
        try (InputStream yaml = Files.newInputStream(file)) {
            JsonNode document = YAMLMapper.builder().build().readTree(yaml);
            SchemaRegistry registry = SchemaRegistry.withDialect(Dialects.getOpenApi30());
            document.path("paths").properties().forEach(path -> path.getValue().properties().forEach(operation -> {
                Map<String, Schema> answers = new HashMap<>();
                operation.getValue().path("responses").properties().forEach(response -> answers.put(response.getKey(),
                        registry.getSchema(standing(document, response.getValue().at("/content/application~1json/schema")))));
                promises.add(new Promise(operation.getKey().toUpperCase(Locale.ROOT),
                        Pattern.compile(path.getKey().replaceAll("\\{[^}]+}", "[^/]+") + "(\\?.*)?"),
                        operation.getValue().path("operationId").asString(), answers));
            }));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** An answer without JSON in the contract may have any body. */
    private static ObjectNode standing(JsonNode document, JsonNode schema) {
        ObjectNode standing = Json.MAPPER.createObjectNode();
        if (!schema.isMissingNode()) {
            standing.putArray("allOf").add(schema);
        }
        standing.set("components", document.path("components"));
        return standing;
    }

    /** Fails when an answer of a peer is none of its contract; what is no operation of a peer is let by. */
    void holds(String method, String path, Asker.Answer answer) {
        promises.stream().filter(promise -> promise.method().equals(method) && promise.path().matcher(path).matches()).findFirst()
                .ifPresent(promise -> holds(promise, answer));
    }

    private static void holds(Promise promise, Asker.Answer answer) {
        Schema schema = promise.answers().get(Integer.toString(answer.status()));
        if (schema == null) {
            throw new AssertionError(promise.operation() + " answers " + answer.status() + ", which its contract does not know");
        }
        if (Objects.requireNonNullElse(answer.headers().get("content-type"), "").startsWith("application/json")) {
            var errors = schema.validate(answer.json());
            if (!errors.isEmpty()) {
                throw new AssertionError(promise.operation() + " " + answer.status() + ": " + errors + " in " + answer.body());
            }
        }
    }
}
