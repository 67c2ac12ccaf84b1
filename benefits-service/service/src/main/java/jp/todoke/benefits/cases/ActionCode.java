package jp.todoke.benefits.cases;

/** 職員対応 — why a person must act, what cannot go on before, and what the caseworker reads. */
enum ActionCode {
    IDENTITY_UNMATCHED(Blocks.DECISION, "署名用電子証明書と申請内容から、住民記録上の請求者を特定できません。本人確認を行ってください。"),
    DUPLICATE_APPLICATION(Blocks.DECISION, "同じ請求者から30日以内に申請を受け付けているか、審査中又は認定済の案件があります。重複でないか確認してください。"),
    COMPETING_CLAIM(Blocks.DECISION, "同じ児童について、ほかの請求者の案件があります。受給資格者を確認してください。"),
    SEPARATED_PARENTS(Blocks.DECISION, "離婚協議中の別居の申出があります。同居優先（児童手当法第4条第4項）に当たるか、証明書類により確認してください。"),
    OTHER_PARENT_NOT_NAMED(
            Blocks.DECISION,
            "住民記録では児童の父又は母が請求者と同じ世帯にいますが、申請書に配偶者として記載されていません。請求者に確認して申請書の補正を求め、父母の所得により受給資格者（児童手当法第4条第3項）を確認してください。"),
    INCOME_UNDECLARED(Blocks.DECISION, "所得が申告されていません。申告を案内し、所得が確定してから確認してください。"),
    INCOME_NOT_AVAILABLE(Blocks.DECISION, "所得の回答が得られません。提供者に電話等で照会するか、課税証明書の提出を求めてください。"),
    CHILD_NOT_FOUND(Blocks.DECISION, "児童の住所を確認できません。住民票の写し等により確認してください。"),
    NUMBER_UNDECIDED(
            Blocks.DECISION,
            "住登外者の宛名番号が決まりません。住登外者宛名番号管理で同じ人の記録を確認し、どの宛名番号を使うかを決めて記録を正してから、再照会してください。"),
    RESIDENCE_DIFFERS(Blocks.DECISION, "申請の内容と住所の記録が一致しません。居住の実態を確認してください。"),
    ACCOUNT_NOT_REGISTERED(Blocks.PAYMENT, "公金受取口座が登録されていません。振込先口座の届出を求めてください。"),
    ACCOUNT_HOLDER_DIFFERS(Blocks.PAYMENT, "口座名義が請求者の氏名フリガナと一致しません。本人名義の口座であるか確認してください。"),
    ACCOUNT_NOT_AVAILABLE(Blocks.PAYMENT, "公金受取口座の情報を利用できません。振込先口座の届出を求めてください。"),
    GROUND_NOT_CONFIRMED(
            Blocks.DECISION,
            "支給要件に該当する事由（離婚・死亡・未婚）とその年月日を、戸籍の記録により確認できません。戸籍謄本の提出を求め、婚姻（事実上の婚姻関係を含みます。）の有無を確認してください。"),
    PENSION_NOT_AVAILABLE(Blocks.DECISION, "公的年金等の給付の有無と額を確認できません。年金事務所等に照会するか、年金証書等の写しの提出を求めてください。"),
    PENSION_NOT_DECLARED(Blocks.DECISION, "申請では公的年金等を受けることができないとされていますが、年金の給付があります。請求者に確認して申請書の補正を求めてください。"),
    SUPPORTER_NOT_NAMED(
            Blocks.DECISION,
            "住民記録では請求者と同じ世帯に、申請書に記載のない成人がいます。扶養義務者（児童扶養手当法第10条）に当たるか、事実上の婚姻関係にないかを確認してください。"),
    ACCOUNT_INVALID(Blocks.PAYMENT, "金融機関に該当する口座がないとの回答です。振込先口座を請求者に確認し、届出の訂正を求めてください。"),
    ACCOUNT_UNCHECKED(Blocks.NOTHING, "金融機関による口座の確認ができていません。口座が正しいかは分かりません。届出の内容を目視で確認してください。"),
    HOUSEHOLD_NOT_CONFIRMED(Blocks.NOTHING, "別居の児童の世帯を確認できません。住所地の市区町村に照会するか、世帯全員の住民票の写しの提出を求めてください。"),
    EMPLOYEE_CLASS_NOT_KNOWN(Blocks.NOTHING, "被用者の区分（児童手当法第18条）が分かりません。加入している医療保険・年金を請求者に確認してください。支給額には影響しません。"),
    FORMER_ALLOWANCE_OVERLAPS(
            Blocks.DECISION, "前住所地で同じ月分の手当が支給される記録があります。二重に支給しないよう、前住所地に支給の終わりの月を確認してください。"),
    FORMER_ALLOWANCE_NOT_KNOWN(Blocks.NOTHING, "前住所地の手当の支給状況が分かりません。前住所地に電話等で確認するか、支給の終わりが分かる通知書の写しの提出を求めてください。"),
    DISABILITY_NOT_CONFIRMED(
            Blocks.DECISION,
            "18歳に達する日以後の最初の3月31日を過ぎた児童について請求されています。障害の状態（児童扶養手当法第3条第1項）を診断書等により確認してください。"),
    PUBLIC_ASSISTANCE_NOT_KNOWN(Blocks.NOTHING, "前住所地の生活保護の状況が分かりません。前住所地の福祉事務所に確認してください。支給額には影響しません。"),
    ANSWER_LATE(Blocks.NOTHING, "照会の回答が期限を過ぎても届きません。提供者に電話等で状況を確認してください。"),
    APPLICATION_AMENDED(Blocks.DECISION, "申請の補正が届いています。受付の画面で補正後の申請を確認し、必要な事項を案件に反映してください。"),
    RULE_REFERS(Blocks.DECISION, "法令の要件の判断に必要な事実が不足しています。審査の過程を確認してください。");

    enum Blocks {
        DECISION,
        PAYMENT,
        /** A task beside the way: the law needs nothing more for decision and payment. */
        NOTHING
    }

    private final Blocks blocks;
    private final String message;

    ActionCode(Blocks blocks, String message) {
        this.blocks = blocks;
        this.message = message;
    }

    Blocks blocks() {
        return blocks;
    }

    String message() {
        return message;
    }
}
