package jp.todoke.tenancy;

import java.util.regex.Pattern;

/**
 * 全国地方公共団体コード, six digits of which the last is the check digit: weights 6, 5, 4, 3, 2 and
 * {@code (11 − sum mod 11) mod 10}.
 *
 * @param code six digits, check digit included
 */
public record Municipality(String code) {
    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");

    public Municipality {
        if (!SIX_DIGITS.matcher(code).matches()) {
            throw new IllegalArgumentException("a municipality code has six digits");
        }
        int sum = 0;
        for (int position = 0; position < 5; position++) {
            sum += (code.charAt(position) - '0') * (6 - position);
        }
        if ((11 - sum % 11) % 10 != code.charAt(5) - '0') {
            throw new IllegalArgumentException("the check digit of the municipality code is wrong");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
