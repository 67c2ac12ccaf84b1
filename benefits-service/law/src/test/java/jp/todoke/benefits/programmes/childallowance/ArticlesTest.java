package jp.todoke.benefits.programmes.childallowance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.todoke.benefits.law.Article;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.Trace;
import jp.todoke.benefits.law.Tracing;
import jp.todoke.benefits.law.Yen;
import org.junit.jupiter.api.Test;

/** The list of implemented articles is complete and has nothing in it that no rule uses. */
class ArticlesTest {
    private static final ChildAllowance RULES = ChildAllowance.load();
    private static final Set<String> LISTED = ChildAllowance.articles().stream().map(Article::toString).collect(Collectors.toSet());

    @Test
    void everyArticleOfAParameterIsListed() {
        Set<String> cited = RULES.parameters().stream()
                .flatMap(series -> series.rows().stream())
                .map(row -> row.article().toString())
                .collect(Collectors.toSet());

        assertEquals(Set.of(), without(cited, LISTED));
    }

    @Test
    void everyArticleOfAReasonIsListed() {
        Set<String> cited = Arrays.stream(ChildAllowanceReason.values()).map(reason -> reason.article().toString())
                .collect(Collectors.toSet());

        assertEquals(Set.of(), without(cited, LISTED));
    }

    /** Every trace of every scenario, down to the last question; and nothing is listed that none of them, no parameter and no reason cites. */
    @Test
    void whatTheTracesCiteAndWhatIsListedAreTheSame() {
        Set<String> cited = new TreeSet<>();
        ScenarioTable.rows().forEach(row -> {
            Decision decision = RULES.decide(row.facts(), YearMonth.of(2012, 4), YearMonth.of(2028, 6), Tracing.ON);
            decision.traces().values().forEach(trace -> collect(trace, cited));
            decision.claims().forEach(claim -> collect(claim.outcome().trace(), cited));
        });
        RULES.parameters().forEach(series -> series.rows().forEach(row -> cited.add(row.article().toString())));
        cited.add(new UnpaidShare("c1", List.of(), Yen.ZERO).article().toString());
        Stream.of(ChildAllowanceReason.values()).forEach(reason -> cited.add(reason.article().toString()));

        assertEquals(Set.of(), without(cited, LISTED));
        assertEquals(Set.of(), without(LISTED, cited));
    }

    @Test
    void theListIsInOrderAndNamesThePlaceInTheAct() {
        var texts = ChildAllowance.articles().stream().map(Article::toString).toList();

        assertEquals(texts.stream().sorted().distinct().toList(), texts);
        assertTrue(texts.contains("児童手当法第6条第1項第1号"));
    }

    private static void collect(Trace trace, Set<String> cited) {
        cited.add(trace.article().toString());
        trace.facts().stream().map(Trace.Given::supplier).filter(LISTED::contains).forEach(cited::add);
        trace.children().forEach(child -> collect(child, cited));
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
