package jp.todoke.contracts;

import java.util.regex.Pattern;

/** 検査用数字 of the numbers that come from outside. */
public final class CheckDigits {
    private static final Pattern SIX = Pattern.compile("[0-9]{6}");
    private static final Pattern TWELVE = Pattern.compile("[0-9]{12}");

    private CheckDigits() {}

    /** 全国地方公共団体コード: weights 6, 5, 4, 3, 2 and {@code (11 − sum mod 11) mod 10}. */
    public static boolean isMunicipality(String code) {
        if (!SIX.matcher(code).matches()) {
            return false;
        }
        int sum = 0;
        for (int position = 0; position < 5; position++) {
            sum += digit(code, position) * (6 - position);
        }
        return (11 - sum % 11) % 10 == digit(code, 5);
    }

    /** 個人番号: 平成26年総務省令第85号第5条. */
    static boolean isKojinbango(String number) {
        if (!TWELVE.matcher(number).matches()) {
            return false;
        }
        int sum = 0;
        for (int n = 1; n <= 11; n++) {
            sum += digit(number, 11 - n) * (n <= 6 ? n + 1 : n - 5);
        }
        int remainder = sum % 11;
        return digit(number, 11) == (remainder <= 1 ? 0 : 11 - remainder);
    }

    private static int digit(String number, int position) {
        return number.charAt(position) - '0';
    }
}
