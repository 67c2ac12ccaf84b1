package jp.todoke.benefits.programmes.childallowance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 第12条第1項: unpaid months pass to the children, each for its own share. */
class UnpaidShareTest {
    private static final ChildAllowance RULES = ChildAllowance.load();

    @ParameterizedTest(name = "{5}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            claims,         household,                                    endings,                                       firstUnpaid, shares, sentence
            NEW 2025-06-10, 2021-06-06,                                   CLAIMANT_DIED 2026-11-12,                      2026-10, c1 2026-10+2026-11 20000, the month before and the month of the death pass to the only child
            NEW 2025-06-10, 2021-06-06,                                   CLAIMANT_DIED 2026-11-12,                      2026-11, c1 2026-11 10000, what was paid before passes to nobody
            NEW 2025-06-10, 2021-06-06,                                   CLAIMANT_DIED 2026-11-12,                      2026-12, , after the month of the death nothing is due
            NEW 2025-06-10, 2014-02-02;2017-02-02;2020-02-02,             CLAIMANT_DIED 2026-12-31,                      2026-12, c1 2026-12 10000;c2 2026-12 10000;c3 2026-12 30000, each child for its own share with the third-child rate
            NEW 2025-06-10, 2014-02-02 until=2026-11-20;2017-02-02,       CLAIMANT_DIED 2026-12-05,                      2026-10, c1 2026-10+2026-11 20000;c2 2026-10+2026-11+2026-12 30000, a child that had left keeps the share of its months
            NEW 2025-06-10, 2018-05-05,                                   MOVED_OUT 2026-10-10;CLAIMANT_DIED 2026-12-05, 2026-09, c1 2026-09+2026-10 20000, months after the entitlement ended are not due
            NEW 2025-06-10, 2018-05-05,                                   MOVED_OUT 2026-10-10,                          2026-09, , where nobody died nothing passes
            """)
    void passesToTheChildren(String claims, String household, String endings, YearMonth firstUnpaid, String shares, String sentence) {
        ChildAllowanceFacts facts = Scenario.facts(null, claims, household, null, endings);

        String passed = RULES.unpaidAtDeath(facts, firstUnpaid).stream()
                .map(share -> share.childId() + " " + String.join("+", share.months().stream().map(YearMonth::toString).toList()) + " "
                        + share.yen().value())
                .reduce((one, other) -> one + ";" + other)
                .orElse(null);
        assertEquals(shares, passed, sentence);
    }
}
