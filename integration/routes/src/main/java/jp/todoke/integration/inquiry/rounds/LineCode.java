package jp.todoke.integration.inquiry.rounds;

/** Why a line of a round stayed behind, was not taken, or has no answer: エラーリスト. */
enum LineCode {
    LINE_UNREADABLE("この行を読み取れません。UTF-8 の CSV または NDJSON で、見出しのとおりの項目を1行に書いてください。"),
    ATENABANGO_INVALID("宛名番号を15桁の数字で記入してください。"),
    PROVIDER_MISSING("照会先の市区町村コードを記入してください。"),
    PROVIDER_UNKNOWN("照会先の市区町村コードを6桁（検査数字を含む）で正しく記入してください。"),
    PROVIDER_NOT_ASKED("この情報は市区町村に照会しません。市区町村コードを空欄にしてください。"),
    OVERSEAS("国外の住所には照会できません。書類で確認してください。"),
    WITHHOLD_INVALID("不開示は 0（開示）か 1（不開示）で記入してください。"),
    CASE_NUMBER_INVALID("案件番号は40字までの英数字と「-」「_」「.」で記入してください。"),
    DUPLICATE("同じ人が先の行にあります。照会は1回だけ行います。"),
    NO_LEGAL_BASIS("照合リストにない照会のため、行いませんでした。"),
    UNTRANSLATABLE("団体内統合宛名で宛名番号を変換できませんでした。統合宛名の付番を確認してください。"),
    RECORD_REJECTED("中間サーバーが受け付けませんでした。"),
    FILE_REJECTED("中間サーバーがファイルを受け付けませんでした。"),
    NOT_LISTED("中間サーバーの登録結果にこの行がありません。"),
    RESULT_MISSING("照会結果のファイルにこの行の結果がありません。"),
    RESULT_TOO_LARGE("照会結果のファイルが大きすぎるため、受け取りませんでした。名簿を分けて照会してください。"),
    RESULT_EXPIRED("照会結果の保存期間が過ぎました。"),
    UNREACHED("中間サーバーに届かないまま期限が過ぎました。");

    private final String message;

    LineCode(String message) {
        this.message = message;
    }

    String message() {
        return message;
    }
}
