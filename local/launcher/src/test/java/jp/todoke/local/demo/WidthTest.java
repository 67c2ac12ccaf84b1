package jp.todoke.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WidthTest {
    @ParameterizedTest
    @CsvSource({"届野市, 6", "abc, 3", "ｶﾅ, 2", "カナ, 4", "１２, 4", "支払（円）, 10", "'', 0"})
    void japaneseCharactersTakeTwoColumns(String text, int columns) {
        assertEquals(columns, Width.of(text));
        assertEquals(12, Width.of(Width.left(text, 12)));
        assertEquals(12, Width.of(Width.right(text, 12)));
    }

    @ParameterizedTest
    @CsvSource({"届野市役所の職員, 7", "abcdefghij, 5", "aあaあaあ, 6"})
    void whatIsTooWideIsCutAndStillFills(String text, int columns) {
        assertEquals(columns, Width.of(Width.left(text, columns)));
    }
}
