package jp.todoke.conformance.report;

import java.util.List;
import jp.todoke.conformance.condition.Mismatch;
import jp.todoke.conformance.profile.CaseResult;
import jp.todoke.conformance.profile.Finding;
import jp.todoke.conformance.profile.Outcome;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The run for programs: everything, findings that passed included. */
final class JsonReport {
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonReport() {}

    static String of(Report report) {
        RunInfo info = report.info();
        ObjectNode root = JSON.createObjectNode();
        root.putObject("suite").put("version", info.suiteVersion()).put("profile", info.profile()).put("vectorsSha256", info.digest());
        root.putObject("run").put("baseUrl", info.baseUrl().toString()).put("begun", info.begun().toString())
                .put("millis", info.took().toMillis()).put("selection", info.selection())
                .put("incomplete", report.result().incomplete()).put("outcome", report.result().outcome().name());
        ObjectNode counts = root.putObject("counts");
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome.name(), report.result().count(outcome));
        }
        ArrayNode requirements = root.putArray("requirements");
        for (Report.Section section : report.sections()) {
            ObjectNode node = requirements.addObject().put("id", section.requirement().id()).put("clause", section.requirement().clause())
                    .put("text", section.requirement().text()).put("outcome", section.outcome().name());
            for (Outcome outcome : Outcome.values()) {
                node.put(outcome.name(), section.count(outcome));
            }
        }
        ArrayNode cases = root.putArray("vectors");
        report.result().cases().forEach(one -> add(cases.addObject(), one));
        findings(root.putArray("probes"), report.result().probes());
        return JSON.writeValueAsString(root);
    }

    private static void add(ObjectNode node, CaseResult one) {
        node.put("id", one.vector().id()).put("requirement", one.vector().requirement()).put("clause", one.vector().clause())
                .put("title", one.vector().title()).put("outcome", one.outcome().name()).put("millis", one.millis());
        if (one.outcome() != Outcome.PASSED) {
            node.put("derivation", one.vector().derivation()).put("source", one.vector().source()).put("answer", one.evidence());
            node.set("request", one.vector().request());
        }
        findings(node.putArray("findings"), one.findings());
    }

    private static void findings(ArrayNode list, List<Finding> findings) {
        for (Finding finding : findings) {
            ObjectNode node = list.addObject().put("requirement", finding.requirement()).put("subject", finding.subject())
                    .put("outcome", finding.outcome().name());
            if (!finding.note().isEmpty()) {
                node.put("note", finding.note());
            }
            if (!finding.mismatches().isEmpty()) {
                ArrayNode mismatches = node.putArray("mismatches");
                for (Mismatch mismatch : finding.mismatches()) {
                    mismatches.addObject().put("where", mismatch.where()).put("expected", mismatch.expected())
                            .put("actual", mismatch.actual());
                }
            }
        }
    }
}
