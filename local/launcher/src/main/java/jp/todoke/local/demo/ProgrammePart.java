package jp.todoke.local.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.todoke.client.benefits.model.Programme;
import jp.todoke.local.sample.ApplicationForm;
import jp.todoke.local.sample.ExpectedOutcome;
import jp.todoke.local.sample.Sample;

/** The applications of one programme within the run, the day on which they are paid, and the table of what must come of them. */
public enum ProgrammePart {
    CHILD_ALLOWANCE("児童手当", Programme.CHILD_ALLOWANCE, LocalDate.of(2027, 2, 10), "expected-outcomes.csv") {
        @Override
        List<ApplicationForm> applications() {
            return Sample.applications();
        }

        @Override
        List<ExpectedOutcome> expected() {
            return Sample.expectedOutcomes();
        }
    },
    CHILD_REARING_ALLOWANCE("児童扶養手当", Programme.CHILD_REARING_ALLOWANCE, LocalDate.of(2027, 1, 8), "child-rearing-expected.csv") {
        @Override
        List<ApplicationForm> applications() {
            return Sample.childRearingApplications();
        }

        @Override
        List<ExpectedOutcome> expected() {
            return Sample.childRearingExpected();
        }
    };

    private final String title;
    private final Programme programme;
    private final LocalDate paymentDate;
    private final String expectedFile;

    ProgrammePart(String title, Programme programme, LocalDate paymentDate, String expectedFile) {
        this.title = title;
        this.programme = programme;
        this.paymentDate = paymentDate;
        this.expectedFile = expectedFile;
    }

    /** In the order of their numbers. */
    abstract List<ApplicationForm> applications();

    /** Worked out by hand, in the same order. */
    abstract List<ExpectedOutcome> expected();

    String title() {
        return title;
    }

    Programme programme() {
        return programme;
    }

    LocalDate paymentDate() {
        return paymentDate;
    }

    String expectedFile() {
        return expectedFile;
    }

    Map<Integer, ExpectedOutcome> expectedByNumber() {
        return expected().stream().collect(Collectors.toMap(ExpectedOutcome::no, outcome -> outcome));
    }

    static ProgrammePart of(ApplicationForm form) {
        return Stream.of(values()).filter(part -> form.procedure().equals(part.name() + "_NEW")).findFirst().orElseThrow();
    }
}
