package jp.todoke.benefits.zengin;

/** 法人略語 — the banks' abbreviations of legal forms: {@code ｶ)} in front, {@code (ｶ)} in the middle, {@code (ｶ} at the end; one in a name. */
final class LegalForm {
    /** Longer words first: 一般社団法人 must not be met as 社団法人. */
    private static final String[][] WORDS = {{"特定非営利活動法人", "トクヒ"}, {"社会保険労務士法人", "ロウム"}, {"地方独立行政法人", "ドク"}, {"医療法人社団", "イ"},
            {"医療法人財団", "イ"},
            {"一般財団法人", "ザイ"}, {"公益財団法人", "ザイ"}, {"一般社団法人", "シヤ"}, {"公益社団法人", "シヤ"}, {"社会福祉法人", "フク"}, {"更生保護法人", "ホゴ"}, {"独立行政法人", "ドク"},
            {"国立大学法人", "ダイ"}, {"公立大学法人", "ダイ"}, {"農事組合法人", "ノウ"}, {"管理組合法人", "カンリ"}, {"司法書士法人", "シホウ"}, {"行政書士法人", "ギヨ"}, {"弁護士法人", "ベン"},
            {"税理士法人", "ゼイ"}, {"財団法人", "ザイ"}, {"社団法人", "シヤ"}, {"宗教法人", "シユウ"}, {"学校法人", "ガク"}, {"医療法人", "イ"}, {"株式会社", "カ"}, {"有限会社", "ユ"},
            {"合名会社", "メ"}, {"合資会社", "シ"}, {"合同会社", "ド"}, {"相互会社", "ソ"}, {"（株）", "カ"}, {"(株)", "カ"}, {"㈱", "カ"}, {"（有）", "ユ"}, {"(有)", "ユ"},
            {"㈲", "ユ"}};

    private LegalForm() {}

    static String abbreviate(String written) {
        String name = written.strip();
        for (String[] word : WORDS) {
            int at = name.indexOf(word[0]);
            if (at >= 0) {
                String before = name.substring(0, at).stripTrailing();
                String after = name.substring(at + word[0].length()).stripLeading();
                String opening = before.isEmpty() ? "" : "(";
                String closing = after.isEmpty() && !before.isEmpty() ? "" : ")";
                return before + opening + word[1] + closing + after;
            }
        }
        return name;
    }
}
