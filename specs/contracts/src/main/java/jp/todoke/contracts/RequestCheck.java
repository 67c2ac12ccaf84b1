package jp.todoke.contracts;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.PathType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.JsonNodeException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Checks requests of one operation against its schemas. */
final class RequestCheck {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** OpenAPI's own words are no assertions, but the components must stand beside a schema for its references. */
    private static final Dialect OPENAPI = Dialect.builder(Dialects.getOpenApi30()).keyword(new NonValidationKeyword("components"))
            .formats(Set.of(TextFormat.values())).build();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(OPENAPI, registry -> registry
            .schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).pathType(PathType.JSON_POINTER).typeLoose(false).build()));

    private final @Nullable Schema body;
    private final Map<OpenApiDocument.Parameter, Schema> parameters = new LinkedHashMap<>();

    RequestCheck(OpenApiDocument.Declared declared) {
        this.body = declared.bodySchema() == null ? null : compile(declared.bodySchema(), declared.components());
        declared.parameters().forEach(parameter -> parameters.put(parameter, compile(parameter.schema(), declared.components())));
    }

    /** References point into the document, so a schema is compiled with its document's components beside it. */
    private static Schema compile(JsonNode schema, ObjectNode components) {
        ObjectNode document = NODES.objectNode();
        document.set("components", components);
        schema.properties().forEach(keyword -> document.set(keyword.getKey(), keyword.getValue()));
        return SCHEMAS.getSchema(document);
    }

    List<Violation> body(JsonNode sent) {
        Set<Violation> violations = new LinkedHashSet<>();
        if (body != null) {
            collect(validate(body, sent), "", violations);
        }
        refuseUnstorableText(sent, "", violations);
        return List.copyOf(violations);
    }

    /** The validator breaks down on a fraction or power of ten too large for the integer that its schema wants; as text it is just no integer. */
    private static List<Error> validate(Schema schema, JsonNode sent) {
        try {
            return schema.validate(sent);
        } catch (JsonNodeException e) {
            JsonNode copy = sent.deepCopy();
            replaceFractions(copy);
            return schema.validate(copy);
        }
    }

    private static void replaceFractions(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().stream().filter(field -> field.getValue().isFloatingPointNumber()).map(Map.Entry::getKey).toList()
                    .forEach(name -> object.put(name, ""));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i).isFloatingPointNumber()) {
                    array.set(i, NODES.stringNode(""));
                }
            }
        }
        node.forEach(RequestCheck::replaceFractions);
    }

    List<Violation> parameters(Map<String, String> path, Map<String, List<String>> query, Function<String, String> header) {
        Set<Violation> violations = new LinkedHashSet<>();
        parameters.forEach((parameter, schema) -> {
            List<String> sent = switch (parameter.in()) {
                case "path" -> single(path.get(parameter.name()));
                case "header" -> single(header.apply(parameter.name()));
                default -> query.getOrDefault(parameter.name(), List.of());
            };
            String pointer = "/" + parameter.in() + "/" + escape(parameter.name());
            if (sent.isEmpty()) {
                if (parameter.required()) {
                    violations.add(Messages.required(pointer));
                }
            } else if (sent.size() > 1) {
                violations.add(Messages.repeated(pointer));
            } else {
                JsonNode value = coerce(sent.getFirst(), parameter.schema());
                collect(schema.validate(value), pointer, violations);
                refuseUnstorableText(value, pointer, violations);
            }
        });
        for (String name : query.keySet()) {
            if (parameters.keySet().stream().noneMatch(known -> known.in().equals("query") && known.name().equals(name))) {
                violations.add(Messages.unknown("/query/" + escape(name)));
            }
        }
        return List.copyOf(violations);
    }

    private static List<String> single(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }

    /** A parameter is text; what does not read as the declared type stays text, and the schema then says so. */
    private static JsonNode coerce(String value, JsonNode schema) {
        return switch (schema.path("type").asString("string")) {
            case "integer" -> value.matches("-?[0-9]{1,40}") ? NODES.numberNode(new BigInteger(value)) : NODES.stringNode(value);
            case "number" ->
                value.matches("-?[0-9]{1,40}(\\.[0-9]{1,40})?") ? NODES.numberNode(new BigDecimal(value)) : NODES.stringNode(value);
            case "boolean" ->
                value.equals("true") || value.equals("false") ? NODES.booleanNode(value.equals("true")) : NODES.stringNode(value);
            default -> NODES.stringNode(value);
        };
    }

    private static void collect(List<Error> errors, String prefix, Set<Violation> violations) {
        errors.stream().filter(error -> !fitsAsCounted(error)).map(error -> Messages.of(error, prefix)).forEach(violations::add);
    }

    /** The validator counts code points, and so a letter with its variation selector as two. */
    private static boolean fitsAsCounted(Error error) {
        return error.getKeyword().equals("maxLength")
                && Characters.count(error.getInstanceNode().asString("")) <= error.getSchemaNode().asInt();
    }

    /** Also where no schema says what stands there. */
    private static void refuseUnstorableText(JsonNode node, String pointer, Set<Violation> violations) {
        if (node.isString()) {
            if (!Characters.isStorable(node.asString())) {
                violations.add(Messages.unstorable(pointer));
            }
        } else if (node.isObject()) {
            node.properties().forEach(field -> refuseUnstorableText(field.getValue(), pointer + "/" + escape(field.getKey()), violations));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                refuseUnstorableText(node.get(i), pointer + "/" + i, violations);
            }
        }
    }

    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
