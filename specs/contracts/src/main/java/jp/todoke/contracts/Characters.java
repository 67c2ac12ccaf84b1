package jp.todoke.contracts;

import java.util.PrimitiveIterator;
import java.util.regex.Pattern;

/**
 * 文字要件 — which characters text from outside may hold, and how they are counted. Text that passes is kept letter by letter and never normalised: IVS,
 * supplementary planes and CJK compatibility ideographs are parts of names.
 */
public final class Characters {
    private static final int REPLACEMENT = 0xFFFD;
    private static final int LAST_OF_BMP_PRIVATE_USE = 0xF8FF;
    private static final Pattern KANA = Pattern.compile("[\\u30A1-\\u30FA\\uFF66-\\uFF9D][\\u30A0-\\u30FF\\uFF65-\\uFF9F\\u3000 .,()\\-]*");
    private static final int FIRST_OF_BMP_PRIVATE_USE = 0xE000;

    private Characters() {}

    /** 文字数: a variation selector belongs to its letter, and a letter beyond the BMP is one. */
    public static int count(String text) {
        return (int) text.codePoints().filter(point -> !isVariationSelector(point)).count();
    }

    /** U+0000 and half surrogate pairs are legal JSON, but PostgreSQL stores neither. */
    static boolean isStorable(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    /** One line of text in which each character can be seen and means the same to everybody. */
    public static boolean isLine(String text) {
        int before = ' ';
        for (PrimitiveIterator.OfInt points = text.codePoints().iterator(); points.hasNext();) {
            int point = points.nextInt();
            if (isVariationSelector(point) ? !Character.isIdeographic(before) : !isVisible(point)) {
                return false;
            }
            before = point;
        }
        return true;
    }

    /** As {@link #isLine}, and may have several lines. */
    static boolean isText(String text) {
        return isLine(text.replaceAll("[\\t\\r\\n]", " "));
    }

    /** データ型 N of 氏名: full-width, apart from a blank, which people set in either width; the first is a letter, so that no table reads a formula. */
    public static boolean isName(String text) {
        return text.isEmpty() || isLetter(text.codePointAt(0)) && text.codePoints().noneMatch(Characters::isHalfWidth);
    }

    /** 氏名フリガナ in either width, beginning with a kana for the same reason. */
    public static boolean isNameKana(String text) {
        return text.isEmpty() || KANA.matcher(text).matches();
    }

    /** Begins with a letter or a digit, so that no table reads a formula. */
    static boolean isAddress(String text) {
        return text.isEmpty() || Character.isDigit(text.codePointAt(0)) || isLetter(text.codePointAt(0));
    }

    /**
     * 外字 in the private use area of the BMP mean something else in each system. Those of the supplementary planes are the additional characters of
     * 行政事務標準文字 and stand for one letter everywhere; that all of planes 15 and 16 may hold them is our own assumption.
     */
    private static boolean isVisible(int point) {
        boolean vendorsOwn = point >= FIRST_OF_BMP_PRIVATE_USE && point <= LAST_OF_BMP_PRIVATE_USE;
        boolean noncharacter = (point & 0xFFFE) == 0xFFFE || point >= 0xFDD0 && point <= 0xFDEF;
        return !vendorsOwn && !noncharacter && point != REPLACEMENT && switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static boolean isLetter(int point) {
        return Character.isLetter(point) || Character.isIdeographic(point) || Character.getType(point) == Character.PRIVATE_USE;
    }

    /** A blank apart: it is harmless, and names are compared without. */
    private static boolean isHalfWidth(int point) {
        return point > ' ' && point <= '~' || point >= 0xFF61 && point <= 0xFFDC || point >= 0xFFE8 && point <= 0xFFEE;
    }

    private static boolean isVariationSelector(int point) {
        return point >= 0xFE00 && point <= 0xFE0F || point >= 0xE0100 && point <= 0xE01EF;
    }
}
