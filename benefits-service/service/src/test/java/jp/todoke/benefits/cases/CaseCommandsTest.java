package jp.todoke.benefits.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.todoke.benefits.BenefitsTestSystem;
import jp.todoke.benefits.TestFamily;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the commands refuse, and that a refusal changes nothing. */
class CaseCommandsTest extends BenefitsTestSystem {
    private static final String BOTH = "cases:read cases:write cases:approve";

    @Test
    void refusesAStaleVersion() {
        Reply opened = answered(TestFamily.singleParent());
        Reply confirmed = confirmAll(opened, caseworker());

        Reply stale = post(pathOf(confirmed) + "/proposal", caseworker(), Map.of(), opened.etag());

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.code()).isEqualTo("STALE_VERSION");
        assertThat(get(pathOf(confirmed), caseworker()).etag()).isEqualTo(confirmed.etag());
    }

    @Test
    void requiresTheVersionThatWasRead() {
        Reply confirmed = confirmAll(answered(TestFamily.singleParent()), caseworker());

        assertThat(post(pathOf(confirmed) + "/proposal", caseworker(), Map.of(), null).status()).isEqualTo(428);
    }

    @Test
    void repeatsTheAnswerOfAKeyAndRefusesTheKeyWithAnotherBody() {
        Reply confirmed = confirmAll(answered(TestFamily.singleParent()), caseworker());
        String path = pathOf(confirmed) + "/proposal";
        String key = UUID.randomUUID().toString();

        Reply first = post(path, caseworker(), Map.of("note", "一"), confirmed.etag(), key);
        Reply again = post(path, caseworker(), Map.of("note", "一"), confirmed.etag(), key);
        Reply other = post(path, caseworker(), Map.of("note", "二"), confirmed.etag(), key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.etag()).isEqualTo(first.etag());
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(query("select proposal_id::text from benefits.proposal where case_id = ?::uuid", confirmed.at("/caseId").asString()))
                .hasSize(1);
    }

    @Test
    void doesNotLetTheSamePersonProposeAndApprove() {
        Reply confirmed = confirmAll(answered(TestFamily.singleParent()), caseworker());
        String both = token("taro", HERE, BOTH);
        Reply proposed = post(pathOf(confirmed) + "/proposal", both, Map.of(), confirmed.etag());

        Reply refused = approve(proposed, both);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("SAME_PERSON");
        assertThat(get(pathOf(proposed), caseworker()).at("/state").asString()).isEqualTo("PROPOSED");
        assertThat(approve(proposed, approver()).status()).isEqualTo(200);
    }

    @Test
    void returnsAProposalWithAReasonOnly() {
        TestFamily family = TestFamily.singleParent();
        Reply confirmed = confirmAll(answered(family), caseworker());
        Reply proposed = post(pathOf(confirmed) + "/proposal", caseworker(), Map.of(), confirmed.etag());
        String proposal = proposed.at("/proposal/proposalId").asString();

        Reply unreasoned = post(pathOf(proposed) + "/approval", approver(), Map.of("proposalId", proposal, "verdict", "RETURN"),
                proposed.etag());
        Reply returned = post(
                pathOf(proposed) + "/approval", approver(), Map.of("proposalId", proposal, "verdict", "RETURN", "reason", "口座の確認"),
                proposed.etag());

        assertThat(unreasoned.status()).isEqualTo(400);
        assertThat(unreasoned.at("/errors/0/pointer").asString()).isEqualTo("/reason");
        assertThat(returned.at("/state").asString()).isEqualTo("TO_PROPOSE");
        assertThat(returned.at("/proposal").isMissingNode()).isTrue();
        assertThat(outbox("application.status", family.packageId().toString())).extracting(status -> status.path("status").asString())
                .containsExactly("ACCEPTED", "IN_REVIEW");
        assertThat(post(pathOf(returned) + "/proposal", caseworker(), Map.of(), returned.etag()).status()).isEqualTo(201);
    }

    @Test
    void refusesTheCharacterThatNoDatabaseKeeps() {
        Reply confirmed = confirmAll(answered(TestFamily.singleParent()), caseworker());

        Reply refused = post(pathOf(confirmed) + "/proposal", caseworker(), Map.of("note", "a\u0000b"), confirmed.etag());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo("/note");
        assertThat(get("/api/v1/cases?uketsukeBango=%00", caseworker()).status()).isEqualTo(400);
    }

    @Test
    void keepsAnotherMunicipalitysCaseUnknown() {
        Reply opened = answered(TestFamily.singleParent());
        String foreign = user("caseworker", NEIGHBOUR);

        assertThat(get(pathOf(opened), foreign).status()).isEqualTo(404);
        assertThat(post(pathOf(opened) + "/proposal", foreign, Map.of(), opened.etag()).status()).isEqualTo(404);
        assertThat(get("/api/v1/cases", foreign).at("/items")).noneMatch(
                item -> item.path("caseId").asString().equals(opened.at("/caseId").asString()));
    }

    @Test
    void namesEveryBadFieldAtOnce() {
        String feeder = user("register-feed", HERE);
        Map<String, Object> resident = Map.of(
                "atenabango", "1", "kojinbango", "2", "householdNumber", "H", "relationship", "UNCLE", "name", "", "kana", "ア", "birthDate",
                "2020-13-01", "sex", "1", "address", "届野市", "residentSince", "2020-01-01");

        Reply refused = post("/api/v1/feeds/residents", feeder, Map.of("asOf", "2026-11-16", "residents", List.of(resident)), null);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/errors")).extracting(error -> error.path("pointer").asString()).contains(
                "/residents/0/atenabango", "/residents/0/kojinbango", "/residents/0/relationship", "/residents/0/name",
                "/residents/0/birthDate");
    }

    @Test
    void refusesWithoutTokenAndWithoutScope() {
        Reply opened = answered(TestFamily.singleParent());

        assertThat(send(request(pathOf(opened), "no-token").GET()).status()).isEqualTo(401);
        assertThat(post(pathOf(opened) + "/proposal", approver(), Map.of(), opened.etag()).status()).isEqualTo(403);
        assertThat(get("/api/v1/audit-records", caseworker()).status()).isEqualTo(403);
        assertThat(get("/api/v1/unknown", caseworker()).status()).isEqualTo(404);
    }

    @Test
    void confirmsOnlyWhatWaitsForIt() {
        Reply opened = answered(TestFamily.singleParent());
        String stranger = UUID.randomUUID().toString();
        String fact = opened.at("/facts/0/factId").asString();

        Reply refused = post(pathOf(opened) + "/confirmations", caseworker(), Map.of("factIds", List.of(stranger, fact, fact)),
                opened.etag());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/errors")).extracting(error -> error.path("pointer").asString() + " " + error.path("code").asString())
                .containsExactly("/factIds/0 UNKNOWN_FACT", "/factIds/2 NOT_TO_CONFIRM");
        assertThat(get(pathOf(opened), caseworker()).at("/facts")).allMatch(one -> one.path("state").asString().equals("PROPOSED"));
    }

    @Test
    void proposesNothingBeforeTheFactsAreConfirmed() {
        Reply opened = answered(TestFamily.singleParent());

        Reply refused = post(pathOf(opened) + "/proposal", caseworker(), Map.of(), opened.etag());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("CASE_STATE");
    }

    @Test
    void leavesContradictingFactsToAPerson() {
        Reply confirmed = confirmAll(answered(TestFamily.singleParent().cause("BIRTH", "2026-12-24")), caseworker());

        Reply referred = post(pathOf(confirmed) + "/proposal", caseworker(), Map.of(), confirmed.etag());

        assertThat(referred.status()).isEqualTo(422);
        assertThat(referred.code()).isEqualTo("RULE_REFERS");
        Reply after = get(pathOf(confirmed), caseworker());
        assertThat(after.at("/state").asString()).isEqualTo("NEEDS_PERSON");
        assertThat(after.at("/actionPoints/0/code").asString()).isEqualTo("RULE_REFERS");
    }

    /** 事故-09: the cause follows from the dates of the register and not from what was ticked. */
    @ParameterizedTest(name = "{0} on {1}, resident since {2}: {3}")
    @CsvSource({"MOVED_IN, 2026-11-02, 2015-04-01, 422", "MOVED_IN, 2026-11-02, 2026-11-04, 201", "MOVED_IN, 2026-11-02, 2026-10-30, 201",
            "BIRTH, 2026-11-02, 2015-04-01, 422", "BIRTH, 2026-11-05, 2015-04-01, 201"})
    void takesOnlyACauseThatTheRegisterBearsOut(String kind, String on, String residentSince, int status) {
        TestFamily family = TestFamily.singleParent().cause(kind, on).register("01", "residentSince", residentSince);
        Reply confirmed = confirmAll(answered(family), caseworker());

        Reply proposed = post(pathOf(confirmed) + "/proposal", caseworker(), Map.of(), confirmed.etag());

        assertThat(proposed.status()).as(proposed.body().toString()).isEqualTo(status);
    }

    @ParameterizedTest(name = "{0} left")
    @CsvSource({"01", "11"})
    void leavesToAPersonWhomTheRegisterRemovedSinceTheAnswer(String place) {
        TestFamily family = TestFamily.singleParent();
        Reply confirmed = confirmAll(answered(family), caseworker());

        feed(family.register(place, "removedOn", "2026-11-16"), HERE);

        assertThat(post(pathOf(confirmed) + "/proposal", caseworker(), Map.of(), confirmed.etag()).code()).isEqualTo("RULE_REFERS");
    }

    @Test
    void approvesNothingThatTheRegisterOvertook() {
        TestFamily family = TestFamily.singleParent();
        Reply confirmed = confirmAll(answered(family), caseworker());
        Reply proposed = post(pathOf(confirmed) + "/proposal", caseworker(), Map.of(), confirmed.etag());

        feed(family.register("01", "removedOn", "2026-11-16"), HERE);
        Reply refused = approve(proposed, approver());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("FACTS_CHANGED");
        Reply returned = post(
                pathOf(proposed) + "/approval", approver(),
                Map.of("proposalId", proposed.at("/proposal/proposalId").asString(), "verdict", "RETURN", "reason", "転出"), proposed.etag());
        assertThat(returned.at("/state").asString()).isEqualTo("TO_PROPOSE");
    }

    @Test
    void pagesTheList() {
        answered(TestFamily.singleParent());
        answered(TestFamily.singleParent());

        Reply first = get("/api/v1/cases?limit=1", caseworker());
        Reply second = get("/api/v1/cases?limit=1&after=" + first.at("/next").asString(), caseworker());

        assertThat(first.at("/items").size()).isEqualTo(1);
        assertThat(second.at("/items/0/caseId").asString()).isGreaterThan(first.at("/items/0/caseId").asString());
        assertThat(get("/api/v1/cases?limit=0", caseworker()).status()).isEqualTo(400);
    }

    @Test
    void saysWhatRunsHere() {
        Reply system = get("/api/v1/system", user("vendor", HERE));

        assertThat(system.at("/businessDate").asString()).isEqualTo("2026-11-16");
        assertThat(system.at("/ruleVersions/CHILD_ALLOWANCE").asString()).isNotEmpty();
    }

    /** Opened, with the account answered. */
    private Reply answered(TestFamily family) {
        feed(family, HERE);
        Reply opened = receive(family, HERE);
        inquiries(opened).forEach(inquiry -> answer(HERE, inquiry, "PROVIDED", family.answerTo(inquiry)));
        return caseOf(family, HERE);
    }
}
