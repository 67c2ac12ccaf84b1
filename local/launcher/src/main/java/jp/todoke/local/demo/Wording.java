package jp.todoke.local.demo;

import java.util.Map;
import java.util.stream.Collectors;

/** Codes in the words of the office. */
final class Wording {
    private static final Map<String, String> ACTION_POINTS = Map.ofEntries(
            Map.entry("GROUND_NOT_CONFIRMED", "支給事由（離婚など）を戸籍の回答で確認できない"),
            Map.entry("PENSION_NOT_AVAILABLE", "年金の受給を確認できない"),
            Map.entry("PENSION_NOT_DECLARED", "申告にない年金を受給中との回答"),
            Map.entry("SUPPORTER_NOT_NAMED", "同じ世帯の扶養義務者が申請にない"),
            Map.entry("IDENTITY_UNMATCHED", "申請者を住民記録で特定できない"),
            Map.entry("DUPLICATE_APPLICATION", "同じ人の申請を処理中"),
            Map.entry("COMPETING_CLAIM", "同じ児童をほかの人も請求"),
            Map.entry("SEPARATED_PARENTS", "離婚協議中の別居（同居優先を確認）"),
            Map.entry("OTHER_PARENT_NOT_NAMED", "同じ世帯の父又は母が申請にない"),
            Map.entry("INCOME_UNDECLARED", "住民税が未申告"),
            Map.entry("INCOME_NOT_AVAILABLE", "所得の回答が得られない"),
            Map.entry("CHILD_NOT_FOUND", "別居の児童を確認できない"),
            Map.entry("RESIDENCE_DIFFERS", "申請と住民記録の住所が違う"),
            Map.entry("ACCOUNT_NOT_REGISTERED", "公金受取口座が未登録"),
            Map.entry("ACCOUNT_HOLDER_DIFFERS", "口座の名義人が請求者と違う"),
            Map.entry("ACCOUNT_NOT_AVAILABLE", "口座の回答を使えない"),
            Map.entry("ACCOUNT_INVALID", "振込先にできない口座"),
            Map.entry("FORMER_ALLOWANCE_OVERLAPS", "前住所地で同じ月分が支給される記録"),
            Map.entry("DISABILITY_NOT_CONFIRMED", "児童の障害の状態を確認できない"),
            Map.entry("APPLICATION_AMENDED", "申請の補正が届いている"),
            Map.entry("RULE_REFERS", "要件の判断を職員に委ねる"));
    private static final Map<String, String> ATTACHMENTS = Map.of("RESIDENT_RECORD", "住民票", "TAX_CERTIFICATE", "課税証明書", "PASSBOOK_COPY",
            "通帳の写し", "FAMILY_REGISTER", "戸籍謄本", "PENSION_CERTIFICATE", "年金証書等");

    private Wording() {}

    static String actionPoint(String code) {
        return ACTION_POINTS.getOrDefault(code, code);
    }

    /** 課税証明書×2 通帳の写し×1. */
    static String attachments(Map<String, Integer> omitted) {
        return omitted.entrySet()
                .stream()
                .map(entry -> ATTACHMENTS.getOrDefault(entry.getKey(), entry.getKey()) + "×" + entry.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    static String yen(long amount) {
        return "%,d円".formatted(amount);
    }
}
