package jp.todoke.benefits.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.todoke.benefits.BenefitsTestSystem;
import jp.todoke.benefits.TestFamily;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AuditTest extends BenefitsTestSystem {
    @Test
    void recordsEveryViewAndEveryAct() {
        Reply decided = decided(TestFamily.singleParent(), HERE);
        get(pathOf(decided), caseworker());
        get(pathOf(decided) + "/decision", approver());

        assertThat(operations(decided)).containsSubsequence(
                "SYSTEM-AUTO application.received", "caseworker getCase", "SYSTEM-AUTO inquiry.answered", "caseworker confirmFacts",
                "caseworker proposeDecision", "approver approveDecision", "caseworker getCase", "approver getDecision");
    }

    @Test
    void recordsNothingForARefusedAct() {
        Reply decided = decided(TestFamily.singleParent(), HERE);
        List<String> before = operations(decided);

        assertThat(post(pathOf(decided) + "/proposal", caseworker(), Map.of(), decided.etag()).status()).isEqualTo(409);

        assertThat(operations(decided)).filteredOn(operation -> operation.endsWith("proposeDecision"))
                .isEqualTo(before.stream().filter(operation -> operation.endsWith("proposeDecision")).toList());
    }

    @Test
    void pagesAndShowsNoOtherMunicipality() {
        Reply decided = decided(TestFamily.singleParent(), HERE);
        String path = "/api/v1/audit-records?limit=2&caseId=" + decided.at("/caseId").asString();

        Reply first = get(path, user("auditor", HERE));
        Reply second = get(path + "&after=" + first.at("/next").asString(), user("auditor", HERE));

        assertThat(first.at("/items").size()).isEqualTo(2);
        assertThat(second.at("/items/0/recordId").asString()).isGreaterThan(first.at("/items/1/recordId").asString());
        assertThat(get(path, user("auditor", NEIGHBOUR)).at("/items").size()).isZero();
    }

    private List<String> operations(Reply caseView) {
        List<String> operations = new ArrayList<>();
        for (JsonNode record : get("/api/v1/audit-records?limit=500&caseId=" + caseView.at("/caseId").asString(), user("auditor", HERE))
                .at("/items")) {
            operations.add(record.path("subject").asString() + " " + record.path("operation").asString());
        }
        return operations;
    }
}
