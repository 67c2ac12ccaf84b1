package jp.todoke.benefits.zengin;

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
        if (!bankCode.matches("[0-9]{4}") || !branchCode.matches("[0-9]{3}") || !type.matches("[1249]") || !number.matches("[0-9]{7}")) {
            throw new IllegalArgumentException("the account is not in the form of 全銀");
        }
    }

    /** What may be shown: bank and branch, and the last three digits of the number. */
    public String masked() {
        return bankCode + "-" + branchCode + " ****" + number.substring(4);
    }

    @Override
    public String toString() {
        return masked();
    }
}
