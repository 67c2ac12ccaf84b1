package jp.todoke.local.demo;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * 全銀 総合振込, read from the bytes alone as a bank would: header, one data record per transfer, trailer, end, each of exactly 120
 * bytes, with or without line ends.
 */
public final class BankFile {
    private static final int RECORD = 120;
    private static final Charset JIS = Charset.forName("JIS_X0201");
    private static final DateTimeFormatter MONTH_AND_DAY = DateTimeFormatter.ofPattern("MMdd");

    private final List<String> problems = new ArrayList<>();
    private final Map<Long, Long> yenByItem = new TreeMap<>();
    private int count;
    private long total;

    private BankFile() {}

    /** @param paymentDate the 振込指定日 that the header must name */
    public static BankFile read(byte[] bytes, LocalDate paymentDate) {
        var file = new BankFile();
        List<String> records = file.records(bytes);
        if (records.size() < 3) {
            file.problems.add("only " + records.size() + " records");
            return file;
        }
        file.header(records.getFirst(), paymentDate);
        records.subList(1, records.size() - 2).forEach(file::data);
        file.trailer(records.get(records.size() - 2));
        file.require(records.getLast().equals("9" + " ".repeat(RECORD - 1)), "the end record");
        return file;
    }

    /** What is wrong with it; empty when nothing is. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    public int count() {
        return count;
    }

    public long total() {
        return total;
    }

    /** 顧客コード1 → 振込金額. */
    public Map<Long, Long> yenByItem() {
        return Map.copyOf(yenByItem);
    }

    private List<String> records(byte[] bytes) {
        int step = bytes.length > RECORD && bytes[RECORD] == '\r' ? RECORD + 2 : RECORD;
        require(bytes.length % step == 0, "a length of " + bytes.length + " bytes");
        var records = new ArrayList<String>();
        for (int at = 0; at + RECORD <= bytes.length; at += step) {
            records.add(new String(bytes, at, RECORD, JIS));
            require(step == RECORD || bytes[at + RECORD] == '\r' && bytes[at + RECORD + 1] == '\n',
                    "the line end of record " + records.size());
        }
        return records;
    }

    private void header(String record, LocalDate paymentDate) {
        require(record.startsWith("1210"), "the header's kind");
        require(record.substring(54, 58).equals(MONTH_AND_DAY.format(paymentDate)), "the header's date");
    }

    private void data(String record) {
        count++;
        require(record.charAt(0) == '2', "data record " + count + " begins with another digit");
        require(record.substring(1, 5).matches("\\d{4}") && record.substring(20, 23).matches("\\d{3}"),
                "bank and branch of data record " + count);
        require(record.substring(43, 50).matches("0000[0-9]{3}"),
                "the account number of data record " + count + " is none of the invented ones");
        require(!record.substring(50, 80).isBlank(), "the holder of data record " + count);
        long yen = number(record.substring(80, 90), "the amount of data record " + count);
        require(yen > 0, "an amount of nothing in data record " + count);
        total += yen;
        long item = number(record.substring(91, 101), "the item number of data record " + count);
        require(yenByItem.put(item, yen) == null, "item " + item + " stands twice");
    }

    private void trailer(String record) {
        require(record.charAt(0) == '8', "the trailer's kind");
        require(number(record.substring(1, 7), "the trailer's count") == count, "the trailer's count differs from the records");
        require(number(record.substring(7, 19), "the trailer's total") == total, "the trailer's total differs from the records");
    }

    private long number(String digits, String what) {
        boolean whole = digits.matches("\\d+");
        require(whole, what);
        return whole ? Long.parseLong(digits) : -1;
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            problems.add(what);
        }
    }
}
