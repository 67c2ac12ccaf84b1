package jp.todoke.doubles.atena;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.todoke.doubles.auth.AccessTokens;
import jp.todoke.doubles.wire.PeerContract;
import jp.todoke.doubles.wire.PeerOperation;
import jp.todoke.doubles.wire.PeerRequest;
import jp.todoke.doubles.wire.Refusal;
import jp.todoke.doubles.wire.Reply;
import tools.jackson.databind.JsonNode;

/** An operation of 031: token first, then headers and items with every fault at once, then the matter. */
abstract class AtenaOperation extends PeerOperation {

    /** What both operations share. */
    record Gate(PeerContract contract, AtenaItems items, AccessTokens tokens) {}

    private final Gate gate;
    private final String operationId;
    private final String schema;
    private final String title;
    private final String scope;

    AtenaOperation(Gate gate, String operationId, String schema, String title, String scope) {
        super("atena", operationId, title);
        this.gate = gate;
        this.operationId = operationId;
        this.schema = schema;
        this.title = title;
        this.scope = scope;
    }

    /** @return the rows of {@code result}, or a refusal thrown */
    abstract List<Map<String, ?>> result(JsonNode body, PeerRequest request);

    abstract String done();

    @Override
    protected final Reply answer(PeerRequest request) {
        gate.tokens().require(scope, request);
        JsonNode body = request.json();
        List<Refusal.Fault> faults = new ArrayList<>(wrongHeaders(request));
        if (body == null || !body.isObject()) {
            faults.add(Refusal.Fault.notAllowed("本文", "JSON"));
        } else {
            faults.addAll(gate.items().faults(schema, body));
        }
        if (body == null || !faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        // On success title and detail stand under metadata, on an error at top level.
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("metadata", Map.of("title", title, "detail", done()));
        envelope.put("_links", Map.of("self", Map.of("href", request.path())));
        envelope.put("result", result(body, request));
        return Reply.of(200, envelope);
    }

    /** The contract knows the headers; the items have names and widths that JSON Schema cannot tell. */
    private List<Refusal.Fault> wrongHeaders(PeerRequest request) {
        try {
            gate.contract().check(operationId, request);
            return List.of();
        } catch (Refusal refusal) {
            return refusal.faults().stream().filter(fault -> fault.message().startsWith("【X-")).toList();
        }
    }
}
