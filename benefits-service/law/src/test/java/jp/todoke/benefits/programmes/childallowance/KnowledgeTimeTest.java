package jp.todoke.benefits.programmes.childallowance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.ParameterFile;
import jp.todoke.benefits.law.ParameterMissing;
import jp.todoke.benefits.law.Tracing;
import jp.todoke.benefits.law.Yen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was decided before an amendment was recorded is decided again with the rules as they were known then. */
class KnowledgeTimeTest {
    private static final YearMonth FROM = YearMonth.of(2012, 4);
    private static final YearMonth TO = YearMonth.of(2028, 6);
    private static final LocalDate BEFORE = LocalDate.parse("2027-01-14");
    private static final Pattern ROW = Pattern.compile(" {4}- from: .*\\n(?: {6}.*\\n)+");
    private static final Pattern RECORDED = Pattern.compile("recorded: '(.*)'");
    private static final ChildAllowance TODAY = ChildAllowance.load().asKnownOn(BEFORE);
    private static final ChildAllowance AMENDED = ChildAllowance.with(ParameterFile.parse("amended", amended()));

    static Stream<ScenarioTable.Row> rows() {
        return ScenarioTable.rows().stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void asKnownBeforeTheAmendmentTheDecisionIsTheEarlierOne(ScenarioTable.Row row) {
        assertEquals(decided(TODAY, row), decided(AMENDED.asKnownOn(BEFORE), row));
    }

    @Test
    void theAmendmentItselfCountsFromTheDayItIsRecorded() {
        var facts = Scenario.facts(null, "NEW 2026-11-16", "2026-01-05", null, null);
        YearMonth april = YearMonth.of(2027, 4);

        assertEquals(Yen.of(15000), AMENDED.asKnownOn(BEFORE).decide(facts, april, april, Tracing.OFF).months().getFirst().yen());
        assertEquals(Yen.of(20000),
                AMENDED.asKnownOn(BEFORE.plusDays(1)).decide(facts, april, april, Tracing.OFF).months().getFirst().yen());
        assertNotEquals(TODAY.ruleVersion(), AMENDED.ruleVersion());
        assertEquals(TODAY.ruleVersion(), AMENDED.asKnownOn(BEFORE).ruleVersion());
    }

    /** The rows before 2024-10 were recorded on 2026-11-22: the day before, those months were refused, and later ones decided as today. */
    @Test
    void beforeTheFormerRulesWereRecordedTheirMonthsWereNotCovered() {
        ChildAllowance earlier = TODAY.asKnownOn(LocalDate.parse("2026-11-21"));
        var facts = Scenario.facts(null, "NEW 2016-03-10", "2011-05-05;2016-02-02", null, null);
        YearMonth reform = YearMonth.of(2024, 10);

        var refusal = assertThrows(ParameterMissing.class, () -> earlier.decide(facts, reform.minusMonths(1), reform, Tracing.ON));
        assertEquals("under_three", refusal.parameter());
        assertEquals(
                TODAY.decide(facts, reform, TO, Tracing.ON).months(), earlier.decide(facts, reform, TO, Tracing.ON).months());
    }

    @Test
    void beforeAnythingWasRecordedNothingIsCovered() {
        ChildAllowance nothing = TODAY.asKnownOn(LocalDate.parse("2026-11-20"));
        var facts = Scenario.facts(null, "NEW 2016-03-10", "2011-05-05", null, null);

        assertThrows(ParameterMissing.class, () -> nothing.decide(facts, TO, TO, Tracing.ON));
    }

    private static String decided(ChildAllowance rules, ScenarioTable.Row row) {
        Decision decision = rules.decide(row.facts(), FROM, TO, Tracing.ON);
        return decision.toMap().toString();
    }

    /** The file with one more row: 3歳未満 20,000 yen from 2027-04, recorded on 2027-01-15, in place of what was recorded about it since. */
    private static String amended() {
        try (InputStream stream = KnowledgeTimeTest.class.getResourceAsStream("/law/child-allowance.yaml")) {
            String file = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            int next = file.indexOf("  three_and_over:");
            return ROW.matcher(file.substring(0, next))
                    .replaceAll(row -> isRecordedBy(BEFORE, row.group()) ? Matcher.quoteReplacement(row.group()) : "") + """
                                - from: '2027-04'
                                  value: 20000
                                  article: 児童手当法第6条第1項第1号
                                  amended_by: 令和8年法律第99号
                                  promulgated: '2027-01-10'
                                  recorded: '2027-01-15'
                                  checked: '2027-01-15'
                                  source: https://laws.e-gov.go.jp/law/346AC0000000073
                            """ + file.substring(next);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean isRecordedBy(LocalDate day, String row) {
        Matcher recorded = RECORDED.matcher(row);
        return recorded.find() && !LocalDate.parse(recorded.group(1)).isAfter(day);
    }
}
