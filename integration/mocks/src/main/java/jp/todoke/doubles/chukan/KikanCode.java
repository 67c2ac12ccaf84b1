package jp.todoke.doubles.chukan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 機関コード (16 digits). That of a municipality or a 都道府県 is 02201 + its 6-digit code + 01700; the split is inferred from one public example. */
final class KikanCode {

    private static final Pattern MUNICIPALITY = Pattern.compile("02201([0-9]{6})01700");
    private static final int[] WEIGHTS = {6, 5, 4, 3, 2};

    private KikanCode() {}

    /** The 全国地方公共団体コード inside, if its check digit is right. */
    static Optional<String> municipality(String kikanCd) {
        Matcher matcher = MUNICIPALITY.matcher(kikanCd);
        return matcher.matches() && checkDigitHolds(matcher.group(1)) ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Of a place by its five digits. */
    static String of(String fiveDigits) {
        return "02201" + fiveDigits + checkDigit(fiveDigits) + "01700";
    }

    private static boolean checkDigitHolds(String code) {
        return checkDigit(code) == code.charAt(5) - '0';
    }

    private static int checkDigit(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (code.charAt(i) - '0');
        }
        return (11 - sum % 11) % 10;
    }
}
