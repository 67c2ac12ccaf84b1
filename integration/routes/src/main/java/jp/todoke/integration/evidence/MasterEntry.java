package jp.todoke.integration.evidence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of a master, ours or the 中間サーバー's, written alike so that the two can be compared.
 *
 * @param item  the codes that name the row; the first sixteen characters are its leading code
 * @param value what stands in it beside them; a row without an end has an empty one
 */
public record MasterEntry(Table table, String item, String value) {

    private static final int CODE = 16;

    public enum Table {
        /** 機関. */
        INSTITUTION,
        /** 事務. */
        DUTY,
        /** 事務手続. */
        PROCEDURE,
        /** 特定個人情報名. */
        INFORMATION,
        /** データ標準レイアウト. */
        LAYOUT,
        /** 法令の組. */
        TUPLE
    }

    /** @param kind what the institution is, in the words of specs/codes: a 指定都市 answers for more than a 市 */
    public static MasterEntry institution(String kikanCd, String kind, @Nullable LocalDate to) {
        return new MasterEntry(Table.INSTITUTION, kikanCd, (kind + " " + until(to)).strip());
    }

    public static MasterEntry code(Table table, String code, @Nullable LocalDate to) {
        return new MasterEntry(table, code, until(to));
    }

    public static MasterEntry layout(String tmCd, String datasetNo, String hanNo, LocalDate from, @Nullable LocalDate to) {
        return new MasterEntry(Table.LAYOUT, String.join(" ", tmCd, datasetNo, hanNo, from.toString()), until(to));
    }

    /** @param providerKikanCd absent: the body that answers for a place */
    public static MasterEntry tuple(String jimuCd, String jimutetsuzukiCd, String tmCd, String providerKind,
            @Nullable String providerKikanCd, LocalDate from, @Nullable LocalDate to) {
        String provider = providerKikanCd == null ? providerKind : providerKind + " " + providerKikanCd;
        return new MasterEntry(Table.TUPLE, String.join(" ", jimuCd, jimutetsuzukiCd, tmCd, provider, from.toString()), until(to));
    }

    String leadingCode() {
        return item.substring(0, Math.min(CODE, item.length()));
    }

    private static String until(@Nullable LocalDate to) {
        return to == null ? "" : "until " + to;
    }
}
