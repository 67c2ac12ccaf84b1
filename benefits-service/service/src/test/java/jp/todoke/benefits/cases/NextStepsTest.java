package jp.todoke.benefits.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import jp.todoke.api.linkage.model.Procedure;
import jp.todoke.benefits.cases.NextSteps.NextStep;
import jp.todoke.benefits.evidence.EvidenceDirectory;
import jp.todoke.benefits.linkage.Question.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Each outcome of each kind has its next step. */
class NextStepsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 16);

    private final NextSteps steps = new NextSteps(new EvidenceDirectory());

    @ParameterizedTest(name = "{0} {1}: {2} {3} {4}")
    @CsvFileSource(resources = "/cases/next-steps.scenarios.csv", numLinesToSkip = 1)
    void saysWhatFollows(String kind, String outcome, String code, boolean again, String fallback, String said) {
        NextStep step = steps.after(Kind.valueOf(kind), outcome);

        assertThat(step.actionPoint() == null ? null : step.actionPoint().name()).isEqualTo(code);
        assertThat(step.again()).isEqualTo(again);
        assertThat(step.fallback().name()).isEqualTo(fallback);
        assertThat(steps.text(Procedure.CHILD_REARING_ALLOWANCE_NEW, Kind.valueOf(kind), outcome, DAY).orElse(null)).satisfies(text -> {
            if (said != null) {
                assertThat(text).contains(said);
            }
        });
    }

    @Test
    void leavesNoOutcomeWithoutAWordForTheOfficer() {
        NextSteps.kinds().forEach(kind -> NextSteps.outcomes().forEach(outcome -> {
            NextStep step = steps.after(kind, outcome);
            var text = steps.text(Procedure.CHILD_REARING_ALLOWANCE_NEW, kind, outcome, DAY);
            assertThat(text.isPresent()).as(kind + " " + outcome).isEqualTo(!step.isUsed());
            text.ifPresent(said -> assertThat(said).doesNotContain("{").endsWith("。"));
        }));
    }

    /** 副本未登録 is not 該当なし, in no kind. */
    @Test
    void neverUsesAnAnswerThatIsNone() {
        NextSteps.kinds().forEach(kind -> NextSteps.outcomes().stream()
                .filter(outcome -> !outcome.equals("PROVIDED") && !outcome.equals("NOT_APPLICABLE"))
                .forEach(outcome -> assertThat(steps.after(kind, outcome).isUsed()).as(kind + " " + outcome).isFalse()));
    }
}
