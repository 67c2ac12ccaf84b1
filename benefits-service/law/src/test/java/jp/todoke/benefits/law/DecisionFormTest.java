package jp.todoke.benefits.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The plain form in which a decision is stored and shown, word by word. */
class DecisionFormTest {
    private static final Article ARTICLE = Article.parse("児童手当法第6条第1項第1号");
    private static final YearMonth MONTH = YearMonth.of(2026, 12);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 16);

    private enum Why implements Reason {
        BECAUSE;

        @Override
        public String code() {
            return name();
        }

        @Override
        public Article article() {
            return ARTICLE;
        }

        @Override
        public String sentence() {
            return "理由です。";
        }

        @Override
        public boolean appealable() {
            return true;
        }
    }

    @Test
    void aDecisionIsWrittenInFull() {
        Trace trace = Tracing.ON.asking("問い", ARTICLE).given("児童", "c1", "届出")
                .by(new Parameter<>("under_three", Yen.of(15_000), YearMonth.of(2024, 10), ARTICLE,
                        new Parameter.Provenance("令和6年法律第47号", DAY, DAY, DAY, "e-Gov")))
                .because(Tracing.ON.asking("下位の問い", ARTICLE).concluding("該当")).concluding(15_000);
        var claim = new Decision.ClaimDecision(
                "k1", DAY, MONTH, new Outcome.Granted<>(MONTH, trace),
                List.of(new Decision.ChildClaim("c2", new Outcome.Refused<>(List.of(Why.BECAUSE), trace))));
        var child = new Decision.ChildMonth("c1", Yen.of(15_000), 1, Decision.MonthOutcome.GRANTED, List.of(), "t1");
        var month = new Decision.Month(
                MONTH, Decision.MonthOutcome.GRANTED, Yen.of(15_000), List.of(Why.BECAUSE), List.of(child),
                List.of(new Decision.Stage(Decision.StageName.BASE, Yen.of(15_000))), "t1");
        var open = new Decision.Month(
                MONTH.plusMonths(1), Decision.MonthOutcome.REFER, null, List.of(Why.BECAUSE), List.of(), List.of(), null);
        var decision = new Decision(
                "rules-1", List.of(claim), List.of(month, open),
                List.of(new Decision.Payment(YearMonth.of(2027, 2), List.of(MONTH), Yen.of(15_000))), Map.of("t1", trace));

        Map<String, Object> written = decision.toMap();

        assertEquals(List.of("ruleVersion", "claims", "months", "payments", "traces"), List.copyOf(written.keySet()));
        assertEquals("rules-1", written.get("ruleVersion"));
        assertEquals(
                List.of(map("claimId", "k1", "receivedOn", "2026-11-16", "startMonth", "2026-12", "outcome", "GRANTED", "from", "2026-12",
                        "reasons", List.of(), "children",
                        List.of(map("id", "c2", "outcome", "REFUSED", "from", null, "reasons", List.of("BECAUSE"))))),
                written.get("claims"));
        assertEquals(List.of(
                map("month", "2026-12", "outcome", "GRANTED", "yen", 15_000L, "reasons", List.of("BECAUSE"), "children",
                        List.of(map("id", "c1", "yen", 15_000L, "rank", 1L, "outcome", "GRANTED", "reasons", List.of(), "trace", "t1")),
                        "stages", List.of(map("stage", "BASE", "yen", 15_000L)), "trace", "t1"),
                map("month", "2027-01", "outcome", "REFER", "yen", null, "reasons", List.of("BECAUSE"), "children", List.of(), "stages",
                        List.of(), "trace", null)),
                written.get("months"));
        assertEquals(List.of(map("payMonth", "2027-02", "covers", List.of("2026-12"), "yen", 15_000L)), written.get("payments"));
        assertEquals(map("t1", map("question", "問い", "article", "児童手当法第6条第1項第1号", "facts",
                map("児童", map("value", "c1", "supplier", "届出")), "parameters",
                List.of(map("name", "under_three", "value", 15_000L, "from", "2024-10", "article", "児童手当法第6条第1項第1号", "amendedBy",
                        "令和6年法律第47号", "source", "e-Gov")),
                "result", "15000", "children", List.of(map("question", "下位の問い", "article", "児童手当法第6条第1項第1号", "facts", Map.of(),
                        "parameters", List.of(), "result", "該当", "children", List.of())))),
                written.get("traces"));
    }

    private static Map<String, Object> map(Object... namesAndValues) {
        return PlainForm.map(Arrays.copyOf(namesAndValues, namesAndValues.length, Object[].class));
    }
}
