package jp.todoke.benefits.municipality;

/**
 * One municipality as its letters and bank files name it.
 *
 * @param name 市区町村名, also the defendant of an action (行政事件訴訟法第11条)
 * @param head 処分庁, the title without a person's name
 * @param section 担当課, whom a reader may ask
 * @param reviewAuthority 審査庁 of 法定受託事務 (地方自治法第255条の2第1項第2号)
 * @param payday day of the month on which it pays; the business day before when banks are closed
 * @param bankFile 指定金融機関's format
 */
public record MunicipalityProfile(String name, String head, String section, String reviewAuthority, int payday, BankFile bankFile) {

    /**
     * As properties write it.
     *
     * @param consignorName kana, half or full width
     */
    public record BankFile(String consignorCode, String consignorName, Account account, boolean crlf, boolean endOfFileMark) {}

    /** The account that is debited; it is the municipality's, so nothing of it is secret. */
    public record Account(String bankCode, String branchCode, String type, String number) {}
}
