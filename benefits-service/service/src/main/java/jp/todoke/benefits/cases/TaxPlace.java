package jp.todoke.benefits.cases;

import java.time.LocalDate;
import java.time.Month;
import jp.todoke.benefits.people.Person;
import org.jspecify.annotations.Nullable;

/** 1月1日の住所地: the municipality that taxes a person in a year (地方税法第318条). */
final class TaxPlace {
    private TaxPlace() {}

    /** Absent when the register does not know it: asking the wrong municipality would show it a stranger. */
    static @Nullable String of(@Nullable Person person, String own, int taxYear) {
        if (person == null) {
            return null;
        }
        String stated = person.january1Municipality();
        if (stated != null && person.validFrom().getYear() == taxYear) {
            return stated;
        }
        LocalDate since = person.residentSince();
        return since != null && livedThereOnJanuary1(since, taxYear) ? own : null;
    }

    static boolean livedThereOnJanuary1(LocalDate since, int taxYear) {
        return !since.isAfter(LocalDate.of(taxYear, Month.JANUARY, 1));
    }
}
