package jp.todoke.benefits.people;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/** Names as they are compared: never as they are shown or printed. */
public final class Names {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000]+");
    /** Spaces, hyphens, long vowels, dots and brackets: banks and registers set them differently. */
    private static final Pattern IGNORED_IN_HOLDERS = Pattern.compile("[\\s\\u3000\\-‐‑–—―−ー.・()]+");
    private static final Map<Character, Character> LARGE = Map.ofEntries(
            Map.entry('ァ', 'ア'), Map.entry('ィ', 'イ'), Map.entry('ゥ', 'ウ'), Map.entry('ェ', 'エ'), Map.entry('ォ', 'オ'), Map.entry('ッ', 'ツ'),
            Map.entry('ャ', 'ヤ'), Map.entry('ュ', 'ユ'), Map.entry('ョ', 'ヨ'), Map.entry('ヮ', 'ワ'), Map.entry('ヵ', 'カ'), Map.entry('ヶ', 'ケ'),
            Map.entry('ヰ', 'イ'), Map.entry('ヱ', 'エ'), Map.entry('ヲ', 'オ'));
    private static final int HIRAGANA_TO_KATAKANA = 'ア' - 'あ';

    private Names() {}

    /** 氏名 with full-width and half-width forms made one and without blanks. */
    public static String key(String name) {
        return BLANKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).replaceAll("");
    }

    /** Whether two kana readings may be the same account holder; small and large kana are one, as banks write them. */
    public static boolean sameHolder(String one, String other) {
        return holderKey(one).equals(holderKey(other));
    }

    private static String holderKey(String kana) {
        String composed = Normalizer.normalize(kana, Normalizer.Form.NFKC).toUpperCase(java.util.Locale.ROOT);
        StringBuilder key = new StringBuilder(composed.length());
        for (char letter : IGNORED_IN_HOLDERS.matcher(composed).replaceAll("").toCharArray()) {
            char katakana = letter >= 'ぁ' && letter <= 'ゖ' ? (char) (letter + HIRAGANA_TO_KATAKANA) : letter;
            key.append(LARGE.getOrDefault(katakana, katakana));
        }
        return key.toString();
    }
}
