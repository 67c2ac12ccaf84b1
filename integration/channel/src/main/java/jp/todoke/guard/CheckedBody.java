package jp.todoke.guard;

import java.util.ArrayList;
import java.util.List;
import jp.todoke.contracts.Contract;
import jp.todoke.contracts.Operation;
import jp.todoke.contracts.StrictJson;
import jp.todoke.contracts.Violation;
import jp.todoke.guard.Problem.FieldError;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * A JSON body as it was read and checked against its schema, once. An operation that refuses by itself
 * ({@link Operation.Trait#REFUSES_BY_ITSELF}) finds here what the schema says against the request and adds what only it can see, so that the
 * sender learns of everything at once.
 *
 * @param tree          the whole body, wrong fields included
 * @param violations    against parameters and schema; fields that the schema does not name stand here too, unless the operation only warns of them
 * @param unknownFields fields that the operation warns of
 */
public record CheckedBody(JsonNode tree, List<FieldError> violations, List<FieldError> unknownFields) {

    static final String ATTRIBUTE = CheckedBody.class.getName();
    /** All that a person can correct at once; a hostile body must not have a book written. */
    private static final int MOST = 500;
    private static final String UNKNOWN = "UNKNOWN_FIELD";

    public CheckedBody {
        violations = List.copyOf(violations);
        unknownFields = List.copyOf(unknownFields);
    }

    /** Reads and checks a body that did not come by itself, e.g. one line of many. */
    public static CheckedBody read(Contract contract, Operation operation, byte[] body) {
        JsonNode tree = StrictJson.read(body).orElse(null);
        if (tree == null) {
            return refused(new FieldError("", "SYNTAX", "本文が正しい JSON ではありません。BOM のない UTF-8 で、項目名を重ねずに、一つの JSON だけを送信してください。"));
        }
        if (tree.isMissingNode()) {
            return refused(new FieldError("", "REQUIRED", "本文に JSON を指定してください。"));
        }
        List<Violation> found = contract.checkBody(operation, tree);
        if (found.isEmpty()) {
            return new CheckedBody(tree, List.of(), List.of());
        }
        if (found.size() > MOST) {
            return tooMany(found);
        }
        boolean warns = operation.has(Operation.Trait.WARNS_OF_UNKNOWN_FIELDS);
        List<FieldError> violations = new ArrayList<>();
        List<FieldError> unknown = new ArrayList<>();
        for (Violation each : found) {
            (warns && each.code().equals(UNKNOWN) ? unknown : violations).add(error(each));
        }
        return new CheckedBody(tree, violations, unknown);
    }

    private static CheckedBody tooMany(List<Violation> found) {
        List<FieldError> first = new ArrayList<>(found.subList(0, MOST).stream().map(CheckedBody::error).toList());
        first.add(new FieldError("", "MORE", "誤りが多いため、はじめの" + MOST + "件だけを示しています。直してから、もう一度送信してください。"));
        return new CheckedBody(MissingNode.getInstance(), first, List.of());
    }

    private static CheckedBody refused(FieldError error) {
        return new CheckedBody(MissingNode.getInstance(), List.of(error), List.of());
    }

    /**
     * The body of the current request.
     *
     * @throws IllegalStateException for an operation that does not refuse by itself
     */
    public static CheckedBody current() {
        if (RequestContextHolder.currentRequestAttributes().getAttribute(ATTRIBUTE,
                RequestAttributes.SCOPE_REQUEST) instanceof CheckedBody body) {
            return body;
        }
        throw new IllegalStateException("the contract checks this operation's bodies before it");
    }

    /** Binds what the schema did not refuse, so that the operation sees all that can be read of a request it is going to refuse. */
    public <T> T bind(JsonMapper json, Class<T> type) {
        return json.treeToValue(ReadableParts.of(this), type);
    }

    /** Whether there is a body to look into at all, or only the remark that it is no JSON. */
    boolean isReadable() {
        return !tree.isMissingNode();
    }

    CheckedBody with(List<FieldError> more) {
        List<FieldError> all = new ArrayList<>(more);
        all.addAll(violations);
        return new CheckedBody(tree, all, unknownFields);
    }

    static FieldError error(Violation violation) {
        return new FieldError(violation.pointer(), violation.code(), violation.message());
    }
}
