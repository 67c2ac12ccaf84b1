package jp.todoke.benefits.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import jp.todoke.benefits.BenefitsTestSystem;
import jp.todoke.benefits.TestFamily;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CaseLifecycleTest extends BenefitsTestSystem {
    @Test
    void goesFromTheApplicationToTheDecision() {
        TestFamily family = TestFamily.couple();
        feed(family, HERE);

        Reply opened = receive(family, HERE);
        assertThat(opened.at("/state").asString()).as(opened.body().toPrettyString()).isEqualTo("INQUIRING");
        assertThat(opened.at("/caseNumber").asString()).matches("R08-[0-9]{6}");
        assertThat(inquiries(opened)).extracting(inquiry -> inquiry.path("kind").asString()).containsExactly("ACCOUNT");

        JsonNode inquiry = inquiries(opened).getFirst();
        assertThat(answer(HERE, inquiry, "PROVIDED", TestFamily.account("シケン　チチ")).status()).isEqualTo(202);
        Reply answered = caseOf(family, HERE);
        assertThat(answered.at("/state").asString()).isEqualTo("TO_CONFIRM");

        Reply confirmed = confirmAll(answered, caseworker());
        assertThat(confirmed.at("/state").asString()).isEqualTo("TO_PROPOSE");
        assertThat(confirmed.at("/attachments")).extracting(line -> line.path("kind").asString() + " " + line.path("state").asString())
                .containsExactlyInAnyOrder("TAX_CERTIFICATE OMITTED", "TAX_CERTIFICATE OMITTED", "PASSBOOK_COPY OMITTED");

        Reply proposed = post(pathOf(confirmed) + "/proposal", caseworker(), Map.of(), confirmed.etag());
        assertThat(proposed.status()).as(proposed.body().toString()).isEqualTo(201);
        assertThat(proposed.at("/proposal/outcome").asString()).isEqualTo("GRANTED");
        assertThat(proposed.at("/proposal/firstMonth").asString()).isEqualTo("2026-12");

        Reply approved = approve(proposed, approver());
        assertThat(approved.status()).as(approved.body().toString()).isEqualTo(200);
        assertThat(approved.at("/state").asString()).isEqualTo("DECIDED");
        assertThat(approved.at("/decision/payments/0/payMonth").asString()).isEqualTo("2027-02");
        assertThat(approved.at("/decision/payments/0/yen").asLong()).isEqualTo(30_000);
        assertThat(query("select sum(yen)::text from benefits.decision_month where month < date '2027-02-01' and child_atenabango = ?",
                family.atenabango("11"))).containsExactly("30000");

        Reply detail = get(pathOf(approved) + "/decision", approver());
        assertThat(detail.at("/ruleVersion").asString()).isNotEmpty();
        assertThat(detail.at("/input/claimant/id").asString()).isEqualTo(family.atenabango("01"));
        assertThat(detail.at("/trace/traces").size()).isPositive();
        assertThat(outbox("application.status", family.packageId().toString())).extracting(status -> status.path("status").asString())
                .containsExactly("ACCEPTED", "COMPLETED");
    }
}
