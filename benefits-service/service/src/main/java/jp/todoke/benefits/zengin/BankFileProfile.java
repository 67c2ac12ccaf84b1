package jp.todoke.benefits.zengin;

/**
 * The 指定金融機関's variation of the format; every bank has its own, so it is configuration.
 *
 * @param crlf CR LF after each record (122 bytes a line)
 * @param endOfFileMark 0x1A after the last record
 */
public record BankFileProfile(Remitter remitter, boolean crlf, boolean endOfFileMark) {

    /**
     * 振込依頼人 — who pays and from which account.
     *
     * @param consignorCode 委託者コード, issued by the bank, up to 10 digits
     * @param nameKana printed in the passbook, so the programme comes first: {@code ｼﾞﾄﾞｳﾃｱﾃ …}
     * @param accountType 預金種目(依頼人): 1 普通, 2 当座, 9 その他 (別段)
     */
    public record Remitter(String consignorCode, KanaName nameKana, String bankCode, String branchCode, String accountType,
            String accountNumber) {
        public Remitter {
            if (!consignorCode.matches("[0-9]{1,10}") || !bankCode.matches("[0-9]{4}") || !branchCode.matches("[0-9]{3}")
                    || !accountType.matches("[129]") || !accountNumber.matches("[0-9]{1,7}")) {
                throw new IllegalArgumentException("the remitter of the bank file is not in the form of 全銀");
            }
        }
    }
}
