package jp.todoke.local.access;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.todoke.contracts.Operation;
import jp.todoke.local.ProcessNames;
import jp.todoke.local.RunningSystem;
import org.jspecify.annotations.Nullable;

/**
 * One operation asked by one role at one door.
 *
 * @param tenant municipality of the token
 * @param target whose object is asked for; null where the operation takes no id
 */
record Asking(Operation operation, Role role, @Nullable String tenant, @Nullable Town target, Door door) {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");
    /** Keeps to the schema, so that the object is looked for, and names what is nowhere, so that nothing can be done. */
    private static final Map<String, String> BODIES = Map.of(
            "confirmFacts", "{\"factIds\":[\"0190f3a2-0000-7000-8000-000000000001\"]}",
            "proposeDecision", "{}",
            "approveDecision", "{\"proposalId\":\"0190f3a2-0000-7000-8000-000000000001\",\"verdict\":\"APPROVE\"}",
            "withdrawCase", "{\"reason\":\"取下げ\"}",
            "askAgain", "{\"kind\":\"TAX\",\"participantId\":\"0190f3a2-0000-7000-8000-000000000001\"}",
            "requestPaper",
            "{\"kind\":\"TAX_CERTIFICATE\",\"participantId\":\"0190f3a2-0000-7000-8000-000000000001\",\"reason\":\"確認のため\"}",
            "approvePaymentRun", "{\"count\":0,\"totalYen\":0}");

    /** Where one may knock. */
    enum Door {
        GATEWAY(ProcessNames.GATEWAY),
        BENEFITS(ProcessNames.BENEFITS),
        INTEGRATION(ProcessNames.INTEGRATION);

        private final String process;

        Door(String process) {
            this.process = process;
        }

        URI at(RunningSystem system) {
            return system.url(process);
        }

        boolean serves(Operation operation) {
            return switch (this) {
                case GATEWAY -> !operation.service().equals("channel");
                case BENEFITS -> operation.service().equals("benefits") || operation.service().equals("channel");
                case INTEGRATION -> operation.service().equals("integration") || operation.service().equals("channel");
            };
        }
    }

    static boolean takesId(Operation operation) {
        return operation.path().contains("{");
    }

    Answer send(TwoTowns towns) {
        return send(towns, target == null ? Map.of() : target.objects());
    }

    /** The same, about what exists nowhere. */
    Answer sendAboutNothing(TwoTowns towns) {
        return send(towns, Map.of("caseId", UUID.randomUUID(), "packageId", UUID.randomUUID(), "runId", UUID.randomUUID(), "roundId",
                UUID.randomUUID(), "importId",
                UUID.randomUUID()));
    }

    private Answer send(TwoTowns towns, Map<String, UUID> objects) {
        HttpRequest.Builder request = Answer.request(door.at(towns.system()), path(objects), towns.tokens().of(role, tenant));
        if (operation.method().equals("GET")) {
            return Answer.to(request, "GET", null);
        }
        String type = type();
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (!takesId(operation)) {
            // Without its key and with an empty document no command is done.
            return Answer.to(request, operation.method(), type == null ? null : "{}");
        }
        request.header("Idempotency-Key", "access-" + UUID.randomUUID()).header("If-Match", "\"0\"");
        return Answer.to(request, operation.method(), type == null ? null : body());
    }

    /** A stream is asked for with another type than it takes: whoever begins one holds one of few places. */
    private @Nullable String type() {
        if (!operation.takesJson() && operation.has(Operation.Trait.STATELESS)) {
            return "text/plain";
        }
        return operation.requestTypes().stream().sorted().findFirst().orElse(null);
    }

    private String body() {
        String body = BODIES.get(operation.id());
        if (body == null) {
            throw new IllegalStateException("say in Asking.BODIES with which body " + operation.id() + " can be asked without doing harm");
        }
        return body;
    }

    private String path(Map<String, UUID> objects) {
        return VARIABLE.matcher(operation.path()).replaceAll(variable -> Matcher.quoteReplacement(id(variable.group(1), objects)))
                + RequiredQuery.of(operation);
    }

    private static String id(String variable, Map<String, UUID> objects) {
        UUID id = objects.get(variable);
        if (id == null) {
            throw new IllegalStateException("give each Town an object for the path variable " + variable);
        }
        return id.toString();
    }

    @Override
    public String toString() {
        return "%s as %s of %s%s at %s".formatted(operation.id(), role, tenant == null ? "no municipality" : tenant,
                target == null ? "" : " about what belongs to " + target.municipality(), door);
    }
}
