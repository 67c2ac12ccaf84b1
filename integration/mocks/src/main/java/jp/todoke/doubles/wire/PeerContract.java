package jp.todoke.doubles.wire;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The contract of one peer (specs/peers/&lt;peer&gt;.yaml): what each operation demands of headers and body. */
public final class PeerContract {

    private record Demand(List<String> headers, @Nullable Schema body) {}

    private final Map<String, Demand> demands = new HashMap<>();

    private PeerContract(JsonNode document) {
        SchemaRegistry registry = SchemaRegistry.withDialect(Dialects.getOpenApi30(),
                builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
        for (JsonNode path : document.path("paths").values()) {
            for (JsonNode operation : path.values()) {
                demands.put(operation.path("operationId").asString(),
                        new Demand(headers(document, operation), body(document, operation, registry)));
            }
        }
    }

    public static PeerContract of(String peer) {
        String resource = "specs/peers/" + peer + ".yaml";
        try (InputStream yaml = PeerContract.class.getClassLoader().getResourceAsStream(resource)) {
            return new PeerContract(YAMLMapper.builder().build().readTree(Objects.requireNonNull(yaml, resource)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Checks a request with a JSON body or none and names every fault at once. */
    public void check(String operationId, PeerRequest request) {
        Demand demand = Objects.requireNonNull(demands.get(operationId), operationId);
        List<Refusal.Fault> faults = new ArrayList<>();
        for (String header : demand.headers()) {
            String value = request.header(header);
            if (value == null || value.isBlank()) {
                faults.add(Refusal.Fault.missing(header));
            }
        }
        if (demand.body() != null) {
            JsonNode json = request.json();
            if (json == null) {
                faults.add(Refusal.Fault.notAllowed("本文", "JSON"));
            } else {
                faults.addAll(faults(demand.body(), json));
            }
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }

    /** The names of the fields of a form that are missing or wrong. */
    public List<String> wrongFields(String operationId, Map<String, String> form) {
        ObjectNode tree = Json.MAPPER.createObjectNode();
        form.forEach(tree::put);
        Schema schema = Objects.requireNonNull(Objects.requireNonNull(demands.get(operationId)).body());
        return schema.validate(tree).stream().map(PeerContract::item).distinct().sorted().toList();
    }

    private static List<Refusal.Fault> faults(Schema schema, JsonNode tree) {
        return schema.validate(tree).stream().map(PeerContract::fault).distinct()
                .sorted(Comparator.comparing(Refusal.Fault::code).thenComparing(Refusal.Fault::message)).toList();
    }

    private static Refusal.Fault fault(Error error) {
        JsonNode demanded = error.getSchemaNode();
        String value = demanded == null ? "" : demanded.isValueNode() ? demanded.asString() : demanded.toString();
        return switch (error.getKeyword()) {
            case "required" -> Refusal.Fault.missing(item(error));
            case "minLength", "maxLength" -> Refusal.Fault.length(item(error), value);
            default -> Refusal.Fault.notAllowed(item(error), value);
        };
    }

    private static String item(Error error) {
        String place = error.getInstanceLocation().toString().replaceFirst("^/", "").replace('/', '.');
        if (!error.getKeyword().equals("required")) {
            return place.isEmpty() ? "本文" : place;
        }
        return place.isEmpty() ? error.getProperty() : place + "." + error.getProperty();
    }

    private static List<String> headers(JsonNode document, JsonNode operation) {
        List<String> headers = new ArrayList<>();
        for (JsonNode declared : operation.path("parameters").values()) {
            JsonNode parameter = declared.has("$ref") ? document.at(declared.path("$ref").asString().substring(1)) : declared;
            if (parameter.path("in").asString().equals("header") && parameter.path("required").asBoolean(false)) {
                headers.add(parameter.path("name").asString());
            }
        }
        return headers;
    }

    private static @Nullable Schema body(JsonNode document, JsonNode operation, SchemaRegistry registry) {
        JsonNode content = operation.path("requestBody").path("content");
        if (content.isMissingNode() || content.has("multipart/form-data")) {
            // The parts of a form with files are looked at by their operation.
            return null;
        }
        ObjectNode standing = Json.MAPPER.createObjectNode();
        standing.putArray("allOf").add(content.values().iterator().next().path("schema"));
        standing.set("components", document.path("components"));
        return registry.getSchema(standing);
    }
}
