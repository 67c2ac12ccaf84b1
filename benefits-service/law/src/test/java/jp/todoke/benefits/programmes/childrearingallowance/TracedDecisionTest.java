package jp.todoke.benefits.programmes.childrearingallowance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.todoke.benefits.law.Article;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.ImpossibleFacts;
import jp.todoke.benefits.law.ParameterMissing;
import jp.todoke.benefits.law.Trace;
import jp.todoke.benefits.law.Tracing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a caseworker reads beside an amount: each question with its answer, and the facts in the words of the law. */
class TracedDecisionTest {
    private static final ChildRearingAllowance RULES = ChildRearingAllowance.load();

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, nullValues = "-", textBlock = """
            claimant,                             claims,         household,            supporters,     pensions, question,                                             answer
            MOTHER 2024:1500000/1,                NEW 2026-04-10, 2018-05-05,           -,              -, 所得による支給の制限はあるか,                          一部支給
            MOTHER 2024:1000000/1,                NEW 2026-04-10, 2018-05-05,           -,              -, 所得による支給の制限はあるか,                          全部支給
            MOTHER 2024:undeclared/1,             NEW 2026-04-10, 2018-05-05,           -,              -, 所得による支給の制限はあるか,                          要確認
            MOTHER 2024:9000000/1,                NEW 2026-04-10, 2018-05-05,           -,              -, 所得による支給の制限はあるか,                          全部支給停止
            MOTHER 2024:1500000/1,                NEW 2026-04-10, 2018-05-05,           -,              -, 受給者の所得は全部支給の限度額以上か,                    以上（一部支給）
            MOTHER 2024:1000000/1,                NEW 2026-04-10, 2018-05-05,           -,              -, 受給者の所得は全部支給の限度額以上か,                    未満（全部支給）
            MOTHER 2024:9000000/1,                NEW 2026-04-10, 2018-05-05,           -,              -, 受給者の所得は全部支給の限度額以上か,                    -
            MOTHER 2024:9000000/1,                NEW 2026-04-10, 2018-05-05,           -,              -, 受給者の所得は限度額以上か,                            以上（支給停止）
            MOTHER 2024:1500000/1,                NEW 2026-04-10, 2018-05-05,           -,              -, 受給者の所得は限度額以上か,                            未満
            MOTHER,                               NEW 2026-04-10, 2018-05-05,           g1 2024:2000000/0, -, 配偶者・扶養義務者・孤児等の養育者の所得制限限度額はいくらか, 2360000
            MOTHER,                               NEW 2026-04-10, 2018-05-05,           -,              BASIC paid=2020-04-01 annual=1075000 add=243800, 公的年金給付等による支給の調整後の額はいくらか, 27730
            MOTHER,                               NEW 2020-04-10, 2013-05-05,           -,              -, 5年等経過後の一部支給停止後の額はいくらか,                24710
            MOTHER,                               NEW 2025-04-10, 2018-05-05 until=2026-05-16, -,       -, 何月分まで支給するか,                                  2026-05分まで（CARE_ENDED）
            """)
    void everyQuestionIsAnsweredInItsTrace(
            String claimant, String claims, String household, String supporters, String pensions, String question, String answer) {
        Decision decision = decide(Scenario.facts(claimant, claims, household, null, supporters, pensions));

        assertEquals(answer, traces(decision).filter(trace -> trace.question().equals(question)).map(Trace::result).findFirst()
                .orElse(null));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, nullValues = "-", textBlock = """
            claimant,                                              household,                                pensions, question,                                         fact,         value
            CARER 2024:salary~2000000~student~1~widow~1/1,         2018-05-05,                               -, 控除の合計はいくらか,                              勤労学生,      該当
            CARER 2024:salary~2000000~student~1~widow~1/1,         2018-05-05,                               -, 控除の合計はいくらか,                              寡婦,         該当
            CARER 2024:salary~2000000~student~1~widow~1/1,         2018-05-05,                               -, 控除の合計はいくらか,                              ひとり親,      非該当
            CARER 2024:salary~2000000~single~1/1,                  2018-05-05,                               -, 控除の合計はいくらか,                              ひとり親,      該当
            CARER 2024:salary~2000000~support~300000/1,            2018-05-05,                               -, 所得の額はいくらか,                                養育費,       算入しない
            MOTHER 2024:salary~1200000~widow~1/1,                  2018-05-05,                               -, 控除の合計はいくらか,                              寡婦,         -
            MOTHER 2024:salary~1200000~nontaxable~500000/1,        2018-05-05,                               -, 所得の額はいくらか,                                非課税公的年金（公的年金等控除後）, 算入しない
            MOTHER 2024:1500000/1,                                 2018-05-05,                               -, 所得の額はいくらか,                                算定済みの所得（2024年）, 1500000円
            MOTHER 2024:1500000/1,                                 2018-05-05,                               -, 一部支給の所得制限限度額はいくらか,                  扶養親族等の数, 1
            MOTHER others=none,                                    2018-05-05,                               -, 受給者の所得は限度額以上か,                         所得,         不明
            MOTHER 2024:undeclared/0,                              2018-05-05,                               -, 受給者の所得は限度額以上か,                         所得,         未申告
            MOTHER,                                                2018-05-05,                               -, 18歳に達する日以後の最初の3月31日までの間（障害の状態にあるときは20歳未満）にあるか, 障害の状態, なし
            MOTHER,                                                2018-05-05 disability=2020-01-01,         -, 18歳に達する日以後の最初の3月31日までの間（障害の状態にあるときは20歳未満）にあるか, 障害の状態, あり
            MOTHER,                                                2018-05-05,                               -, 里親に委託され、又は施設に入所していないか,            入所・委託,    なし
            MOTHER,                                                2018-05-05 facility=2020-01-01/2020-02-01, -, 里親に委託され、又は施設に入所していないか,           入所・委託,    あり
            MOTHER,                                                2018-05-05,                               -, 請求の日に監護され、又は養育されているか,             監護等の終期,  なし
            MOTHER,                                                2018-05-05 until=2026-12-16,              -, 請求の日に監護され、又は養育されているか,             監護等の終期,  2026-12-16
            """)
    void aFactIsNamedInItsTrace(String claimant, String household, String pensions, String question, String fact, String value) {
        Decision decision = decide(Scenario.facts(claimant, "NEW 2026-04-10", household, null, null, pensions));

        List<Trace> asked = traces(decision).filter(trace -> trace.question().equals(question)).toList();
        assertTrue(!asked.isEmpty(), question);
        assertEquals(value, asked.getFirst().facts().stream().filter(given -> given.name().equals(fact)).map(Trace.Given::value)
                .findFirst().orElse(null));
    }

    @Test
    void anIncreaseRestsOnItsOwnProvisionAndNamesOnlyTheChildrenItAdds() {
        Decision decision = decide(Scenario.facts(
                null, "NEW 2026-04-10 for=c1;INCREASE 2026-05-20 for=c1+c2", "2017-05-05;2020-05-05", null, null, null));
        Decision.ClaimDecision opened = decision.claims().get(0);
        Decision.ClaimDecision increase = decision.claims().get(1);

        assertEquals(List.of("c2"), increase.children().stream().map(Decision.ChildClaim::id).toList());
        assertEquals(Provisions.CERTIFICATION, opened.outcome().trace().article());
        assertEquals(Provisions.INCREASE, increase.outcome().trace().article());
        assertEquals(Provisions.START_AND_END, opened.children().getFirst().outcome().trace().article());
        assertEquals(Provisions.INCREASE, increase.children().getFirst().outcome().trace().article());
        assertEquals("2026-05", opened.children().getFirst().outcome().trace().result());
    }

    @Test
    void whatIsNotKnownIsForAnOfficer() {
        Decision decision = decide(Scenario.facts(null, "NEW 2026-04-10", "2018-05-05 care=unknown", null, null, null));

        assertEquals("要確認", decision.claims().getFirst().children().getFirst().outcome().trace().result());
    }

    @Test
    void theFirstChildHasTheAmountAndTheNextTheAddition() {
        Decision decision = decide(Scenario.facts(null, "NEW 2026-04-10", "2017-05-05;2020-05-05", null, null, null));

        List<Article> articles = decision.months().getFirst().children().stream()
                .map(child -> decision.traces().get(child.traceId()).article()).toList();
        assertEquals(List.of(Provisions.AMOUNT, Provisions.ADDITION), articles);
    }

    @Test
    void aChildSaysWhyItsMonthIsSuspendedAndNothingWhereItIsPaid() {
        Decision suspended = decide(Scenario.facts("MOTHER 2024:9000000/1", "NEW 2026-04-10", "2018-05-05", null, null, null));
        Decision partial = decide(Scenario.facts("MOTHER 2024:1500000/1", "NEW 2026-04-10", "2018-05-05", null, null, null));

        assertEquals(List.of(ChildRearingAllowanceReason.INCOME_OVER_LIMIT), suspended.months().getFirst().children().getFirst().reasons());
        assertEquals(List.of(), partial.months().getFirst().children().getFirst().reasons());
    }

    @Test
    void oneChildTwiceIsRefused() {
        ChildRearingAllowanceFacts facts = Scenario.facts(null, "NEW 2026-04-10", "2018-05-05", null, null, null);
        var twice = new ChildRearingAllowanceFacts(
                facts.claimant(), facts.claims(), List.of(facts.children().getFirst(), facts.children().getFirst()), facts.endings(),
                facts.supporters(), facts.pensions(), facts.office());

        var refusal = assertThrows(ImpossibleFacts.class, () -> decide(twice));

        assertEquals("/children/1/id DUPLICATE_ID", refusal.problems().stream()
                .map(problem -> problem.pointer() + " " + problem.code()).collect(Collectors.joining(" ")));
    }

    @Test
    void theAmountsOfTheLastYearRunOnOnlyWhereThatIsAsked() {
        ChildRearingAllowanceFacts facts = Scenario.facts(null, "NEW 2026-04-10", "2018-05-05", null, null, null);
        YearMonth fixed = RULES.fixedThrough();
        YearMonth next = fixed.plusMonths(1);

        assertEquals(YearMonth.of(2027, 3), fixed);
        assertThrows(ParameterMissing.class, () -> RULES.decide(facts, next, next, Tracing.OFF));
        assertEquals(48_050, RULES.untilRevised().decide(facts, next, next, Tracing.OFF).months().getFirst().yen().value());
    }

    private static Decision decide(ChildRearingAllowanceFacts facts) {
        YearMonth month = YearMonth.of(2026, 6);
        return RULES.decide(facts, month, month, Tracing.ON);
    }

    private static Stream<Trace> traces(Decision decision) {
        return decision.traces().values().stream().flatMap(TracedDecisionTest::within);
    }

    private static Stream<Trace> within(Trace trace) {
        return Stream.concat(Stream.of(trace), trace.children().stream().flatMap(TracedDecisionTest::within));
    }
}
