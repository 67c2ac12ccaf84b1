package jp.todoke.benefits.programmes.childallowance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.todoke.benefits.law.Reason;
import jp.todoke.benefits.law.Tracing;
import org.junit.jupiter.api.Test;

/** The register of reasons: reachable, unique, cited, and worded for a notice. */
class ChildAllowanceReasonTest {
    @Test
    void everyReasonIsReachedByAScenario() {
        ChildAllowance rules = ChildAllowance.load();
        var reached = ScenarioTable.rows().stream()
                .map(row -> rules.decide(row.facts(), YearMonth.of(2012, 4), YearMonth.of(2028, 6), Tracing.ON))
                .flatMap(decision -> Stream.concat(
                        decision.claims().stream().flatMap(claim -> claim.outcome().reasons().stream()),
                        decision.months().stream().flatMap(month -> Stream.concat(
                                month.reasons().stream(), month.children().stream().flatMap(child -> child.reasons().stream())))))
                .map(Reason::code)
                .collect(Collectors.toSet());

        assertEquals(codes(ChildAllowanceReason.values()), reached);
    }

    @Test
    void everySentenceIsUniqueAndWordedForANotice() {
        var sentences = Arrays.stream(ChildAllowanceReason.values()).map(ChildAllowanceReason::sentence).collect(Collectors.toSet());

        assertEquals(ChildAllowanceReason.values().length, sentences.size());
        sentences.forEach(sentence -> assertTrue(sentence.matches("[^A-Za-z]+(ます|です|ません|ました)。"), sentence));
    }

    @Test
    void everyReasonCitesThePlaceInTheAct() {
        for (ChildAllowanceReason reason : ChildAllowanceReason.values()) {
            assertTrue(reason.article().toString().matches("旧?児童手当法(附則)?第\\d+条第\\d+項(第\\d+号)?"), reason.code());
        }
    }

    @Test
    void onlyAQuestionToAnOfficerCannotBeAppealedAgainst() {
        var questions = Arrays.stream(ChildAllowanceReason.values()).filter(reason -> !reason.appealable()).collect(Collectors.toSet());

        assertEquals(
                EnumSet.of(
                        ChildAllowanceReason.PUBLIC_SERVANT_UNKNOWN, ChildAllowanceReason.RESIDENCE_UNKNOWN,
                        ChildAllowanceReason.PRIORITY_UNKNOWN, ChildAllowanceReason.CARE_UNKNOWN,
                        ChildAllowanceReason.CHILD_RESIDENCE_UNKNOWN, ChildAllowanceReason.SUPPORT_DISPUTED,
                        ChildAllowanceReason.INCOME_UNKNOWN),
                questions);
    }

    private static java.util.Set<String> codes(ChildAllowanceReason[] reasons) {
        return Arrays.stream(reasons).map(ChildAllowanceReason::code).collect(Collectors.toSet());
    }
}
