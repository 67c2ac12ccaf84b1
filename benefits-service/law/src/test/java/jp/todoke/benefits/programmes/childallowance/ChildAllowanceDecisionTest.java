package jp.todoke.benefits.programmes.childallowance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.ImpossibleFacts;
import jp.todoke.benefits.law.OfficeCalendar;
import jp.todoke.benefits.law.Reason;
import jp.todoke.benefits.law.Trace;
import jp.todoke.benefits.law.Tracing;
import jp.todoke.benefits.law.Yen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChildAllowanceDecisionTest {
    private static final ChildAllowance RULES = ChildAllowance.load();
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final YearMonth DECEMBER = YearMonth.of(2026, 12);

    @Test
    void ranksCountTheSiblingsBeforeTheChildrenAndTwinsInTheOrderOfTheRequest() {
        var facts = Scenario.facts(
                null, "NEW 2026-11-04", "2026-10-20;2018-05-05;2026-10-20", "2006-06-10 declared=2026-11-04 from=2025-04-01", null);

        var children = RULES.decide(facts, DECEMBER, DECEMBER, Tracing.ON).months().getFirst().children();

        assertEquals(List.of("c2 2 10000", "c1 3 30000", "c3 4 30000"), children.stream()
                .map(child -> child.id() + " " + child.rank() + " " + child.yen().value())
                .toList());
    }

    @Test
    void aMonthForAnOfficerHasNoAmountNoChildrenAndNoPayment() {
        var facts = Scenario.facts("priority=unknown", "NEW 2026-11-04", "2018-05-05", null, null);

        Decision decision = RULES.decide(facts, DECEMBER, DECEMBER.plusMonths(1), Tracing.ON);

        assertNull(decision.months().getFirst().yen());
        assertEquals(List.of(), decision.months().getFirst().children());
        assertEquals(List.of(), decision.payments());
    }

    @Test
    void aChildNoLongerPaidStandsBesideThePaidOnesWithItsReason() {
        var facts = Scenario.facts(null, "NEW 2026-03-04", "2008-04-01;2018-05-05;2020-05-05 care=no", null, null);

        var children = RULES.decide(facts, YearMonth.of(2026, 4), YearMonth.of(2026, 4), Tracing.ON).months().getFirst().children();

        assertEquals(
                List.of("c2 GRANTED []", "c1 REFUSED [ENDED_BEFORE_START]", "c3 REFUSED [NOT_CARED_FOR]"),
                children.stream().map(child -> child.id() + " " + child.outcome() + " " + codes(child.reasons())).toList());
    }

    @Test
    void childrenWhoLeaveInOneMonthForDifferentReasonsGiveTheMonthAllOfThem() {
        var facts = Scenario.facts(null, "NEW 2026-03-04", "2014-04-01 until=2026-11-20;2018-05-05 facility=2026-11-10/", null, null);

        Decision.Month month = RULES.decide(facts, DECEMBER, DECEMBER, Tracing.ON).months().getFirst();

        assertEquals(List.of("CARE_ENDED", "IN_FACILITY"), codes(month.reasons()));
    }

    @Test
    void theTraceOfAnAmountCitesItsRateAndNestsTheStartOfThePayment() {
        var facts = Scenario.facts(null, "NEW 2026-11-16 BIRTH=2026-10-31", "2026-10-31", null, null);
        Decision decision = RULES.decide(facts, NOVEMBER, NOVEMBER, Tracing.ON);

        Trace trace = decision.traces().get(decision.months().getFirst().children().getFirst().traceId());

        assertEquals("児童手当法第6条第1項第1号", trace.article().toString());
        assertEquals("under_three", trace.parameters().getFirst().name());
        assertEquals("15000円", trace.result());
        Trace start = trace.children().getLast().children().getLast();
        assertEquals("児童手当法第8条第3項", start.article().toString());
        assertTrue(start.children().getFirst().facts().contains(new Trace.Given("15日目（休日の翌日に満了）", "2026-11-16", "市の休日")));
    }

    @Test
    void monthsWithTheSameGroundsShareOneTrace() {
        var facts = Scenario.facts(null, "NEW 2025-06-10", "2018-05-05", null, null);

        assertEquals(1, RULES.decide(facts, YearMonth.of(2026, 1), DECEMBER, Tracing.ON).traces().size());
    }

    @Test
    void aPaymentCoversTheMonthsSinceTheOneBeforeItOnly() {
        var facts = Scenario.facts(null, "NEW 2025-06-10", "2018-05-05", null, null);

        var payments = RULES.decide(facts, YearMonth.of(2026, 8), NOVEMBER, Tracing.ON).payments();

        assertEquals(
                List.of("2026-10 [2026-08, 2026-09]", "2026-12 [2026-10, 2026-11]"),
                payments.stream().map(payment -> payment.payMonth() + " " + payment.covers()).toList());
    }

    @Test
    void claimsAreDecidedInTheOrderOfReceiptHoweverTheyAreListed() {
        var facts = Scenario.facts(null, "INCREASE 2026-11-16 for=c2;NEW 2025-06-10 for=c1", "2018-05-05;2020-05-05", null, null);

        assertEquals(Yen.of(20000), RULES.decide(facts, DECEMBER, DECEMBER, Tracing.ON).months().getFirst().yen());
    }

    @Test
    void milestonesAreTheMonthOfTheThirdBirthdayAndTheMarchAfterEighteen() {
        assertEquals(
                new ChildAllowance.Milestones(YearMonth.of(2029, 11), YearMonth.of(2045, 3)),
                RULES.milestones(LocalDate.parse("2026-11-16"), DECEMBER));
    }

    @Test
    void aYearOfIncomeGivenTwiceAndACountedSiblingWhoseSupportEndsAtOnceAreRefused() {
        var facts = Scenario.facts(Arrays.asList(
                null, "NEW 2026-11-04", "2018-05-05", "2006-06-10 declared=2026-11-04 from=2025-04-01 until=2025-04-01", null,
                "2025 assessed=0;2025 assessed=1"));

        var refusal = assertThrows(ImpossibleFacts.class, () -> RULES.decide(facts, DECEMBER, DECEMBER, Tracing.OFF));

        assertEquals(
                Set.of("/claimant/incomes/1/year DUPLICATE_YEAR", "/countedSiblings/0/until ENDS_BEFORE_START"),
                refusal.problems().stream().map(problem -> problem.pointer() + " " + problem.code()).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            day,        isClosed
            2026-12-28, false
            2026-12-29, true
            2028-01-03, true
            2028-01-04, false
            """)
    void theOfficeIsClosedFrom29DecemberTo3January(LocalDate day, boolean isClosed) {
        assertEquals(isClosed, OfficeCalendar.ofNationalHolidays(Set.of()).isClosed(day));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            claimant,         claims,                                               article
            ,                 NEW 2025-06-10,                                       児童手当法第7条第1項
            kind=INSTITUTION, NEW 2025-06-10,                                       児童手当法第7条第2項
            ,                 NEW 2025-06-10 for=c1;INCREASE 2026-11-16 for=c2,     児童手当法第9条第1項
            """)
    void theTraceOfAClaimCitesItsOwnProvision(String claimant, String claims, String article) {
        var facts = Scenario.facts(claimant, claims, "2018-05-05;2020-05-05", null, null);

        var claim = RULES.decide(facts, DECEMBER, DECEMBER, Tracing.ON).claims().getLast();

        assertEquals(article, claim.outcome().trace().article().toString());
    }

    @Test
    void aChildAlreadyPaidIsNotClaimedForAgain() {
        var facts = Scenario.facts(null, "NEW 2025-06-10 for=c1;INCREASE 2026-11-16 for=c1+c2", "2018-05-05;2020-05-05", null, null);

        var claim = RULES.decide(facts, DECEMBER, DECEMBER, Tracing.ON).claims().getLast();

        assertEquals(List.of("c2"), claim.children().stream().map(Decision.ChildClaim::id).toList());
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            claims,                        household,                                               month,   children
            NEW 2025-06-10,                2008-04-01,                                              2026-04, c1 ENDED [PAST_AGE_LIMIT]
            NEW 2025-06-10;NEW 2027-03-05, 2018-05-05 facility=2026-12-10/2027-02-01;2020-05-05 japan=no, 2027-04, c1 GRANTED [];c2 REFUSED [CHILD_ABROAD]
            """)
    void everyChildOfAMonthIsNamedOnce(String claims, String household, YearMonth month, String children) {
        var facts = Scenario.facts(null, claims, household, null, null);

        String named = RULES.decide(facts, month, month, Tracing.ON).months().getFirst().children().stream()
                .map(child -> child.id() + " " + child.outcome() + " " + codes(child.reasons()))
                .collect(Collectors.joining(";"));
        assertEquals(children, named);
    }

    @Test
    void theSameQuestionGivesTheSameAnswerFromAnotherLoadOfTheRules() {
        var facts = Scenario.facts(null, "NEW 2025-06-10", "2018-05-05", null, null);

        assertEquals(
                RULES.decide(facts, NOVEMBER, DECEMBER, Tracing.ON).toMap().toString(),
                ChildAllowance.load().decide(facts, NOVEMBER, DECEMBER, Tracing.ON).toMap().toString());
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            month,   isPaymentMonth
            2012-06, true
            2024-04, false
            2024-08, false
            2024-10, true
            2024-11, false
            2024-12, true
            2025-04, true
            2027-01, false
            """)
    void paysInTheMonthsOfTheRulesThatTheMonthsBeforeBelongTo(YearMonth month, boolean isPaymentMonth) {
        assertEquals(isPaymentMonth, RULES.isPaymentMonth(month));
    }

    private static List<String> codes(List<Reason> reasons) {
        return reasons.stream().map(Reason::code).toList();
    }
}
