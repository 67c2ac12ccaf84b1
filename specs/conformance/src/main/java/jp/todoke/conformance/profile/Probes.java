package jp.todoke.conformance.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.todoke.conformance.condition.Mismatch;
import jp.todoke.conformance.condition.RefusalIsAProblem;
import jp.todoke.conformance.connection.Reply;
import jp.todoke.conformance.connection.SystemUnderTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Demands that no single vector shows: the batch, the token, unknown fields, text that is no JSON, answers without traces. */
final class Probes {
    private static final String BATCH_EQUAL = "TDK-SIM-IN-BATCH-001";
    private static final String BATCH_FORM = "TDK-SIM-IN-BATCH-002";
    private static final String UNKNOWN_FIELD = "TDK-SIM-IN-ENV-010";
    private static final String WITHOUT_TRACE = "TDK-SIM-IN-ENV-011";
    private static final String NO_JSON = "TDK-SIM-IN-ENV-012";
    private static final String NO_TOKEN = "TDK-SIM-IN-ENV-013";
    static final Set<String> REQUIREMENTS = Set.of(BATCH_EQUAL, BATCH_FORM, UNKNOWN_FIELD, WITHOUT_TRACE, NO_JSON, NO_TOKEN);
    private static final String JSON = "application/json";
    private static final String UNKNOWN = "xConformanceUnknown";
    private static final int SAMPLES = 10;
    private final SystemUnderTest system;
    private final List<CaseResult> answered;

    /** @param cases the run so far; what got no answer is left out */
    Probes(SystemUnderTest system, List<CaseResult> cases) {
        this.system = system;
        this.answered = cases.stream().filter(c -> c.essence() != null).toList();
    }

    List<Finding> run() {
        List<Finding> findings = new ArrayList<>();
        if (answered.isEmpty()) {
            return findings;
        }
        batch(findings);
        if (!sample(1).isEmpty()) {
            findings.add(unknownField());
            findings.add(withoutTrace());
        }
        findings.add(refused(NO_JSON, "text that is no JSON", 400,
                system.post(SystemUnderTest.SIMULATIONS, JSON, "{\"programme\": ")));
        findings.add(refused(NO_TOKEN, "request without a token", 401,
                system.postWithoutToken(SystemUnderTest.SIMULATIONS, JSON,
                        request(answered.getFirst()).toString())));
        return findings;
    }

    private void batch(List<Finding> findings) {
        StringBuilder body = new StringBuilder();
        answered.forEach(one -> body.append(request(one)).append('\n'));
        String subject = "batch of " + answered.size() + " vectors";
        switch (system.post(SystemUnderTest.BATCH, "application/x-ndjson", body.toString())) {
            case Reply.NoAnswer(String why) -> {
                findings.add(Finding.notRun(BATCH_EQUAL, subject, why));
                findings.add(Finding.notRun(BATCH_FORM, subject, why));
            }
            case Reply.Answer answer -> {
                findings.add(Finding.of(BATCH_EQUAL, subject, Severity.FAILURE, differences(answer)));
                boolean ndjson = answer.contentType().toLowerCase(Locale.ROOT).matches("application/(x-)?ndjson( *;.*)?");
                findings.add(Finding.of(BATCH_FORM, subject, Severity.WARNING,
                        ndjson ? List.of() : List.of(new Mismatch("Content-Type", "application/x-ndjson", answer.contentType()))));
            }
        }
    }

    private List<Mismatch> differences(Reply.Answer answer) {
        if (answer.status() != 200) {
            return List.of(new Mismatch("status", "200", answer.status() + " " + answer.text()));
        }
        List<String> lines = answer.text().lines().filter(line -> !line.isBlank()).toList();
        if (lines.size() != answered.size()) {
            return List.of(new Mismatch("lines", "one for each of " + answered.size(), Integer.toString(lines.size())));
        }
        List<Mismatch> differences = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            JsonNode inBatch = Essence.ofLine(SystemUnderTest.parse(lines.get(i)));
            JsonNode alone = answered.get(i).essence();
            if (!inBatch.equals(alone)) {
                differences.add(new Mismatch("line " + (i + 1) + " (" + answered.get(i).vector().id() + ")",
                        "as when sent alone: " + alone, inBatch.toString()));
            }
        }
        return differences;
    }

    /** Ignored, with a warning that names it, and without any other effect. */
    private Finding unknownField() {
        List<Mismatch> mismatches = new ArrayList<>();
        for (CaseResult one : sample(SAMPLES)) {
            ObjectNode request = ((ObjectNode) request(one)).put(UNKNOWN, 1);
            switch (system.post(SystemUnderTest.SIMULATIONS, JSON, request.toString())) {
                case Reply.NoAnswer(String why) -> {
                    return Finding.notRun(UNKNOWN_FIELD, "unknown field", why);
                }
                case Reply.Answer answer -> {
                    equal(one, answer, mismatches);
                    if (!answer.json().path("warnings").toString().contains(UNKNOWN)) {
                        mismatches.add(new Mismatch(one.vector().id() + " /warnings", "a warning that names " + UNKNOWN,
                                answer.json().path("warnings").toString()));
                    }
                }
            }
        }
        return Finding.of(UNKNOWN_FIELD, "unknown field", Severity.FAILURE, mismatches);
    }

    private Finding withoutTrace() {
        List<Mismatch> mismatches = new ArrayList<>();
        for (CaseResult one : sample(SAMPLES)) {
            switch (system.post(SystemUnderTest.SIMULATIONS + "?trace=none", JSON, request(one).toString())) {
                case Reply.NoAnswer(String why) -> {
                    return Finding.notRun(WITHOUT_TRACE, "trace=none", why);
                }
                case Reply.Answer answer -> {
                    equal(one, answer, mismatches);
                    if (!answer.json().path("traces").isEmpty()) {
                        mismatches.add(new Mismatch(one.vector().id() + " /traces", "none", "some"));
                    }
                }
            }
        }
        return Finding.of(WITHOUT_TRACE, "trace=none", Severity.FAILURE, mismatches);
    }

    private static void equal(CaseResult one, Reply.Answer answer, List<Mismatch> mismatches) {
        JsonNode essence = Essence.of(answer.status(), answer.json());
        if (!essence.equals(one.essence())) {
            mismatches.add(new Mismatch(one.vector().id(), "as before: " + one.essence(), essence.toString()));
        }
    }

    private static Finding refused(String requirement, String subject, int status, Reply reply) {
        return switch (reply) {
            case Reply.NoAnswer(String why) -> Finding.notRun(requirement, subject, why);
            case Reply.Answer answer when answer.status() != status -> Finding.of(requirement, subject, Severity.FAILURE,
                    List.of(new Mismatch("status", Integer.toString(status), Integer.toString(answer.status()))));
            case Reply.Answer answer -> Finding.of(requirement, subject, Severity.FAILURE, RefusalIsAProblem.check(answer));
        };
    }

    /** Decided cases, spread over all of them. */
    private List<CaseResult> sample(int size) {
        List<CaseResult> decided = answered.stream()
                .filter(one -> one.essence() != null && one.essence().path("status").asInt() == 200).toList();
        int step = Math.max(1, decided.size() / size);
        List<CaseResult> sample = new ArrayList<>();
        for (int i = 0; i < decided.size() && sample.size() < size; i += step) {
            sample.add(decided.get(i));
        }
        return sample;
    }

    private static JsonNode request(CaseResult one) {
        return one.vector().request().deepCopy();
    }
}
