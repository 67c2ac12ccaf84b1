package jp.todoke.benefits.programmes.childallowance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import jp.todoke.benefits.law.Cause;
import jp.todoke.benefits.law.CauseKind;
import jp.todoke.benefits.law.Claim;
import jp.todoke.benefits.law.ImpossibleFacts;
import jp.todoke.benefits.law.Tracing;
import org.junit.jupiter.api.Test;
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

        assertEquals(problems, named(facts));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            cause,       on,         since,      problems
            BIRTH,       ,           ,           /claims/0/cause/on REQUIRED
            MOVED_IN,    ,           ,           /claims/0/cause/on REQUIRED
            DISASTER,    ,           2026-06-01, /claims/0/cause/on REQUIRED
            UNAVOIDABLE, ,           ,           /claims/0/cause/on REQUIRED /claims/0/cause/since REQUIRED
            """)
    void aCauseWithoutItsDaysIsNamed(CauseKind cause, LocalDate on, LocalDate since, String problems) {
        ChildAllowanceFacts facts = Scenario.facts(null, "NEW 2026-06-10", "2018-05-05", null, null);
        Claim claim = facts.claims().getFirst();
        var causeless = new Claim(claim.id(), claim.kind(), claim.receivedOn(), claim.children(), new Cause(cause, on, since));

        assertEquals(problems, named(with(facts, causeless, facts.children())));
    }

    @Test
    void aChildDescribedTwiceIsNamed() {
        ChildAllowanceFacts facts = Scenario.facts(null, "NEW 2026-06-10", "2018-05-05", null, null);
        ChildAllowanceFacts.Child child = facts.children().getFirst();

        assertEquals("/children/1/id DUPLICATE_ID", named(with(facts, facts.claims().getFirst(), List.of(child, child))));
    }

    private static ChildAllowanceFacts with(ChildAllowanceFacts facts, Claim claim, List<ChildAllowanceFacts.Child> children) {
        return new ChildAllowanceFacts(
                facts.claimant(), List.of(claim), children, facts.countedSiblings(), facts.endings(), facts.office());
    }

    private static String named(ChildAllowanceFacts facts) {
        YearMonth month = YearMonth.of(2026, 12);
        var refusal = assertThrows(ImpossibleFacts.class, () -> ChildAllowance.load().decide(facts, month, month, Tracing.ON));
        return String.join(" ", refusal.problems().stream().map(problem -> problem.pointer() + " " + problem.code()).toList());
    }
}
