package jp.todoke.integration.peers.atena;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts as 031 writes them: full-width, names in elements parted by U+3000. No character is exchanged for another. */
final class Moji {
    private static final String GAP = "　";
    private static final Pattern HALF_WIDTH_KANA = Pattern.compile("[\\uFF61-\\uFF9F]+");
    private static final Pattern PREFECTURE = Pattern.compile("^(北海道|東京都|京都府|大阪府|(?:神奈川|和歌山|鹿児島|..)県)");
    private static final int TO_FULL_WIDTH = 0xFEE0;

    private Moji() {}

    /** Half-width letters, digits, signs and kana become full-width; 漢字 and their variation sequences stay what they are. */
    static String fullWidth(String text) {
        String kana = HALF_WIDTH_KANA.matcher(text).replaceAll(run -> Normalizer.normalize(run.group(), Normalizer.Form.NFKC));
        var full = new StringBuilder(kana.length());
        kana.strip().codePoints().map(Moji::fullWidth).forEach(full::appendCodePoint);
        return full.toString();
    }

    private static int fullWidth(int point) {
        if (point == ' ') {
            return GAP.charAt(0);
        }
        return point > ' ' && point <= '~' ? point + TO_FULL_WIDTH : point;
    }

    /** 氏 and 名, where the name has exactly two elements. */
    static @Nullable List<String> familyAndGiven(String fullWidthName) {
        List<String> elements = List.of(fullWidthName.split(GAP + "+"));
        return elements.size() == 2 && !elements.getFirst().isEmpty() ? elements : null;
    }

    /** ローマ字: a foreigner's name in letters. */
    static boolean inLetters(String fullWidthName) {
        return fullWidthName.codePoints().allMatch(point -> point == GAP.charAt(0) || (point >= 'Ａ' && point <= 'ｚ') || point == '＇'
                || point == '－' || point == '．' || point == '，');
    }

    /** 都道府県, and what follows; the first is empty where the address does not begin with one. */
    static List<String> prefectureAndRest(String fullWidthAddress) {
        Matcher prefecture = PREFECTURE.matcher(fullWidthAddress);
        return prefecture.find()
                ? List.of(prefecture.group(1), fullWidthAddress.substring(prefecture.end()))
                : List.of("", fullWidthAddress);
    }

    /** Whether two registers mean the same text: gaps and widths say nothing, characters do. */
    static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String text) {
        return prefectureAndRest(fullWidth(text).replace(GAP, "")).getLast();
    }
}
