package jp.todoke.benefits.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegalAgeTest {
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            birth,      age, attained,   schoolYearEnd
            2008-04-01, 18,  2026-03-31, 2026-03-31
            2008-04-02, 18,  2026-04-01, 2027-03-31
            2008-03-31, 18,  2026-03-30, 2026-03-31
            2008-12-31, 18,  2026-12-30, 2027-03-31
            2009-01-01, 18,  2026-12-31, 2027-03-31
            2024-02-29, 3,   2027-02-28, 2027-03-31
            2024-02-29, 4,   2028-02-28, 2028-03-31
            2024-03-01, 3,   2027-02-28, 2027-03-31
            2005-03-03, 22,  2027-03-02, 2027-03-31
            """)
    void isAttainedTheDayBeforeTheBirthday(LocalDate birth, int age, LocalDate attained, LocalDate schoolYearEnd) {
        assertEquals(attained, LegalAge.attained(birth, age));
        assertEquals(schoolYearEnd, LegalAge.schoolYearEnd(birth, age));
    }
}
