package jp.todoke.benefits.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
}
