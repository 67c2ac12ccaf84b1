package jp.todoke.benefits.notices;

import java.util.ArrayList;
import java.util.List;

/** 禁則処理 — breaks Japanese text into lines: no closing mark begins a line, no opening bracket ends one, and a number stays whole. */
final class LineBreaks {
    private static final String NEVER_FIRST = "、。，．・」』）〕】〉》ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々円年月日分条項号";
    private static final String NEVER_LAST = "「『（〔【〈《第";

    private final LetterFont font;

    LineBreaks(LetterFont font) {
        this.font = font;
    }

    /** @param width of a line in points; the first line is shorter by {@code firstIndent} */
    List<String> lines(String text, int size, int width, int firstIndent) {
        List<String> lines = new ArrayList<>();
        int[] letters = text.codePoints().toArray();
        int start = 0;
        while (start < letters.length) {
            int room = (lines.isEmpty() ? width - firstIndent : width) * 1_000;
            int end = fitting(letters, start, size, room);
            if (end < letters.length) {
                end = breakBefore(letters, start, end);
            }
            lines.add(new String(letters, start, end - start));
            start = end;
        }
        return lines.isEmpty() ? List.of("") : lines;
    }

    private int fitting(int[] letters, int start, int size, int room) {
        int end = start;
        int used = 0;
        while (end < letters.length) {
            used += font.width(Character.toString(letters[end]), size);
            if (used > room) {
                break;
            }
            end++;
        }
        return Math.max(end, start + 1);
    }

    /** The last place not after {@code end} where a line may be broken; {@code end} itself when there is none near. */
    private static int breakBefore(int[] letters, int start, int end) {
        int at = end;
        while (at > start + 1 && at > end - 10 && !mayBreak(letters[at - 1], letters[at])) {
            at--;
        }
        return mayBreak(letters[at - 1], letters[at]) ? at : end;
    }

    private static boolean mayBreak(int before, int after) {
        boolean insideNumber = isDigit(before) && isDigit(after) || isDigit(before) && after == ',' || before == ',' && isDigit(after);
        return !insideNumber && NEVER_FIRST.indexOf(after) < 0 && NEVER_LAST.indexOf(before) < 0;
    }

    private static boolean isDigit(int codePoint) {
        return codePoint >= '0' && codePoint <= '9';
    }
}
