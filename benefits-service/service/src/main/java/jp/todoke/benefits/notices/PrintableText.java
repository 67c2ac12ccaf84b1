package jp.todoke.benefits.notices;

import java.util.ArrayList;
import java.util.List;

/**
 * 縮退 — makes text fit to print and keeps account of what was lost: a variation selector is left out (the letter prints in its
 * ordinary form), a letter without a glyph prints as 〓. The register keeps the name as it is.
 */
final class PrintableText {
    private static final String NO_GLYPH = "〓";

    private final LetterFont font;
    private final List<Loss> losses = new ArrayList<>();

    /**
     * What a reader of the letter does not see.
     *
     * @param field where, e.g. recipient.name
     * @param position index of the letter, counted in code points
     * @param kind VARIATION_SELECTOR or NO_GLYPH
     */
    record Loss(String field, int position, String codePoint, String kind) {}

    PrintableText(LetterFont font) {
        this.font = font;
    }

    String of(String field, String text) {
        StringBuilder printable = new StringBuilder(text.length());
        int position = 0;
        for (int codePoint : text.codePoints().toArray()) {
            if (isVariationSelector(codePoint)) {
                lose(field, position, codePoint, "VARIATION_SELECTOR");
            } else if (font.shows(codePoint)) {
                printable.appendCodePoint(codePoint);
            } else {
                lose(field, position, codePoint, "NO_GLYPH");
                printable.append(NO_GLYPH);
            }
            position++;
        }
        return printable.toString();
    }

    List<Loss> losses() {
        return List.copyOf(losses);
    }

    private void lose(String field, int position, int codePoint, String kind) {
        losses.add(new Loss(field, position, "U+%04X".formatted(codePoint), kind));
    }

    private static boolean isVariationSelector(int codePoint) {
        return codePoint >= 0xFE00 && codePoint <= 0xFE0F || codePoint >= 0xE0100 && codePoint <= 0xE01EF;
    }
}
