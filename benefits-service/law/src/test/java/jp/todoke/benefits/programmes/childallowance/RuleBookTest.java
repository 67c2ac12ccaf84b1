package jp.todoke.benefits.programmes.childallowance;

import java.time.YearMonth;
import java.util.List;
import jp.todoke.benefits.law.Trace;
import jp.todoke.benefits.law.Tracing;
import jp.todoke.benefits.rulebook.RuleBook;
import org.junit.jupiter.api.Test;

class RuleBookTest {
    private static final YearMonth FROM = YearMonth.of(2012, 4);
    private static final YearMonth TO = YearMonth.of(2028, 6);

    @Test
    void theRuleBookSaysWhatTheProgrammeDoes() {
        ChildAllowance rules = ChildAllowance.load();
        List<Trace> traces = ScenarioTable.rows().stream()
                .flatMap(row -> rules.decide(row.facts(), FROM, TO, Tracing.ON).traces().values().stream()).toList();
        new RuleBook("児童手当", "児童手当 (Child Allowance)", "child-allowance", "childallowance",
                List.of(ChildAllowanceReason.values()), traces).requireUpToDate();
    }
}
