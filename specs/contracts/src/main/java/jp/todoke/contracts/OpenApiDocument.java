package jp.todoke.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** One OpenAPI 3.0 document of the class path, read once. */
final class OpenApiDocument {
    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final long ONE_MEBIBYTE = 1024L * 1024;

    private final String resource;
    private final JsonNode root;

    /** One operation with what its requests are checked against. */
    record Declared(Operation operation, List<Parameter> parameters, @Nullable JsonNode bodySchema, ObjectNode components) {}

    /** @param in {@code query}, {@code path} or {@code header} */
    record Parameter(String name, String in, boolean required, JsonNode schema) {}

    private OpenApiDocument(String resource, JsonNode root) {
        this.resource = resource;
        this.root = root;
    }

    static OpenApiDocument read(String resource) {
        try (InputStream in = OpenApiDocument.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no OpenAPI document at " + resource);
            }
            JsonNode root = YAML.readTree(in);
            refuseUnknownFields(root.path("components").path("schemas"), composed(root));
            boundIntegers(root);
            // Between the services runs what one of them has taken over already: refused there, it would stay on its way for ever.
            if (!root.path("x-service").asString("").equals("channel")) {
                holdToLines(root);
            }
            return new OpenApiDocument(resource, root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Declared> operations() {
        List<Declared> declared = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    declared.add(declare(path.getKey(), method.getKey(), path.getValue(), method.getValue()));
                }
            }
        }
        return declared;
    }

    private Declared declare(String path, String method, JsonNode pathItem, JsonNode node) {
        JsonNode body = resolve(node.path("requestBody"));
        JsonNode content = body.path("content");
        Set<String> types = new HashSet<>();
        content.properties().forEach(type -> types.add(type.getKey().toLowerCase(Locale.ROOT)));
        String id = text(node, "operationId");
        Operation operation = new Operation(id, method.toUpperCase(Locale.ROOT), path, text(root, "x-service"), text(node, "x-scope"),
                envelope(node), node.path("x-idempotent").asBoolean(false), node.path("x-max-bytes").asLong(ONE_MEBIBYTE), types,
                body.path("required").asBoolean(false), traits(id, node));
        JsonNode schema = content.path("application/json").path("schema");
        return new Declared(operation, parameters(pathItem, node), schema.isMissingNode() ? null : schema, components());
    }

    /** A word that nobody here understands would change nothing without a sign, so it is refused. */
    private Set<Operation.Trait> traits(String id, JsonNode node) {
        Set<Operation.Trait> traits = EnumSet.noneOf(Operation.Trait.class);
        if (declares(id, node, "x-stateless", "true")) {
            traits.add(Operation.Trait.STATELESS);
        }
        if (declares(id, node, "x-unknown-fields", "warn")) {
            traits.add(Operation.Trait.WARNS_OF_UNKNOWN_FIELDS);
        }
        if (declares(id, node, "x-violations", "to-operation")) {
            traits.add(Operation.Trait.REFUSES_BY_ITSELF);
        }
        if (declares(id, node, "x-answer", "stream")) {
            traits.add(Operation.Trait.ANSWERS_AS_A_STREAM);
        }
        return traits;
    }

    private boolean declares(String id, JsonNode node, String extension, String word) {
        JsonNode value = node.path(extension);
        if (!value.isMissingNode() && !value.asString().equals(word)) {
            throw new IllegalStateException(resource + ": " + extension + " of " + id + " can only be " + word);
        }
        return !value.isMissingNode();
    }

    private Operation.Envelope envelope(JsonNode node) {
        JsonNode declared = node.has("x-envelope") ? node.get("x-envelope") : root.path("x-envelope");
        return Operation.Envelope.valueOf(declared.asString("problem").toUpperCase(Locale.ROOT));
    }

    private List<Parameter> parameters(JsonNode pathItem, JsonNode node) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode list : List.of(pathItem.path("parameters"), node.path("parameters"))) {
            for (JsonNode entry : list) {
                JsonNode parameter = resolve(entry);
                parameters.add(new Parameter(text(parameter, "name"), text(parameter, "in"), parameter.path("required").asBoolean(false),
                        resolve(parameter.path("schema"))));
            }
        }
        return parameters;
    }

    private ObjectNode components() {
        return root.path("components") instanceof ObjectNode components ? components : YAML.createObjectNode();
    }

    private JsonNode resolve(JsonNode node) {
        JsonNode reference = node.path("$ref");
        if (reference.isMissingNode()) {
            return node;
        }
        JsonNode target = root.at(reference.asString().substring(1));
        if (target.isMissingNode()) {
            throw new IllegalStateException(resource + ": nothing at " + reference.asString());
        }
        return resolve(target);
    }

    private String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isString()) {
            throw new IllegalStateException(resource + ": " + field + " is missing");
        }
        return value.asString();
    }

    /**
     * OpenAPI lets unknown fields pass unless a schema says otherwise; we refuse them everywhere. A misspelt optional
     * field would otherwise be lost without a word.
     */
    private static void refuseUnknownFields(JsonNode node, Set<JsonNode> exempt) {
        if (node instanceof ObjectNode object && "object".equals(object.path("type").asString("")) && object.path("properties").isObject()
                && !object.has("additionalProperties") && exempt.stream().noneMatch(other -> other == object)) {
            object.put("additionalProperties", false);
        }
        for (JsonNode child : node) {
            refuseUnknownFields(child, exempt);
        }
    }

    /** An integer without limits is as wide as the type that the generated models give it; beyond, binding would fail unexplained. */
    private static void boundIntegers(JsonNode node) {
        if (node instanceof ObjectNode object && "integer".equals(object.path("type").asString(""))) {
            boolean wide = "int64".equals(object.path("format").asString(""));
            if (!object.has("minimum")) {
                object.put("minimum", wide ? Long.MIN_VALUE : Integer.MIN_VALUE);
            }
            if (!object.has("maximum")) {
                object.put("maximum", wide ? Long.MAX_VALUE : Integer.MAX_VALUE);
            }
        }
        node.forEach(OpenApiDocument::boundIntegers);
    }

    /** 文字要件: text that does not say otherwise is one line of visible characters. */
    private static void holdToLines(JsonNode node) {
        if (node instanceof ObjectNode object && "string".equals(object.path("type").asString("")) && !object.has("format")
                && !object.has("enum")) {
            object.put("format", TextFormat.LINE.getName());
        }
        node.forEach(OpenApiDocument::holdToLines);
    }

    /** Members of an allOf: each sees only a part of the fields and cannot call the others unknown. */
    private static Set<JsonNode> composed(JsonNode root) {
        Set<JsonNode> members = new HashSet<>();
        for (JsonNode list : root.findValues("allOf")) {
            for (JsonNode member : list) {
                JsonNode reference = member.path("$ref");
                members.add(reference.isMissingNode() ? member : root.at(reference.asString().substring(1)));
            }
        }
        return members;
    }
}
