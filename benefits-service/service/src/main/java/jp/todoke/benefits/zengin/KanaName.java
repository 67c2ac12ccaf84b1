package jp.todoke.benefits.zengin;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 受取人名・振込依頼人名 — a name in the strict 全銀 set: half-width katakana without ｦ and small letters, ﾞ ﾟ as characters of their own,
 * digits, capital letters, space and {@code ( ) - .}; so that one character is one byte of JIS X 0201.
 *
 * <p>The conversion is deterministic and changes nothing the second time. What it cannot convert it refuses: a reading is never guessed.
 *
 * @param text the whole name, not yet cut to the width of a field
 */
public record KanaName(String text) {
    /** Katakana from ア to ン in the order of Unicode, small letters and old letters written as banks write them; ッ and ー are apart. */
    private static final String FULL = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
    private static final String HALF = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ";
    private static final String SMALL_AND_OLD = "ァィゥェォッャュョヮヵヶヰヱヲ";
    private static final String LARGE_AND_NEW = "アイウエオツヤユヨワカケイエオ";
    private static final String DASHES = "ー－−‐‑–—―ｰ-";
    private static final String APOSTROPHES = "'’‘ʼ";
    private static final String DOTS = "・,";
    private static final String OTHERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ ().";
    private static final char VOICED = 0x3099;
    private static final char SEMI_VOICED = 0x309A;
    private static final Pattern STRICT = Pattern.compile("[ｱ-ﾝﾞﾟ0-9A-Z ().-]+");
    private static final Pattern NOT_COMPARED = Pattern.compile("[ ().-]");

    public KanaName {
        if (!STRICT.matcher(text).matches()) {
            throw new IllegalArgumentException("the name is not written in the strict 全銀 set");
        }
    }

    /** The name of a natural person; empty when it holds anything that has no place in the strict set. */
    public static Optional<KanaName> ofPerson(String written) {
        return convert(written);
    }

    /** The name of a corporation: its 法人格 is replaced by the banks' abbreviation first, since NFKC would turn ㈱ into 株. */
    public static Optional<KanaName> ofOrganisation(String written) {
        return convert(LegalForm.abbreviate(written));
    }

    /**
     * The name as far as it fits into {@code width} bytes, not padded. A cut never separates a kana from its mark, and leaves no
     * blank at the end.
     */
    public String cut(int width) {
        if (text.length() <= width) {
            return text;
        }
        boolean splitsMark = isMark(text.charAt(width));
        return text.substring(0, splitsMark ? width - 1 : width).stripTrailing();
    }

    /** Whether both write the same holder, however blanks, long vowels and parentheses were set. */
    public boolean sameHolderAs(KanaName other) {
        return NOT_COMPARED.matcher(text).replaceAll("").equals(NOT_COMPARED.matcher(other.text).replaceAll(""));
    }

    private static boolean isMark(char half) {
        return half == 'ﾞ' || half == 'ﾟ';
    }

    private static Optional<KanaName> convert(String written) {
        String compatible = Normalizer.normalize(written, Normalizer.Form.NFKC);
        String katakana = toKatakana(compatible);
        // NFD after the kana are known: it splits ガ and É alike, and the marks tell which is which.
        String split = Normalizer.normalize(katakana, Normalizer.Form.NFD).toUpperCase(Locale.ROOT);
        StringBuilder half = new StringBuilder(split.length());
        for (int index = 0; index < split.length(); index++) {
            if (!append(half, split.charAt(index))) {
                return Optional.empty();
            }
        }
        String name = half.toString().replaceAll(" +", " ").strip();
        return name.isEmpty() ? Optional.empty() : Optional.of(new KanaName(name));
    }

    private static String toKatakana(String text) {
        StringBuilder katakana = new StringBuilder(text.length());
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            boolean hiragana = letter >= 'ぁ' && letter <= 'ゖ';
            katakana.append(hiragana ? (char) (letter + ('ァ' - 'ぁ')) : letter);
        }
        return katakana.toString();
    }

    /** @return false when the letter has no place in the strict set */
    private static boolean append(StringBuilder half, char letter) {
        int smallOrOld = SMALL_AND_OLD.indexOf(letter);
        int kana = FULL.indexOf(smallOrOld < 0 ? letter : LARGE_AND_NEW.charAt(smallOrOld));
        if (kana >= 0) {
            half.append(HALF.charAt(kana));
        } else if (letter == VOICED || letter == SEMI_VOICED) {
            if (!endsWithKana(half)) {
                return false;
            }
            half.append(letter == VOICED ? 'ﾞ' : 'ﾟ');
        } else if (letter == '-' || DASHES.indexOf(letter) >= 0 && endsWithKanaOrLongVowel(half)) {
            half.append('-');
        } else if (DOTS.indexOf(letter) >= 0) {
            half.append('.');
        } else if (OTHERS.indexOf(letter) >= 0) {
            half.append(letter);
        } else {
            // Apostrophes and the accents of Latin letters fall away; anything else is a letter nobody told us how to read.
            return APOSTROPHES.indexOf(letter) >= 0 || letter >= 0x0300 && letter <= 0x036F && endsWithLatin(half);
        }
        return true;
    }

    private static boolean endsWithKana(StringBuilder half) {
        return !half.isEmpty() && HALF.indexOf(half.charAt(half.length() - 1)) >= 0;
    }

    private static boolean endsWithKanaOrLongVowel(StringBuilder half) {
        return endsWithKana(half) || !half.isEmpty() && (isMark(half.charAt(half.length() - 1)) || half.charAt(half.length() - 1) == '-');
    }

    private static boolean endsWithLatin(StringBuilder half) {
        return !half.isEmpty() && half.charAt(half.length() - 1) >= 'A' && half.charAt(half.length() - 1) <= 'Z';
    }
}
