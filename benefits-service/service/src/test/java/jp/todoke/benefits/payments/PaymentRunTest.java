package jp.todoke.benefits.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.todoke.benefits.BenefitsTestSystem;
import jp.todoke.benefits.TestFamily;
import jp.todoke.benefits.zengin.BankFileProfile;
import jp.todoke.benefits.zengin.BankFileProfile.Remitter;
import jp.todoke.benefits.zengin.KanaName;
import jp.todoke.benefits.zengin.ZenginTotals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PaymentRunTest extends BenefitsTestSystem {
    private static final String RUNS = "/api/v1/payment-runs";
    private static final String HOLDER = "シケン　チチ";
    private static final String PAYDAY = "2027-02-10";
    private static final BankFileProfile PLAIN = new BankFileProfile(new Remitter("1", new KanaName("ｼ"), "0001", "001", "9", "1"), false,
            false);

    @Test
    void paysDecidedMonthsOnceAndHandsOutTheSameFileEachTime() {
        String city = "139971";
        decide(city, account("0001", "0000101", HOLDER));
        decide(city, account("0005", "0000102", HOLDER));

        Reply created = create(city, PAYDAY);
        assertThat(created.status()).as(created.body().toString()).isEqualTo(201);
        assertThat(created.at("/count").asInt()).isEqualTo(2);
        assertThat(created.at("/totalYen").asLong()).isEqualTo(60_000);
        assertThat(created.at("/items/0/months")).extracting(JsonNode::asString).containsExactly("2026-12", "2027-01");
        assertThat(created.at("/items/0/account").asString()).isEqualTo("0001-001 ****101");
        assertThat(create(city, PAYDAY).code()).isEqualTo("RUN_OPEN");

        String both = token("payments", city, "payments:read payments:write payments:approve");
        assertThat(approve(created, both, 2, 60_000).code()).isEqualTo("SAME_PERSON");
        assertThat(approve(created, user("approver", city), 2, 60_001).code()).isEqualTo("CONTROL_TOTALS_DIFFER");
        assertThat(post(path(created) + "/approval", user("approver", city), totals(2, 60_000), "\"7\"").status()).isEqualTo(412);
        assertThat(get(path(created) + "/bank-file", user("payments", city)).status()).isEqualTo(404);
        assertThat(ledger(city)).isEqualTo("0");

        Reply approved = approve(created, user("approver", city), 2, 60_000);
        assertThat(approved.status()).as(approved.body().toString()).isEqualTo(200);
        assertThat(approved.at("/state").asString()).isEqualTo("FILE_MADE");
        assertThat(approved.at("/fileName").asString()).isEqualTo("zengin-139971-20270210-001.txt");
        assertThat(ledger(city)).isEqualTo("60000");

        Reply file = get(path(created) + "/bank-file", user("payments", city));
        assertThat(file.raw().headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"zengin-139971-20270210-001.txt\"");
        assertThat(ZenginTotals.of(file.raw().body(), PLAIN)).isEqualTo(new ZenginTotals(2, 60_000));
        assertThat(new String(file.raw().body(), 54, 4, StandardCharsets.US_ASCII)).isEqualTo("0210");
        assertThat(get(path(created) + "/bank-file", user("auditor", city)).raw().body()).isEqualTo(file.raw().body());

        assertThat(approve(approved, user("approver", city), 2, 60_000).code()).as("事故-01").isEqualTo("RUN_CLOSED");
        assertThat(create(city, PAYDAY).at("/count").asInt()).as("事故-17").isZero();
        assertThat(create(city, "2027-02-12").at("/count").asInt()).as("事故-02").isZero();
        assertThat(get(path(created), user("payments", NEIGHBOUR)).status()).isEqualTo(404);
        assertThat(get(path(created) + "/bank-file", user("payments", NEIGHBOUR)).status()).isEqualTo(404);
    }

    @Test
    void listsEveryoneWhoCannotBePaidWithTheReason() {
        String city = "139963";
        decide(city, account("0001", "0000201", HOLDER));
        decide(city, account("9999", "0000202", HOLDER));
        decide(city, account("0001", "0000203", HOLDER));
        decide(city, account("0001", "0000203", HOLDER));
        decide(city, account("0001", "0000204", "ベツノ　ナマエ"));
        decide(city, Map.of());

        Reply created = create(city, PAYDAY);

        assertThat(created.at("/count").asInt()).isEqualTo(1);
        assertThat(created.at("/totalYen").asLong()).isEqualTo(30_000);
        assertThat(created.at("/held")).extracting(held -> held.path("code").asString() + " " + held.path("yen").asLong())
                .containsExactlyInAnyOrder(
                        "ACCOUNT_INVALID 30000", "ACCOUNT_SHARED 30000", "ACCOUNT_SHARED 30000", "ACCOUNT_HOLDER_DIFFERS 30000",
                        "ACCOUNT_NOT_REGISTERED 30000");
        assertThat(created.at("/held")).allMatch(held -> !held.path("message").asString().isBlank());

        Reply approved = approve(created, user("approver", city), 1, 30_000);
        assertThat(approved.at("/state").asString()).isEqualTo("FILE_MADE");
        assertThat(ledger(city)).isEqualTo("30000");
        assertThat(create(city, PAYDAY).at("/held").size()).as("who is held stays due").isEqualTo(5);
    }

    /** Nobody who was granted a month may disappear because another recipient was paid for it. */
    @Test
    void listsTheSecondRecipientOfAMonthThatWasPaidToTheFirst() {
        String city = "139912";
        decide(city, account("0001", "0000601", HOLDER));
        Reply first = create(city, PAYDAY);
        assertThat(approve(first, user("approver", city), 1, 30_000).status()).isEqualTo(200);
        grantToAnotherRecipient(city, 10_000);

        Reply second = create(city, "2027-02-15");

        assertThat(second.at("/count").asInt()).isZero();
        assertThat(second.at("/held")).extracting(held -> held.path("code").asString() + " " + held.path("yen").asLong())
                .containsExactly("CHILD_DECIDED_TWICE 0");
    }

    @Test
    void hidesTheAccountOfAListedItemOnceItsHouseholdIsProtected() {
        String city = "139891";
        TestFamily family = decide(city, account("0001", "0000701", HOLDER));
        Reply created = create(city, PAYDAY);
        assertThat(created.at("/items/0/account").asString()).isEqualTo("0001-001 ****701");

        feed(family.register("11", "supportMeasure", true), city);

        assertThat(get(path(created), user("payments", city)).at("/items/0/account").isMissingNode()).isTrue();
    }

    @Test
    void twoApprovalsAtTheSameTimeMakeOneFile() throws InterruptedException, ExecutionException {
        String city = "139955";
        decide(city, account("0001", "0000301", HOLDER));
        Reply created = create(city, PAYDAY);
        List<Integer> answers = new ArrayList<>();

        try (ExecutorService approvers = Executors.newFixedThreadPool(2)) {
            List<Future<Reply>> replies = new ArrayList<>();
            for (String name : List.of("approver-1", "approver-2")) {
                String token = token(name, city, "payments:read payments:approve");
                replies.add(approvers.submit(() -> approve(created, token, 1, 30_000)));
            }
            for (Future<Reply> reply : replies) {
                answers.add(reply.get().status());
            }
        }

        assertThat(answers).containsExactlyInAnyOrder(200, 412);
        assertThat(query("select count(*)::text from benefits.bank_file where municipality_code = ?", city)).containsExactly("1");
        assertThat(ledger(city)).isEqualTo("30000");
    }

    @Test
    void 事故_02_aMonthPaidOnAnotherDayMakesAnOpenRunOutdated() {
        String city = "139947";
        decide(city, account("0001", "0000401", HOLDER));
        Reply first = create(city, PAYDAY);
        Reply second = create(city, "2027-02-15");

        assertThat(approve(second, user("approver", city), 1, 30_000).status()).isEqualTo(200);
        assertThat(approve(first, user("approver", city), 1, 30_000).code()).isEqualTo("RUN_OUTDATED");
        assertThat(ledger(city)).isEqualTo("30000");

        Reply cancelled = post(path(first) + "/cancellation", user("payments", city), Map.of(), first.etag());
        assertThat(cancelled.at("/state").asString()).as(cancelled.body().toString()).isEqualTo("CANCELLED");
        assertThat(approve(cancelled, user("approver", city), 1, 30_000).code()).isEqualTo("RUN_CLOSED");
        Reply again = create(city, PAYDAY);
        assertThat(again.at("/count").asInt()).isZero();
        assertThat(approve(again, user("approver", city), 0, 0).code()).isEqualTo("NOTHING_TO_PAY");
    }

    @Test
    void takesEarlierUnpaidMonthsAlongAndAnswersARepeatedKeyWithTheSameRun() {
        String city = "139939";
        decide(city, account("0001", "0000501", HOLDER));

        Map<String, Object> request = Map.of("programme", "CHILD_ALLOWANCE", "paymentDate", "2027-04-09");
        Reply created = post(RUNS, user("payments", city), request, null, "key-of-april");
        Reply repeated = post(RUNS, user("payments", city), request, null, "key-of-april");

        assertThat(created.at("/items/0/months")).extracting(JsonNode::asString).containsExactly("2026-12", "2027-01", "2027-02",
                "2027-03");
        assertThat(created.at("/totalYen").asLong()).isEqualTo(60_000);
        assertThat(repeated.at("/runId")).isEqualTo(created.at("/runId"));
        assertThat(get(RUNS, user("payments", city)).body().size()).isEqualTo(1);
    }

    @ParameterizedTest(name = "事故-20 {0} ({1}): {2}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            date,       what,                     code
            2027-02-11, national holiday,         NOT_A_BUSINESS_DAY
            2027-02-13, Saturday,                 NOT_A_BUSINESS_DAY
            2026-12-31, year end,                 NOT_A_BUSINESS_DAY
            2027-03-10, no payment month,         NOT_A_PAYMENT_MONTH
            2026-11-16, the business date itself, PAYMENT_DATE_NOT_AHEAD
            2026-10-09, in the past,              PAYMENT_DATE_NOT_AHEAD
            2051-02-10, beyond the year ahead,    PAYMENT_DATE_NOT_AHEAD
            """)
    void refusesADayOnWhichNothingMayBePaid(String date, String what, String code) {
        Reply refused = create("139921", date);

        assertThat(refused.status()).as(what).isEqualTo(422);
        assertThat(refused.code()).as(what).isEqualTo(code);
    }

    private Reply create(String city, String date) {
        return post(RUNS, user("payments", city), Map.of("programme", "CHILD_ALLOWANCE", "paymentDate", date), null);
    }

    private Reply approve(Reply run, String token, int count, long totalYen) {
        return post(path(run) + "/approval", token, totals(count, totalYen), run.etag());
    }

    private static Map<String, Object> totals(int count, long totalYen) {
        return Map.of("count", count, "totalYen", totalYen);
    }

    private static String path(Reply run) {
        return RUNS + "/" + run.at("/runId").asString();
    }

    private static String ledger(String city) {
        return query("select coalesce(sum(yen), 0)::text from benefits.ledger_entry where municipality_code = ?", city).getFirst();
    }

    private static Map<String, Object> account(String bank, String number, String holderKana) {
        return Map.of("account",
                Map.of("bankCode", bank, "branchCode", "001", "accountType", "1", "accountNumber", number, "holderKana", holderKana,
                        "registeredOn", "2024-03-01"));
    }

    /** A single parent with one baby, 15,000 yen a month from 2026-12; an empty account is answered as not registered. */
    private TestFamily decide(String city, Map<String, Object> account) {
        TestFamily family = TestFamily.singleParent();
        feed(family, city);
        Reply opened = receive(family, city);
        for (JsonNode inquiry : inquiries(opened)) {
            answer(city, inquiry, account.isEmpty() ? "NOT_APPLICABLE" : "PROVIDED", account);
        }
        Reply confirmed = confirmAll(caseOf(family, city), user("caseworker", city));
        Reply proposed = post(pathOf(confirmed) + "/proposal", user("caseworker", city), Map.of(), confirmed.etag());
        assertThat(proposed.status()).as(proposed.body().toString()).isEqualTo(201);
        assertThat(approve(proposed, user("approver", city)).status()).isEqualTo(200);
        return family;
    }

    /** What no command of the service can do: a second decision on the months of the municipality's only child. */
    private static void grantToAnotherRecipient(String city, long yen) {
        query("insert into benefits.person (municipality_code, atenabango, kind, created_at)"
                + " values (?, '999999999999999', 'NONRESIDENT', now()) returning atenabango", city);
        query("insert into benefits.proposal (municipality_code, proposal_id, case_id, outcome, first_month, rule_version, input, trace, result,"
                + " proposed_by, proposed_at) select municipality_code, uuidv7(), case_id, outcome, first_month, rule_version, input, trace,"
                + " result, proposed_by, proposed_at from benefits.proposal where municipality_code = ? returning case_id", city);
        query("insert into benefits.benefit_case (municipality_code, case_id, case_number, programme, state, version, package_id, uketsuke_bango,"
                + " package_sha256, arrived_at, received_on, jpki_serial, signature_verified, application_cipher, application_key_id,"
                + " public_servant, attachment_names, withheld, opened_at)"
                + " select municipality_code, uuidv7(), 'X-' || case_number, programme, state, version, uuidv7(), uketsuke_bango, package_sha256,"
                + " arrived_at, received_on, jpki_serial, signature_verified, application_cipher, application_key_id,"
                + " public_servant, attachment_names, withheld, opened_at"
                + " from benefits.benefit_case where municipality_code = ? returning case_id", city);
        query("insert into benefits.decision (municipality_code, decision_id, decision_number, case_id, proposal_id, programme,"
                + " recipient_atenabango, outcome, first_month, decided_on, proposed_by, approved_by, rule_version, input, trace, result,"
                + " recorded_at) select d.municipality_code, uuidv7(), 'X-' || d.decision_number, c.case_id, p.proposal_id, d.programme,"
                + " '999999999999999', d.outcome, d.first_month, d.decided_on, d.proposed_by, d.approved_by, d.rule_version, d.input, d.trace,"
                + " d.result, now() from benefits.decision d join benefits.benefit_case c on c.municipality_code = d.municipality_code"
                + " and c.case_number like 'X-%' join benefits.proposal p on p.municipality_code = d.municipality_code"
                + " and p.proposal_id <> d.proposal_id where d.municipality_code = ? returning case_id", city);
        query("insert into benefits.decision_month (municipality_code, decision_id, month, child_atenabango, programme, outcome, yen, rank)"
                + " select m.municipality_code, second.decision_id, m.month, m.child_atenabango, m.programme, m.outcome, ?, m.rank"
                + " from benefits.decision_month m join benefits.decision second on second.municipality_code = m.municipality_code"
                + " and second.decision_number like 'X-%' where m.municipality_code = ? and m.outcome = 'GRANTED' returning outcome", yen,
                city);
    }
}
