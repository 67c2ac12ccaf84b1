package jp.todoke.local.demo;

/** Columns on a console, where a Japanese character takes two. */
final class Width {
    private Width() {}

    static int of(String text) {
        return text.codePoints().map(Width::of).sum();
    }

    /** Filled with spaces on the right, cut with an ellipsis where it is too wide. */
    static String left(String text, int columns) {
        String fitting = of(text) <= columns ? text : cut(text, columns - 2) + "…";
        return fitting + " ".repeat(Math.max(0, columns - of(fitting)));
    }

    static String right(String text, int columns) {
        return " ".repeat(Math.max(0, columns - of(text))) + text;
    }

    private static String cut(String text, int columns) {
        var kept = new StringBuilder();
        int used = 0;
        for (int character : text.codePoints().toArray()) {
            used += of(character);
            if (used > columns) {
                break;
            }
            kept.appendCodePoint(character);
        }
        return kept.toString();
    }

    /** Half-width katakana are narrow; kanji, kana, full-width forms and the punctuation used with them are wide. */
    private static int of(int character) {
        boolean wide = character == '…' || character == '―' || character == '※' || character >= 0x1100 && character <= 0x115F
                || character >= 0x2E80 && character <= 0xA4CF || character >= 0xAC00 && character <= 0xD7A3
                || character >= 0xF900 && character <= 0xFAFF || character >= 0xFE30 && character <= 0xFE6F
                || character >= 0xFF01 && character <= 0xFF60 || character >= 0xFFE0 && character <= 0xFFE6 || character >= 0x20000;
        return wide ? 2 : 1;
    }
}
