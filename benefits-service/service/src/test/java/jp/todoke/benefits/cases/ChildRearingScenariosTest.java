package jp.todoke.benefits.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import jp.todoke.benefits.BenefitsTestSystem;
import jp.todoke.benefits.TestFamily;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The stories of claims of 児童扶養手当, from the message to the decision. */
class ChildRearingScenariosTest extends BenefitsTestSystem {
    /** Amounts of 2026: benefits of one child 48,050, limits with one dependant 1,070,000 and 2,460,000, of a supporter without one 2,360,000. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            story,                                             salary,  support, supporter,  pension, outcome,   yen,   pays,   stages
            paid in full,                                      1000000, 0,       ,           ,        GRANTED,   48050, 48050,  48050 48050 48050 48050
            one yen below the limit of full payment,           1249999, 0,       ,           ,        GRANTED,   48050, 48050,  48050 48050 48050 48050
            paid in part by income of 1500000 (E29),           1680000, 0,       ,           ,        GRANTED,   36690, 36690,  48050 36690 36690 36690
            80 % of 養育費 count,                               1440000, 300000,  ,           ,        GRANTED,   36690, 36690,  48050 36690 36690 36690
            at the limit of partial payment,                   2640000, 0,       ,           ,        SUSPENDED, 0,     0,      48050 0 0 0
            a supporter one yen below the limit,               1000000, 0,       2539999,    ,        GRANTED,   48050, 48050,  48050 48050 48050 48050
            a supporter at the limit,                          1000000, 0,       2540000,    ,        SUSPENDED, 0,     0,      48050 0 0 0
            a pension of 30000 a month,                        1000000, 0,       ,           360000,  GRANTED,   18050, 18050,  48050 48050 18050 18050
            a pension of more than the allowance,              1000000, 0,       ,           720000,  SUSPENDED, 0,     0,      48050 48050 0 0
            """)
    void decidesByIncomeSupportersAndPensions(
            String story, long salary, long support, @Nullable Long supporter, @Nullable Long pension, String outcome, long yen, long pays,
            String stages) {
        TestFamily family = TestFamily.divorcedMother().taxItems("01", salary, 1, Map.of()).declare("childSupportYen", support)
                .declare("publicPension", pension != null);
        if (supporter != null) {
            family.supporter("21", "祖父", supporter);
        }

        Reply decided = decide(family, pension == null
                ? Map.of()
                : Map.of("PENSION 母", TestFamily.pension("OTHER_PUBLIC_PENSION", "2025-04-01", pension)));

        assertThat(decided.at("/decision/outcome").asString()).as(decided.body().toString()).isEqualTo("GRANTED");
        assertThat(decided.at("/decision/firstMonth").asString()).isEqualTo("2026-12");
        List<JsonNode> months = months(decided).stream().filter(month -> !month.path("outcome").asString().equals("NOT_YET")).toList();
        assertThat(months).extracting(month -> month.path("month").asString()).startsWith("2026-12").endsWith("2027-10").hasSize(11);
        assertThat(months).allSatisfy(month -> {
            assertThat(month.path("outcome").asString()).isEqualTo(outcome);
            assertThat(month.path("yen").asLong()).isEqualTo(yen);
            assertThat(text(month)).isEqualTo(stages);
        });
        assertThat(decided.at("/decision/payments").isEmpty()).isEqualTo(pays == 0);
        if (pays > 0) {
            assertThat(decided.at("/decision/payments/0/yen").asLong()).isEqualTo(pays);
            assertThat(decided.at("/decision/payments/0/payMonth").asString()).isEqualTo("2027-01");
        }
        assertThat(decided.at("/decision/reasons").isEmpty()).isEqualTo(yen == 48_050);
    }

    @Test
    void asksAllThatTheAllowanceNeedsAndShowsWhatEachAnswerProves() {
        TestFamily family = TestFamily.divorcedMother().supporter("21", "祖父", 1_200_000).register("21", "january1Municipality", NEIGHBOUR)
                .declare("publicPension", true);
        feed(family, HERE);
        Reply opened = receive(family, HERE);

        assertThat(opened.at("/programme").asString()).isEqualTo("CHILD_REARING_ALLOWANCE");
        assertThat(opened.at("/supporters/0/name").asString()).isEqualTo(family.name("祖父"));
        assertThat(questions(opened)).containsExactlyInAnyOrder(
                "IDENTITY 母 OWN_REGISTER", "IDENTITY 長子 OWN_REGISTER", "IDENTITY 祖父 OWN_REGISTER", "TAX 母 OWN_TAX_FEED", "TAX 祖父 CHUKAN",
                "FAMILY_REGISTER 母 CHUKAN", "PENSION 母 CHUKAN", "PENSION 長子 CHUKAN", "ACCOUNT 母 CHUKAN");
        assertThat(inquiries(opened)).allMatch(inquiry -> inquiry.path("procedure").asString().equals("CHILD_REARING_ALLOWANCE_NEW"));
        JsonNode tax = inquiry(opened, "TAX 祖父");
        assertThat(tax.path("providerMunicipality").asString() + " " + tax.path("year").asString()).isEqualTo(NEIGHBOUR + " 2026");
        assertThat(papers(opened)).containsExactlyInAnyOrder("FAMILY_REGISTER PENDING", "TAX_CERTIFICATE PENDING",
                "TAX_CERTIFICATE PENDING",
                "PENSION_CERTIFICATE PENDING", "PASSBOOK_COPY PENDING");

        Reply confirmed = confirmAll(answerAll(opened, family, Map.of(
                "TAX 祖父", Map.of("tax", Map.of("year", 2026, "totalIncomeYen", 1_200_000, "detail",
                        TestFamily.items(1_200_000, 0, Map.of()))),
                "PENSION 母", TestFamily.pension("OTHER_PUBLIC_PENSION", "2025-04-01", 120_000))), caseworker());

        assertThat(standing(confirmed)).isEqualTo("TO_PROPOSE ");
        assertThat(papers(confirmed)).hasSize(5).allMatch(paper -> paper.endsWith(" OMITTED"));
        assertThat(confirmed.at("/facts")).extracting(fact -> fact.path("kind").asString()).contains(
                "RESIDENCE", "CHILD_RESIDENCE", "INCOME", "CARE", "QUALIFYING_EVENT", "PENSION", "CHILD_SUPPORT", "SUPPORTER", "ACCOUNT");
        assertThat(confirmed.at("/facts")).allMatch(fact -> fact.path("kind").asString().startsWith("ACCOUNT")
                || fact.path("condition").asString().contains("児童扶養手当法第"));
        assertThat(facts(confirmed)).contains(
                "QUALIFYING_EVENT 申立て 離婚（2026年10月30日）、戸籍 離婚（2026年10月30日）", "PENSION 公的年金 年額 120,000円（2025年4月1日から）",
                "PENSION 公的年金等の給付なし", "CHILD_SUPPORT 2025年に受けた養育費 0円", "SUPPORTER 扶養義務者（父母）",
                "INCOME 2026年度 合計所得金額 1,000,000円（給与所得 1,000,000円、扶養親族等 1人）");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            story,                                ground,    groundOn,   status,        since,      codes
            divorced on the day that was said,    DIVORCE,   2026-10-30, DIVORCED,      2026-10-30, ''
            divorced on another day,              DIVORCE,   2026-10-30, DIVORCED,      2026-10-29, GROUND_NOT_CONFIRMED
            still married,                        DIVORCE,   2026-10-30, MARRIED,       2016-05-05, GROUND_NOT_CONFIRMED
            married again,                        DIVORCE,   2026-10-30, MARRIED,       2026-11-01, GROUND_NOT_CONFIRMED
            widowed,                              DEATH,     2025-03-10, WIDOWED,       2025-03-10, ''
            divorced and not widowed,             DEATH,     2025-03-10, DIVORCED,      2025-03-10, GROUND_NOT_CONFIRMED
            never married,                        UNMARRIED, 2019-08-01, NEVER_MARRIED, ,           ''
            never married since another day,      UNMARRIED, 2019-08-02, NEVER_MARRIED, ,           GROUND_NOT_CONFIRMED
            """)
    void takesTheGroundFromTheFamilyRegisterOnly(
            String story, String ground, String groundOn, String status, @Nullable String since, String codes) {
        TestFamily family = TestFamily.divorcedMother().declare("ground", ground).declare("groundOn", groundOn);
        feed(family, HERE);

        Reply after = confirmAll(
                answerAll(receive(family, HERE), family, Map.of("FAMILY_REGISTER 母", family.familyRegister(status, since))), caseworker());

        assertThat(standing(after)).isEqualTo(codes.isEmpty() ? "TO_PROPOSE " : "NEEDS_PERSON " + codes);
        assertThat(papers(after)).contains("FAMILY_REGISTER " + (codes.isEmpty() ? "OMITTED" : "DEMANDED"));
    }

    @Test
    void doesNotTakeAChildWhomTheFamilyRegisterDoesNotShow() {
        TestFamily family = TestFamily.divorcedMother();
        feed(family, HERE);
        Map<String, Object> register = Map.of("familyRegister", Map.of(
                "maritalStatus", "DIVORCED", "since", "2026-10-30", "childrenBirthDates", List.of("2019-08-02")));

        assertThat(openCodes(answerAll(receive(family, HERE), family, Map.of("FAMILY_REGISTER 母", register))))
                .containsExactly("GROUND_NOT_CONFIRMED");
    }

    @ParameterizedTest(name = "{0} {1} leaves {2}")
    @CsvSource({"FAMILY_REGISTER 母, NO_COPY, GROUND_NOT_CONFIRMED", "FAMILY_REGISTER 母, NOT_APPLICABLE, GROUND_NOT_CONFIRMED",
            "PENSION 母, NO_COPY, PENSION_NOT_AVAILABLE", "PENSION 長子, UNAVAILABLE, PENSION_NOT_AVAILABLE",
            "TAX 祖父, NO_COPY, INCOME_NOT_AVAILABLE", "TAX 祖父, UNDECLARED, INCOME_UNDECLARED"})
    void neverTakesAMissingAnswerForNothing(String question, String answer, String code) {
        TestFamily family = TestFamily.divorcedMother().supporter("21", "祖父", 0).register("21", "january1Municipality", NEIGHBOUR);
        feed(family, HERE);
        Map<String, Object> tax = Map.of("tax", Map.of("year", 2026, "totalIncomeYen", 0, "detail", TestFamily.items(0, 0, Map.of())));
        Map<String, Map<String, Object>> answers = new TreeMap<>(Map.of("TAX 祖父", tax));
        answers.put(question, Map.of("answer", answer));

        Reply after = confirmAll(answerAll(receive(family, HERE), family, answers), caseworker());

        assertThat(standing(after)).isEqualTo("NEEDS_PERSON " + code);
    }

    @ParameterizedTest(name = "{0}: {1} missing leaves {2}")
    @CsvSource({"01, otherIncomeYen, INCOME_NOT_AVAILABLE", "01, dependants, INCOME_NOT_AVAILABLE",
            "01, specificRelativeSpecialDeductionYen, INCOME_NOT_AVAILABLE", "01, dependants16to18, INCOME_NOT_AVAILABLE",
            "01, singleParent, ''", "01, widow, ''", "21, singleParent, INCOME_NOT_AVAILABLE", "21, dependants16to18, ''",
            "21, elderlyDependants, ''", "21, medicalExpensesYen, INCOME_NOT_AVAILABLE"})
    void needsEveryItemOfTaxThatCanMatter(String place, String item, String code) {
        TestFamily family = TestFamily.divorcedMother().supporter("21", "祖父", 0);
        Map<String, @Nullable Object> without = new TreeMap<>();
        without.put(item, null);
        family.taxItems(place, place.equals("01") ? 1_000_000 : 0, place.equals("01") ? 1 : 0, without);
        feed(family, HERE);

        assertThat(openCodes(receive(family, HERE))).isEqualTo(code.isEmpty() ? List.of() : List.of(code));
    }

    @Test
    void needsTheItemsOfTaxAndNotTheTotalOnly() {
        TestFamily family = TestFamily.divorcedMother().tax("01", 1_000_000);
        feed(family, HERE);

        assertThat(openCodes(receive(family, HERE))).containsExactly("INCOME_NOT_AVAILABLE");
    }

    @ParameterizedTest(name = "declared {0}, mother {1}, child {2} leaves {3}")
    @CsvSource({"false, , 120000, PENSION_NOT_DECLARED", "false, 120000, , PENSION_NOT_DECLARED", "true, , , PENSION_NOT_AVAILABLE",
            "true, , 120000, ''", "true, 120000, , ''"})
    void hearsTheClaimantWhereAnswerAndDeclarationDiffer(boolean declared, @Nullable Long mother, @Nullable Long child, String code) {
        TestFamily family = TestFamily.divorcedMother().declare("publicPension", declared);
        feed(family, HERE);
        Map<String, Map<String, Object>> answers = new TreeMap<>();
        if (mother != null) {
            answers.put("PENSION 母", TestFamily.pension("OTHER_PUBLIC_PENSION", "2025-04-01", mother));
        }
        if (child != null) {
            answers.put("PENSION 長子", TestFamily.pension("OTHER_PUBLIC_PENSION", "2025-04-01", child));
        }

        Reply after = confirmAll(answerAll(receive(family, HERE), family, answers), caseworker());

        assertThat(standing(after)).isEqualTo(code.isEmpty() ? "TO_PROPOSE " : "NEEDS_PERSON " + code);
        if (declared) {
            assertThat(papers(after)).contains("PENSION_CERTIFICATE " + (code.isEmpty() ? "OMITTED" : "DEMANDED"));
        }
    }

    /** The part of a disability pension that counts as income is in no tax answer; 1.25 times 1,091,100 less 600,000 is the most: 763,875. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            story,                                               salary, taxedPension, since,      born,       code
            paid in full whatever it was (E45),                  486124, 0,            2023-04-01, 1991-06-07, ''
            one yen more might reach the limit,                  486125, 0,            2023-04-01, 1991-06-07, RULE_REFERS
            no pension in the year whose income counts,          486125, 0,            2026-01-01, 1991-06-07, ''
            another pension may have used up the deduction,      300000, 1,            2023-04-01, 1991-06-07, RULE_REFERS
            old enough for a pension of one's own,               300000, 0,            2023-04-01, 1965-12-31, RULE_REFERS
            """)
    void decidesOnADisabilityPensionWhereItsIncomeCannotMatter(
            String story, long salary, long taxedPension, String since, String born, String code) {
        TestFamily family = TestFamily.divorcedMother().declare("publicPension", true).bornOn("01", born)
                .taxItems("01", salary, 1, Map.of("pensionMiscIncomeYen", taxedPension));
        feed(family, HERE);
        Map<String, Object> pension = Map.of("pensions", List.of(Map.of(
                "kind", "DISABILITY_BASIC", "from", since, "annualYen", 1_091_100, "childAdditionsAnnualYen", List.of(243_800))));
        Reply confirmed = confirmAll(answerAll(receive(family, HERE), family, Map.of("PENSION 母", pension)), caseworker());

        Reply proposed = post(pathOf(confirmed) + "/proposal", caseworker(), Map.of(), confirmed.etag());

        assertThat(proposed.status()).as(proposed.body().toString()).isEqualTo(code.isEmpty() ? 201 : 422);
        if (code.isEmpty()) {
            assertThat(text(proposed.at("/proposal/months/1"))).isEqualTo("48050 48050 27730 27730");
        } else {
            assertThat(standing(caseOf(family, HERE))).isEqualTo("NEEDS_PERSON " + code);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"a grandfather, 1961-02-03, SUPPORTER_NOT_NAMED", "a sister of 18, 2008-11-17, SUPPORTER_NOT_NAMED",
            "a sister of 17, 2008-11-18, ''"})
    void forgetsNobodyOfTheHouseholdWhoMayHaveToSupport(String story, String birthDate, String code) {
        TestFamily family = TestFamily.divorcedMother().housemate("21", birthDate);
        feed(family, HERE);

        assertThat(openCodes(receive(family, HERE))).isEqualTo(code.isEmpty() ? List.of() : List.of(code));
    }

    /** Whoever moved in since the application was never asked about. */
    @Test
    void decidesNothingOnAHouseholdThatHasGrownSince() {
        TestFamily family = TestFamily.divorcedMother();
        feed(family, HERE);
        Reply confirmed = confirmAll(answerAll(receive(family, HERE), family, Map.of()), caseworker());
        Reply proposed = post(pathOf(confirmed) + "/proposal", caseworker(), Map.of(), confirmed.etag());
        assertThat(proposed.status()).isEqualTo(201);
        feed(family.housemate("21", "1961-02-03"), HERE);

        Reply refused = approve(proposed, approver());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("FACTS_CHANGED");
    }

    @Test
    void doubtsTheGroundWhereTheOtherParentLivesInTheHousehold() {
        TestFamily family = TestFamily.divorcedMother().supporter("21", "父", 0);
        family.register("11", "fatherAtenabango", family.atenabango("21"));
        feed(family, HERE);

        assertThat(openCodes(receive(family, HERE))).containsExactly("GROUND_NOT_CONFIRMED");
    }

    @Test
    void asksNobodyOutsideAboutAProtectedHousehold() {
        TestFamily family = TestFamily.divorcedMother().register("11", "supportMeasure", true);
        feed(family, HERE);

        Reply opened = receive(family, HERE);

        assertThat(openCodes(opened)).containsExactlyInAnyOrder("GROUND_NOT_CONFIRMED", "PENSION_NOT_AVAILABLE", "ACCOUNT_NOT_AVAILABLE");
        assertThat(inquiries(opened)).isEmpty();
        assertThat(opened.body().toString()).doesNotContain("番地");
        assertThat(papers(opened)).contains("FAMILY_REGISTER DEMANDED");
    }

    @Test
    void refusesWhereNoChildIsOneAnyMore() {
        TestFamily family = TestFamily.divorcedMother().withoutChildren().child("11", "長子", "2008-04-01", true)
                .taxItems("01", 1_000_000, 1, Map.of());

        Reply decided = decide(family, Map.of());

        assertThat(decided.at("/decision/outcome").asString()).isEqualTo("REFUSED");
        assertThat(decided.at("/decision/reasons").isEmpty()).isFalse();
        assertThat(outbox("application.status", family.packageId().toString()).getLast().path("status").asString()).isEqualTo("REJECTED");
    }

    /** One person may have both allowances; a second claim of the same is a duplicate. */
    @Test
    void looksForDuplicatesWithinOneProgrammeOnly() {
        TestFamily family = TestFamily.divorcedMother();
        feed(family, HERE);
        receive(family, HERE);

        assertThat(openCodes(receive(family.alsoForChildAllowance(), HERE))).doesNotContain("DUPLICATE_APPLICATION", "COMPETING_CLAIM");
        assertThat(openCodes(receive(family.again(), HERE))).containsExactly("DUPLICATE_APPLICATION");
    }

    /** What the pension takes is taken from the last child of the ledger. */
    @Test
    void sharesTheAmountAmongTheChildren() {
        TestFamily family = TestFamily.divorcedMother().child("12", "二子", "2021-05-05", true).declare("publicPension", true)
                .taxItems("01", 1_000_000, 2, Map.of());

        Reply decided = decide(family, Map.of("PENSION 母", TestFamily.pension("OTHER_PUBLIC_PENSION", "2025-04-01", 600_000)));

        JsonNode month = months(decided).stream().filter(one -> one.path("month").asString().equals("2026-12")).findFirst().orElseThrow();
        assertThat(month.path("yen").asLong()).isEqualTo(9_400);
        assertThat(text(month)).isEqualTo("59400 59400 9400 9400");
        assertThat(month.path("children")).extracting(child -> child.path("yen").asLong()).containsExactly(9_400L, 0L);
    }

    private Reply decide(TestFamily family, Map<String, Map<String, Object>> answers) {
        feed(family, HERE);
        Reply confirmed = confirmAll(answerAll(receive(family, HERE), family, answers), caseworker());
        Reply proposed = post(pathOf(confirmed) + "/proposal", caseworker(), Map.of(), confirmed.etag());
        assertThat(proposed.status()).as(proposed.body().toString()).isEqualTo(201);
        Reply approved = approve(proposed, approver());
        assertThat(approved.status()).as(approved.body().toString()).isEqualTo(200);
        return approved;
    }

    /** Each inquiry by its kind and whom it is about: as told here, else as the family's sources say. */
    private Reply answerAll(Reply opened, TestFamily family, Map<String, Map<String, Object>> answers) {
        for (JsonNode inquiry : inquiries(opened)) {
            Map<String, Object> told = answers.get(key(inquiry));
            answer(HERE, inquiry, "PROVIDED", told == null ? family.answerTo(inquiry) : told);
        }
        return caseOf(family, HERE);
    }

    private static String key(JsonNode inquiry) {
        String name = inquiry.at("/subject/name").asString();
        return inquiry.path("kind").asString() + " " + name.substring(name.indexOf('　') + 1);
    }

    private JsonNode inquiry(Reply opened, String key) {
        return inquiries(opened).stream().filter(inquiry -> key(inquiry).equals(key)).findFirst().orElseThrow();
    }

    private static List<JsonNode> months(Reply decided) {
        return StreamSupport.stream(decided.at("/decision/months").spliterator(), false).toList();
    }

    private static String text(JsonNode month) {
        List<String> stages = new ArrayList<>();
        month.path("stages").forEach(stage -> stages.add(stage.path("yen").asString()));
        return String.join(" ", stages);
    }

    private static List<String> questions(Reply view) {
        return StreamSupport.stream(view.at("/questions").spliterator(), false).map(question -> {
            String name = question.path("subject").asString();
            return question.path("kind").asString() + " " + name.substring(name.indexOf('　') + 1) + " "
                    + question.path("channel").asString();
        }).toList();
    }

    private static List<String> facts(Reply view) {
        return StreamSupport.stream(view.at("/facts").spliterator(), false)
                .map(fact -> fact.path("kind").asString() + " " + fact.path("display").asString()).toList();
    }

    private static List<String> papers(Reply view) {
        return StreamSupport.stream(view.at("/attachments").spliterator(), false)
                .map(paper -> paper.path("kind").asString() + " " + paper.path("state").asString()).toList();
    }

    private static List<String> openCodes(Reply view) {
        return StreamSupport.stream(view.at("/actionPoints").spliterator(), false)
                .filter(point -> point.path("closedAt").isMissingNode() && !point.path("blocks").asString().equals("NOTHING"))
                .map(point -> point.path("code").asString()).toList();
    }

    private static String standing(Reply view) {
        return view.at("/state").asString() + " " + String.join(" ", openCodes(view));
    }
}
