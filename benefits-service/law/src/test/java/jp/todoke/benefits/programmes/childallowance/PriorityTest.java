package jp.todoke.benefits.programmes.childallowance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jp.todoke.benefits.law.Fact;
import jp.todoke.benefits.law.Yen;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriorityTest {
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, nullValues = "-", textBlock = """
            claimant, spouse,  standing
            3000000,  2999999, HIGHER_EARNER
            3000000,  3000000, HIGHER_EARNER
            3000000,  3000001, OTHER_PARENT_EARNS_MORE
            0,        0,       HIGHER_EARNER
            unknown,  3000000, -
            3000000,  unknown, -
            none,     0,       -
            0,        none,    -
            """)
    void comparesOnlyKnownIncomes(String claimant, String spouse, PriorityStanding standing) {
        Fact<PriorityStanding> priority = Priority.compare(income(claimant), income(spouse));

        assertEquals(standing, priority instanceof Fact.Known<PriorityStanding>(PriorityStanding known, _) ? known : null);
    }

    private static Fact<Yen> income(String cell) {
        return switch (cell) {
            case "unknown" -> Fact.unknown("未申告");
            case "none" -> Fact.none("地方税関係情報");
            default -> Fact.known(Yen.of(Long.parseLong(cell)), "地方税関係情報");
        };
    }
}
