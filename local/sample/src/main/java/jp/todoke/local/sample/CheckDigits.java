package jp.todoke.local.sample;

/** 検査用数字 of the numbers that the sample invents. */
final class CheckDigits {
    private CheckDigits() {}

    /**
     * 個人番号 with the check digit of 平成26年総務省令第85号第5条. All begin with 99998, so that an invented number is recognised as one.
     */
    static String kojinbango(long serial) {
        String digits = "%011d".formatted(99_998_000_000L + serial);
        int sum = 0;
        for (int n = 1; n <= 11; n++) {
            int weight = n <= 6 ? n + 1 : n - 5;
            sum += (digits.charAt(11 - n) - '0') * weight;
        }
        int remainder = sum % 11;
        return digits + (remainder <= 1 ? 0 : 11 - remainder);
    }
}
