package jp.todoke.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of the standard, and what lies beside them. */
class CharactersTest {
    @ParameterizedTest(name = "{0} has {1}")
    @CsvSource({"辻\uDB40\uDD00, 1", "葛\uDB40\uDD00城, 2", "𠮷野家, 3", "佐藤　一郎, 5", "\uDBF7\uDE92, 1", "か\u3099, 2"})
    void countsWhatAPersonCounts(String text, int characters) {
        assertEquals(characters, Characters.count(text));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"131016, true", "131017, false", "131121, true", "141003, true", "011002, true", "221384, true", "139998, true",
            "139980, true",
            "13101, false", "１３１０１６, false", "1310161, false"})
    void knowsTheCheckDigitOfAMunicipality(String code, boolean right) {
        assertEquals(right, CheckDigits.isMunicipality(code));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"621498320257, true", "621498320258, false", "123456789018, true", "123456789010, false", "999987770080, true",
            "12345678901, false"})
    void knowsTheCheckDigitOfAPersonsNumber(String number, boolean right) {
        assertEquals(right, CheckDigits.isKojinbango(number));
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(delimiter = '|', value = {"application/json | application/json | true",
            "Application/JSON ; charset=\"UTF-8\" | application/json | true",
            "application/json;charset=Shift_JIS | application/json | false", "application/zip; Charset = utf-16 | application/zip | false"})
    void readsAContentType(String header, String type, boolean utf8) {
        assertEquals(new ContentType(type, utf8), ContentType.of(header));
    }
}
