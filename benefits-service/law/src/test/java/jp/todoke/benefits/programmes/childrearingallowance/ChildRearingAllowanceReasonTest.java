package jp.todoke.benefits.programmes.childrearingallowance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.todoke.benefits.law.Article;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.LegalAge;
import jp.todoke.benefits.law.OfficeCalendar;
import jp.todoke.benefits.law.Reason;
import jp.todoke.benefits.law.Trace;
import jp.todoke.benefits.law.Tracing;
import org.junit.jupiter.api.Test;

/** The registers: reasons are reachable, unique, cited and worded for a notice; every article named anywhere is in the list of those implemented. */
class ChildRearingAllowanceReasonTest {
    private static final ChildRearingAllowance RULES = ChildRearingAllowance.load();

    @Test
    void everyReasonIsReachedByAScenario() {
        Set<String> reached = decisions()
                .flatMap(decision -> Stream.concat(
                        decision.claims().stream().flatMap(claim -> claim.outcome().reasons().stream()),
                        decision.months().stream().flatMap(month -> month.reasons().stream())))
                .map(Reason::code)
                .collect(Collectors.toSet());

        Set<String> missing = Arrays.stream(ChildRearingAllowanceReason.values()).map(Enum::name).collect(Collectors.toSet());
        missing.removeAll(reached);
        assertEquals(Set.of("NO_QUALIFYING_CHILD"), missing, "a claim that names nobody is in its own test");
    }

    @Test
    void aClaimThatNamesNobodyIsRefusedForIt() {
        ChildRearingAllowanceFacts facts = Scenario.facts(null, "NEW 2026-05-10 for=nobody", "2018-05-05", null, null, null);

        Decision decision = RULES.decide(facts, YearMonth.of(2026, 6), YearMonth.of(2026, 6), Tracing.OFF);

        assertEquals(ChildRearingAllowanceReason.NO_QUALIFYING_CHILD, decision.overall().orElseThrow().outcome().reasons().getFirst());
    }

    @Test
    void everySentenceIsUniqueAndWordedForANotice() {
        var sentences = Arrays.stream(ChildRearingAllowanceReason.values()).map(ChildRearingAllowanceReason::sentence)
                .collect(Collectors.toSet());

        assertEquals(ChildRearingAllowanceReason.values().length, sentences.size());
        sentences.forEach(sentence -> assertTrue(sentence.matches("[^A-Za-z]+(ます|です|ません|ました)。"), sentence));
    }

    @Test
    void onlyAQuestionToAnOfficerCannotBeAppealedAgainst() {
        for (ChildRearingAllowanceReason reason : ChildRearingAllowanceReason.values()) {
            boolean question = reason.name().endsWith("_UNKNOWN") || reason.name().endsWith("_UNDECLARED");
            assertEquals(!question, reason.appealable(), reason.name());
        }
    }

    @Test
    void everyArticleNamedIsImplemented() {
        var named = new HashSet<Article>();
        decisions().forEach(decision -> decision.traces().values().forEach(trace -> collect(trace, named)));
        Arrays.stream(ChildRearingAllowanceReason.values()).forEach(reason -> named.add(reason.article()));
        named.removeAll(Set.of(OfficeCalendar.CLOSED_DAY_RULE, LegalAge.LAW));

        assertTrue(Provisions.ALL.containsAll(named),
                () -> named.stream().filter(one -> !Provisions.ALL.contains(one)).toList().toString());
        assertEquals(Provisions.ALL.size(), Set.copyOf(Provisions.ALL).size());
    }

    @Test
    void everyImplementedArticleIsNamedByARuleOutsideTheList() throws IOException {
        String rules = sources();
        List<Field> provisions = Arrays.stream(Provisions.class.getDeclaredFields()).filter(field -> field.getType() == Article.class)
                .toList();
        assertEquals(Provisions.ALL.size(), provisions.size());
        for (Field field : provisions) {
            assertTrue(rules.contains("Provisions." + field.getName()) || parameterCites(field),
                    field.getName());
        }
    }

    private static boolean parameterCites(Field field) {
        try {
            var article = field.get(null);
            return ParameterCoverageTest.series().flatMap(series -> series.rows().stream()).anyMatch(row -> row.article().equals(article));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void thePackageSaysWhatIsCoveredAndWhatIsNot() throws IOException {
        String said = Files.readString(
                Path.of("src/main/java/jp/todoke/benefits/programmes/childrearingallowance/package-info.java"));
        assertTrue(said.contains("336AC0000000238") && said.contains("2010-04") && said.contains("Not covered:"));
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/jp/todoke/benefits/programmes/childrearingallowance"))) {
            var all = new StringBuilder();
            for (Path file : files.filter(path -> !path.endsWith("Provisions.java")).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }

    private static Stream<Decision> decisions() {
        return ScenarioTable.decided().stream().map(row -> RULES.decide(row.facts(), row.from(), row.to(), Tracing.ON));
    }

    private static void collect(Trace trace, Set<Article> named) {
        named.add(trace.article());
        trace.children().forEach(child -> collect(child, named));
    }
}
