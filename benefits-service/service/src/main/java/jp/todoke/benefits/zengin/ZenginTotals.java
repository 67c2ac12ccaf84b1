package jp.todoke.benefits.zengin;

import java.util.Arrays;
import java.util.regex.Pattern;
import jp.todoke.benefits.zengin.ZenginFileRefused.Reason;

/** What a finished file says about itself, read from its bytes and not from the list it was made of: a fault of the writer must show. */
public record ZenginTotals(int count, long totalYen) {
    private static final Pattern ALLOWED = Pattern.compile("[ｱ-ﾝﾞﾟ0-9A-Z ().-]*");

    /**
     * @throws ZenginFileRefused when the records are not 120 bytes, hold other characters or the trailer differs from the data
     */
    public static ZenginTotals of(byte[] file, BankFileProfile profile) {
        int line = ZenginRecord.LENGTH + (profile.crlf() ? 2 : 0);
        int end = file.length - (profile.endOfFileMark() ? 1 : 0);
        requireThat(end > 0 && end % line == 0, Reason.RECORD_NOT_120_BYTES);
        StringBuilder kinds = new StringBuilder();
        int count = 0;
        long total = 0;
        for (int at = 0; at < end; at += line) {
            String record = new String(file, at, ZenginRecord.LENGTH, ZenginRecord.JIS);
            requireThat(ALLOWED.matcher(record).matches(), Reason.CHARACTER_OUTSIDE_SET);
            requireThat(!profile.crlf() || Arrays.equals(file, at + ZenginRecord.LENGTH, at + line, new byte[]{'\r', '\n'}, 0, 2),
                    Reason.RECORD_NOT_120_BYTES);
            char kind = record.charAt(0);
            kinds.append(kind);
            if (kind == '2') {
                count++;
                total += Long.parseLong(record.substring(80, 90));
            } else if (kind == '8') {
                requireThat(Integer.parseInt(record.substring(1, 7)) == count && Long.parseLong(record.substring(7, 19)) == total,
                        Reason.TRAILER_DIFFERS);
            }
        }
        requireThat(kinds.toString().matches("12+89"), Reason.TRAILER_DIFFERS);
        return new ZenginTotals(count, total);
    }

    void requireEqual(int expectedCount, long expectedTotal) {
        requireThat(count == expectedCount && totalYen == expectedTotal, Reason.TRAILER_DIFFERS);
    }

    private static void requireThat(boolean holds, Reason reason) {
        if (!holds) {
            throw new ZenginFileRefused(reason);
        }
    }
}
