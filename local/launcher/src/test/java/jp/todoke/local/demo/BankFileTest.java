package jp.todoke.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankFileTest {
    private static final LocalDate DAY = LocalDate.of(2027, 2, 10);
    private static final Charset JIS = Charset.forName("JIS_X0201");
    private static final String HEADER = "12101234567890" + pad("ｼﾞﾄﾞｳﾃｱﾃ ﾄﾄﾞｹﾉｼ", 40) + "0210" + "0001" + pad("ﾐｽﾞﾎ", 15) + "001"
            + pad("ﾄｳｷﾖｳ", 15) + "1" + "0000900" + " ".repeat(17);
    private static final String FIRST = data("0000001", "ｱｷﾔﾏ ｶｽﾞﾔ", 30_000, 1);
    private static final String SECOND = data("0000002", "ｵｶﾞﾜ ﾀｹｼ", 20_000, 2);
    private static final String TRAILER = "8" + "000002" + "000000050000" + " ".repeat(101);
    private static final String END = "9" + " ".repeat(119);

    @Test
    void aSoundFileIsReadWithAndWithoutLineEnds() {
        for (String lineEnd : List.of("", "\r\n")) {
            BankFile file = read(lineEnd, HEADER, FIRST, SECOND, TRAILER, END);
            assertEquals(List.of(), file.problems());
            assertEquals(2, file.count());
            assertEquals(50_000, file.total());
            assertEquals(Map.of(1L, 30_000L, 2L, 20_000L), file.yenByItem());
        }
    }

    @ParameterizedTest
    @CsvSource({"0210, 0211", "0000000001, 0000000002", "8000002, 8000003", "000000050000, 000000050001", "0000030000, 0000000000",
            "20001, 20O01", "0000001, 0123456", "ｱｷﾔﾏ ｶｽﾞﾔ, '          '", "ﾄｳｷﾖｳ, ﾄｳｷﾖ"})
    void everyFaultIsSeen(String from, String to) {
        String whole = String.join("", HEADER, FIRST, SECOND, TRAILER, END);
        assertFalse(BankFile.read(whole.replaceFirst(from, to).getBytes(JIS), DAY).problems().isEmpty(), from + " → " + to);
    }

    @Test
    void aFileThatStopsIsSeen() {
        assertFalse(read("", HEADER, FIRST, SECOND, TRAILER).problems().isEmpty());
        assertFalse(read("", HEADER).problems().isEmpty());
        assertFalse(read("\n", HEADER, FIRST, SECOND, TRAILER, END).problems().isEmpty());
    }

    private static BankFile read(String lineEnd, String... records) {
        return BankFile.read((String.join(lineEnd, records) + lineEnd).getBytes(JIS), DAY);
    }

    private static String data(String account, String holder, long yen, int item) {
        return "20001" + pad("ﾐｽﾞﾎ", 15) + "001" + pad("ﾄｳｷﾖｳ", 15) + "0000" + "1" + account + pad(holder, 30)
                + "%010d%s%010d".formatted(yen, "0", item)
                + "0000000000" + "7" + " ".repeat(8);
    }

    private static String pad(String text, int length) {
        return text + " ".repeat(length - text.length());
    }
}
