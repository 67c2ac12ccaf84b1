package jp.todoke.contracts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * The APIs of the product as their OpenAPI documents say: which operations exist, what they need, and whether a request
 * keeps to them. Documents are OpenAPI 3.0; fields that a schema does not name are errors.
 */
public final class Contract {
    /** The documents of the product, as class path resources. */
    public static final List<String> DOCUMENTS = List.of("specs/api/benefits.yaml", "specs/api/differences.yaml", "specs/api/intake.yaml",
            "specs/api/records.yaml",
            "specs/api/rounds.yaml",
            "specs/api/simulations.yaml", "specs/linkage/linkage.yaml");

    private final Map<String, RequestCheck> checks = new HashMap<>();
    private final List<Operation> operations;
    private final PathTable paths;

    private Contract(List<OpenApiDocument.Declared> declared) {
        List<Operation> found = new ArrayList<>();
        for (OpenApiDocument.Declared each : declared) {
            Operation operation = each.operation();
            if (checks.put(operation.id(), new RequestCheck(each)) != null) {
                throw new IllegalStateException("two operations are called " + operation.id());
            }
            found.add(operation);
        }
        this.operations = List.copyOf(found);
        this.paths = new PathTable(operations);
    }

    /** The contract of the whole product. */
    public static Contract product() {
        return of(DOCUMENTS.toArray(String[]::new));
    }

    /** A contract of other documents, named as class path resources. */
    public static Contract of(String... resources) {
        return new Contract(Arrays.stream(resources).flatMap(resource -> OpenApiDocument.read(resource).operations().stream()).toList());
    }

    public List<Operation> operations() {
        return operations;
    }

    /** @param path raw path of the request, not decoded, without query */
    public Optional<Match> find(String method, String path) {
        return paths.find(method, path);
    }

    /** All errors of a JSON body at once; empty when it keeps the contract. */
    public List<Violation> checkBody(Operation operation, JsonNode body) {
        return check(operation).body(body);
    }

    /**
     * All errors of path, query and headers at once.
     *
     * @param query  values by name, in the order sent
     * @param header the value of a header by its name, or null
     */
    public List<Violation> checkParameters(Match match, Map<String, List<String>> query, Function<String, String> header) {
        return check(match.operation()).parameters(match.pathVariables(), query, header);
    }

    private RequestCheck check(Operation operation) {
        RequestCheck check = checks.get(operation.id());
        if (check == null) {
            throw new IllegalArgumentException("not an operation of this contract: " + operation.id());
        }
        return check;
    }
}
