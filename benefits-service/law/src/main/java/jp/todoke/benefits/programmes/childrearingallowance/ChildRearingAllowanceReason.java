package jp.todoke.benefits.programmes.childrearingallowance;

import jp.todoke.benefits.law.Article;
import jp.todoke.benefits.law.Reason;

/** Every reason this programme may give; the code is the constant's name, the sentence goes into the notice as it stands. */
public enum ChildRearingAllowanceReason implements Reason {
    NO_RESIDENCE(Provisions.CERTIFICATION, "請求者は、この市区町村の区域内に住所を有していません。"),
    NOT_QUALIFIED(Provisions.REQUIREMENT, "請求の日において、その児童は、父母の離婚、父又は母の死亡その他の支給要件に該当していません。"),
    NOT_CARED_FOR(Provisions.REQUIREMENT, "請求者は、請求の日において、その児童を監護し、又は養育していません。"),
    CHILD_ABROAD(Provisions.CHILD_ABROAD, "その児童は、日本国内に住所を有していません。"),
    IN_FACILITY(Provisions.EXCLUSION, "その児童は、里親に委託され、又は児童福祉施設等に入所しています。"),
    PAST_AGE_LIMIT(Provisions.DEFINITION, "その児童は、18歳に達する日以後の最初の3月31日（障害の状態にある場合は20歳）を経過しています。"),
    ENDED_BEFORE_START(Provisions.START_AND_END, "支給を始めるべき月より前に、支給すべき事由が消滅しています。"),
    NO_QUALIFYING_CHILD(Provisions.REQUIREMENT, "請求に係る児童がありません。"),
    NO_LIVING_ENTITLEMENT(Provisions.INCREASE, "額の改定を請求した日において、児童扶養手当の受給資格の認定を受けていません。"),
    MOVED_OUT(Provisions.START_AND_END, "受給者が住所を移したため、移った日の属する月の翌月から、新しい住所地の支給機関が支給します。"),
    CLAIMANT_DIED(Provisions.START_AND_END, "受給者が死亡したため、支給すべき事由が消滅しました。"),
    REMARRIED(Provisions.EXCLUSION, "受給者が婚姻し、又は事実上婚姻関係と同様の事情にあるため、支給すべき事由が消滅しました。"),
    CARE_ENDED(Provisions.START_AND_END, "受給者がその児童を監護し、又は養育しなくなったため、支給すべき事由が消滅しました。"),
    INCOME_OVER_LIMIT(Provisions.INCOME, "受給者の前年（前々年）の所得が限度額以上であるため、手当の全部を支給することができません。"),
    INCOME_OVER_FULL_LIMIT(Provisions.PARTIAL_PAYMENT, "受給者の前年（前々年）の所得が全部支給の限度額以上であるため、手当の一部を支給することができません。"),
    ORPHAN_CARER_INCOME_OVER_LIMIT(Provisions.ORPHAN_CARERS_INCOME, "孤児等の養育者の前年（前々年）の所得が限度額以上であるため、手当を支給することができません。"),
    SUPPORTER_INCOME_OVER_LIMIT(Provisions.PARENTS_SUPPORTERS_INCOME, "配偶者又は扶養義務者の前年（前々年）の所得が限度額以上であるため、手当を支給することができません。"),
    CARERS_SUPPORTER_INCOME_OVER_LIMIT(Provisions.CARERS_SUPPORTERS_INCOME, "養育者の配偶者又は生計を維持する扶養義務者の所得が限度額以上であるため、手当を支給することができません。"),
    CHILDS_PENSION_OFFSET(Provisions.CHILDS_PENSION, "児童が公的年金給付等を受けることができ、又はその加算の対象であるため、その額に相当する部分を支給することができません。"),
    OWN_PENSION_OFFSET(Provisions.OWN_PENSION, "受給者が公的年金給付等を受けることができるため、その額に相当する部分を支給することができません。"),
    DISABILITY_PENSION_OFFSET(Provisions.DISABILITY_PENSION, "受給者が障害基礎年金等を受けることができるため、子の加算に相当する部分を支給することができません。"),
    HALVED(Provisions.HALVING, "支給開始月から5年等を経過し、適用除外の届出がないため、手当の一部を支給することができません。"),
    RESIDENCE_UNKNOWN(Provisions.CERTIFICATION, "請求者の住所を確認しています。", false),
    CARE_UNKNOWN(Provisions.REQUIREMENT, "請求者がその児童を監護し、又は養育しているかどうかを確認しています。", false),
    QUALIFYING_EVENT_UNKNOWN(Provisions.REQUIREMENT, "その児童が支給要件に該当した日を確認しています。", false),
    CHILD_RESIDENCE_UNKNOWN(Provisions.CHILD_ABROAD, "その児童が日本国内に住所を有しているかどうかを確認しています。", false),
    INCOME_UNDECLARED(Provisions.INCOME, "受給者の所得が申告されていないため、申告の内容を確認しています。", false),
    INCOME_UNKNOWN(Provisions.INCOME, "受給者の所得を確認しています。", false),
    SUPPORTER_INCOME_UNDECLARED(Provisions.PARENTS_SUPPORTERS_INCOME, "配偶者又は扶養義務者の所得が申告されていないため、申告の内容を確認しています。", false),
    SUPPORTER_INCOME_UNKNOWN(Provisions.PARENTS_SUPPORTERS_INCOME, "配偶者又は扶養義務者の所得を確認しています。", false),
    PENSION_UNKNOWN(Provisions.OWN_PENSION, "受給者が公的年金給付等を受けることができるかどうかを確認しています。", false);

    private final Article article;
    private final String sentence;
    private final boolean appealable;

    ChildRearingAllowanceReason(Article article, String sentence) {
        this(article, sentence, true);
    }

    ChildRearingAllowanceReason(Article article, String sentence, boolean appealable) {
        this.article = article;
        this.sentence = sentence;
        this.appealable = appealable;
    }

    @Override
    public String code() {
        return name();
    }

    @Override
    public Article article() {
        return article;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public boolean appealable() {
        return appealable;
    }
}
