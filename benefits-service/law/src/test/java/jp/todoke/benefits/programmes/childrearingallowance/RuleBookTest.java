package jp.todoke.benefits.programmes.childrearingallowance;

import java.util.List;
import jp.todoke.benefits.law.Trace;
import jp.todoke.benefits.law.Tracing;
import jp.todoke.benefits.rulebook.RuleBook;
import org.junit.jupiter.api.Test;

class RuleBookTest {
    @Test
    void theRuleBookSaysWhatTheProgrammeDoes() {
        ChildRearingAllowance rules = ChildRearingAllowance.load();
        List<Trace> traces = ScenarioTable.decided().stream()
                .flatMap(row -> rules.decide(row.facts(), row.from(), row.to(), Tracing.ON).traces().values().stream()).toList();
        new RuleBook("児童扶養手当", "児童扶養手当 (Child Rearing Allowance)", "child-rearing-allowance", "childrearingallowance",
                List.of(ChildRearingAllowanceReason.values()), traces).requireUpToDate();
    }
}
