package jp.todoke.benefits.programmes.childallowance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.YearMonth;
import java.util.List;
import jp.todoke.benefits.law.ImpossibleFacts;
import jp.todoke.benefits.law.Tracing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImpossibleFactsTest {
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            claims,                                          household,                       endings,              problems
            NEW 2025-06-10;NEW 2026-06-10,                   2018-05-05,                      ,                     /claims/1/kind ENTITLEMENT_LIVES
            INCREASE 2026-06-10,                             2018-05-05,                      ,                     /claims/0/kind INCREASE_ALONE
            NEW 2026-06-10 BIRTH=2026-06-11,                 2018-05-05,                      ,                     /claims/0/cause/on CLAIM_BEFORE_CAUSE
            NEW 2026-06-10 DISASTER=2026-06-01,              2018-05-05,                      ,                     /claims/0/cause/since REQUIRED
            NEW 2026-06-10 DISASTER=2026-06-01 since=2026-06-02, 2018-05-05,                  ,                     /claims/0/cause/since ENDS_BEFORE_START
            NEW 2026-06-10 for=c1+c9,                        2018-05-05,                      ,                     /claims/0/children/1 UNKNOWN_CHILD
            NEW 2026-06-10,                                  2018-05-05,                      MOVED_OUT 2026-06-10, /endings/0/on ENDING_ON_CLAIM_DAY
            NEW 2026-06-10,                                  2018-05-05,                      CARE_ENDED 2026-06-11 for=c2, /endings/0/children/0 UNKNOWN_CHILD
            NEW 2026-06-10,                                  2018-05-05,                      CHILD_DIED 2026-06-11, /endings/0/children REQUIRED
            NEW 2026-06-10,                                  2018-05-05 until=2018-05-05,     ,                     /children/0/careUntil ENDS_BEFORE_START
            NEW 2026-06-10 for=c2,                           2018-05-05 facility=2020-01-02/2020-01-02, MOVED_OUT 2026-06-10, /children/0/facility/0/until ENDS_BEFORE_START /claims/0/children/0 UNKNOWN_CHILD /endings/0/on ENDING_ON_CLAIM_DAY
            """)
    void everyBadPlaceIsNamedAtOnce(String claims, String household, String endings, String problems) {
        ChildAllowanceFacts facts = Scenario.facts(null, claims, household, null, endings);
        YearMonth month = YearMonth.of(2026, 12);

        var refusal = assertThrows(ImpossibleFacts.class, () -> ChildAllowance.load().decide(facts, month, month, Tracing.ON));

        List<String> named = refusal.problems().stream().map(problem -> problem.pointer() + " " + problem.code()).toList();
        assertEquals(problems, String.join(" ", named));
    }
}
