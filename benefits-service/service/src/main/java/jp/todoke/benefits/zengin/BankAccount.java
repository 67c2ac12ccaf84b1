package jp.todoke.benefits.zengin;

import java.util.Optional;

/**
 * 口座 as the bank file writes it; a Japan Post account comes already converted to 店番 and 口座番号.
 *
 * @param bankCode 統一金融機関番号, 4 digits
 * @param branchCode 店番, 3 digits
 * @param type 預金種目: 1 普通, 2 当座, 4 貯蓄, 9 その他
 * @param number 口座番号, 7 digits
 */
public record BankAccount(String bankCode, String branchCode, String type, String number) {
    public BankAccount {
        if (!isInForm(bankCode, branchCode, type, number)) {
            throw new IllegalArgumentException("the account is not in the form of 全銀");
        }
    }

    /** Empty when a part is not in the form of 全銀. */
    public static Optional<BankAccount> parse(String bankCode, String branchCode, String type, String number) {
        return isInForm(bankCode, branchCode, type, number)
                ? Optional.of(new BankAccount(bankCode, branchCode, type, number))
                : Optional.empty();
    }

    private static boolean isInForm(String bankCode, String branchCode, String type, String number) {
        return bankCode.matches("[0-9]{4}") && branchCode.matches("[0-9]{3}") && type.matches("[1249]") && number.matches("[0-9]{7}");
    }

    /** What may be shown: bank and branch, and the last three digits of the number. */
    public String masked() {
        return bankCode + "-" + branchCode + " " + maskedNumber(number);
    }

    /** The last three digits of an account number. */
    public static String maskedNumber(String number) {
        return "****" + number.substring(Math.max(0, number.length() - 3));
    }

    @Override
    public String toString() {
        return masked();
    }
}
