package jp.todoke.benefits.municipality;

import java.util.Map;
import jp.todoke.benefits.cases.Programme;

/**
 * One municipality as its letters and bank files name it.
 *
 * @param name 市区町村名, also the defendant of an action (行政事件訴訟法第11条)
 * @param head 処分庁, the title without a person's name
 * @param section 担当課, whom a reader may ask
 * @param reviewAuthority 審査庁 of 法定受託事務 (地方自治法第255条の2第1項第2号)
 * @param paying how it pays each programme
 * @param bankFile 指定金融機関's format
 */
public record MunicipalityProfile(String name, String head, String section, String reviewAuthority, Map<Programme.Code, Paying> paying,
        BankFile bankFile) {

    public MunicipalityProfile {
        paying = Map.copyOf(paying);
    }

    /** @throws IllegalStateException for a programme that is not configured */
    public Paying paying(Programme.Code programme) {
        Paying settings = paying.get(programme);
        if (settings == null) {
            throw new IllegalStateException("todoke.municipalities.*.paying has no " + programme);
        }
        return settings;
    }

    /**
     * One programme as its payments name it.
     *
     * @param payday day of the month on which it is paid; the business day before when banks are closed
     * @param consignorCode 委託者コード
     * @param consignorName what the passbook shows: kana, half or full width
     */
    public record Paying(int payday, String consignorCode, String consignorName) {}

    /** 指定金融機関's format. */
    public record BankFile(Account account, boolean crlf, boolean endOfFileMark) {}

    /** The account that is debited; it is the municipality's, so nothing of it is secret. */
    public record Account(String bankCode, String branchCode, String type, String number) {}
}
