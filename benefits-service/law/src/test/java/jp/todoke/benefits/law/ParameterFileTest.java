package jp.todoke.benefits.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterFileTest {
    private static final String FILE = """
            programme: SAMPLE
            rules: sample-1
            parameters:
              rate:
                - {from: '2024-10', value: 15000, article: 児童手当法第6条第1項第1号, amended_by: 令和6年法律第47号, promulgated: '2024-06-12', recorded: '2026-11-21', checked: '2026-11-21', source: 'https://laws.e-gov.go.jp/law/346AC0000000073'}
                - {from: '2025-04', value: 16000, article: 児童手当法第6条第1項第1号, amended_by: 令和6年法律第47号, promulgated: '2024-06-12', recorded: '2026-11-21', checked: '2026-11-21', source: 'https://laws.e-gov.go.jp/law/346AC0000000073'}
            """;

    @Test
    void aRowRunsUntilTheNextBegins() {
        ParameterSeries<Yen> rate = ParameterFile.parse("sample", FILE).yen("rate");

        assertEquals(Yen.of(15000), rate.at(YearMonth.of(2025, 3)).value());
        assertEquals(Yen.of(16000), rate.at(YearMonth.of(2025, 4)).value());
        assertEquals("第6条第1項第1号", rate.at(YearMonth.of(2030, 1)).article().cite());
        assertThrows(ParameterMissing.class, () -> rate.at(YearMonth.of(2024, 9)));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            written,       instead,                     complaint
            '2025-04',     '2024-10',                   not in ascending order
            'value: 16000','value: -1',                 never negative
            'value: 16000','value: many',               rate
            'from: ',      'since: ',                   exactly the keys
            '2026-11-21',  '2026-13-21',                rate
            'rules: sample-1', 'rules: 1',              not a text
            'programme: SAMPLE', 'programm: SAMPLE',    exactly the keys
            'programme: SAMPLE', 'programme: 1',        not a text
            'value: 15000','value: abolished',          abolishes what is not in force
            '2024-10',     '2024',                      not a month
            'amended_by: 令和6年法律第47号, ', '',         exactly the keys
            'recorded: ',  'recoded: ',                 exactly the keys
            'source: ',    'note: 1, source: ',         exactly the keys
            'programme: SAMPLE', 'amounts: 1',          exactly the keys
            """)
    void aWrongRowStopsTheStart(String written, String instead, String complaint) {
        var refusal = assertThrows(
                IllegalStateException.class, () -> ParameterFile.parse("sample", FILE.replace(written, instead)).yen("rate"));

        assertTrue(refusal.getMessage().contains(complaint), refusal.getMessage());
    }

    @Test
    void aMissingParameterAndOneNobodyReadsStopTheStart() {
        ParameterFile file = ParameterFile.parse("sample", FILE);

        assertTrue(assertThrows(IllegalStateException.class, () -> file.number("days")).getMessage().contains("days: missing"));
        assertTrue(assertThrows(IllegalStateException.class, file::requireAllRead).getMessage().contains("[rate]: never read"));
    }

    @Test
    void anotherAmountIsAnotherVersion() {
        String version = ParameterFile.parse("sample", FILE).version();

        assertTrue(!version.equals(ParameterFile.parse("sample", FILE.replace("16000", "16001")).version()));
    }

    @Test
    void anAbolishedParameterIsNotInForceUntilANewRowFixesIt() {
        ParameterSeries<Yen> rate = ParameterFile.parse("sample", FILE + row("2026-04", "abolished", "2026-11-21")
                + row("2028-04", "17000", "2026-11-21")).yen("rate");

        assertEquals(Yen.of(16000), rate.at(YearMonth.of(2026, 3)).value());
        assertThrows(ParameterMissing.class, () -> rate.at(YearMonth.of(2026, 4)));
        assertThrows(ParameterMissing.class, () -> rate.at(YearMonth.of(2028, 3)));
        assertEquals(Yen.of(17000), rate.at(YearMonth.of(2028, 4)).value());
        assertEquals(3, rate.rows().size());
        assertInstanceOf(Fact.KnownNone.class, rate.timeline().at(YearMonth.of(2027, 1)));
        assertInstanceOf(Fact.Unknown.class, rate.timeline().at(YearMonth.of(2024, 9)));
        assertEquals(Fact.known(rate.rows().getLast(), rate.rows().getLast().provenance().source()),
                rate.timeline().at(YearMonth.of(2040, 1)));
    }

    @Test
    void whatIsAbolishedCannotBeAbolishedAgain() {
        String twice = FILE + row("2026-04", "abolished", "2026-11-21") + row("2027-04", "abolished", "2026-11-21");

        assertTrue(assertThrows(IllegalStateException.class, () -> ParameterFile.parse("sample", twice)).getMessage()
                .contains("abolishes what is not in force"));
    }

    @Test
    void aRowRecordedLaterWasNotKnownBefore() {
        ParameterFile before = ParameterFile.parse("sample", FILE);
        ParameterFile amended = ParameterFile.parse("sample", FILE + row("2027-04", "17000", "2027-01-15"));

        assertEquals(Yen.of(17000), amended.yen("rate").at(YearMonth.of(2027, 4)).value());
        assertEquals(Yen.of(16000), amended.asKnownOn(LocalDate.parse("2027-01-14")).yen("rate").at(YearMonth.of(2027, 4)).value());
        assertEquals(Yen.of(17000), amended.asKnownOn(LocalDate.parse("2027-01-15")).yen("rate").at(YearMonth.of(2027, 4)).value());
        assertEquals(before.version(), amended.asKnownOn(LocalDate.parse("2027-01-14")).version());
        assertNotEquals(before.version(), amended.version());
        assertThrows(ParameterMissing.class,
                () -> amended.asKnownOn(LocalDate.parse("2026-11-20")).yen("rate").at(YearMonth.of(2027, 4)));
    }

    private static String row(String from, String value, String recorded) {
        return "    - {from: '" + from + "', value: " + value + ", article: 児童手当法第6条第1項第1号, amended_by: 令和6年法律第47号, "
                + "promulgated: '2024-06-12', recorded: '" + recorded + "', checked: '2026-11-21', "
                + "source: 'https://laws.e-gov.go.jp/law/346AC0000000073'}\n";
    }
}
