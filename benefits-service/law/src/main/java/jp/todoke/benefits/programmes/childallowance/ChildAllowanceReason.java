package jp.todoke.benefits.programmes.childallowance;

import jp.todoke.benefits.law.Article;
import jp.todoke.benefits.law.Reason;

/** Every reason this programme may give; the code is the constant's name, the sentence goes into the notice as it stands. */
public enum ChildAllowanceReason implements Reason {
    PUBLIC_SERVANT(Articles.PUBLIC_SERVANT, "請求者は公務員であるため、所属庁の長が認定し、支給することとされています。"),
    NO_RESIDENCE(Articles.ELIGIBLE_PERSONS, "請求者は、この市区町村の区域内に住所を有していません。"),
    OTHER_PARENT_EARNS_MORE(Articles.HIGHER_EARNER, "他の父又は母の所得が請求者の所得を上回っており、児童の生計を維持する程度の高い者は、請求者ではありません。"),
    NOT_CARED_FOR(Articles.PARENT, "請求者は、請求の日において、その児童を監護し、かつ、その児童と生計を同じくしていません。"),
    CHILD_ABROAD(Articles.CHILD, "その児童は、日本国内に住所を有していません。"),
    IN_FACILITY(Articles.IN_FACILITY, "その児童は、施設に入所し、又は里親等に委託されているため、その施設の設置者等に支給されます。"),
    PAST_AGE_LIMIT(Articles.CHILD, "その児童は、18歳に達する日以後の最初の3月31日を経過しています。"),
    NO_CHILD_OF_MIDDLE_SCHOOL_AGE(Articles.FORMER_ELIGIBILITY, "15歳に達する日以後の最初の3月31日までの間にある児童がありません。"),
    INCOME_OVER_UPPER_LIMIT(Articles.SPECIAL_BENEFIT, "受給資格者の所得が所得上限限度額以上です。"),
    INCOME_OVER_LIMIT(Articles.FORMER_INCOME_TEST, "受給資格者の所得が所得制限限度額以上であるため、児童手当に代えて特例給付を支給します。"),
    COUNTED_NOT_PAID(Articles.FORMER_AMOUNT, "その児童は、15歳に達する日以後の最初の3月31日を経過しているため、児童の数に算入しますが、その児童についての額はありません。"),
    ENDED_BEFORE_START(Articles.PERIOD, "支給を始めるべき月より前に、支給すべき事由が消滅しています。"),
    NO_QUALIFYING_CHILD(Articles.ELIGIBLE_PERSONS, "請求に係る支給要件児童がありません。"),
    NO_LIVING_ENTITLEMENT(Articles.INCREASE, "額の改定を請求した日において、児童手当の支給を受けていません。"),
    MOVED_OUT(Articles.PERIOD, "受給者が他の市区町村の区域に住所を移したため、支給すべき事由が消滅しました。"),
    CLAIMANT_DIED(Articles.PERIOD, "受給者が死亡したため、支給すべき事由が消滅しました。"),
    BECAME_PUBLIC_SERVANT(Articles.PUBLIC_SERVANT, "受給者が公務員となったため、所属庁の長が支給することとなりました。"),
    CARE_ENDED(Articles.PERIOD, "受給者がその児童を監護しなくなり、又は生計を同じくしなくなったため、支給すべき事由が消滅しました。"),
    CHILD_DIED(Articles.PERIOD, "その児童が死亡したため、支給すべき事由が消滅しました。"),
    PUBLIC_SERVANT_UNKNOWN(Articles.PUBLIC_SERVANT, "請求者が公務員であるかどうかを確認しています。", false),
    RESIDENCE_UNKNOWN(Articles.ELIGIBLE_PERSONS, "請求者の住所を確認しています。", false),
    PRIORITY_UNKNOWN(Articles.HIGHER_EARNER, "児童の生計を維持する程度の高い者がいずれであるかを確認しています。", false),
    CARE_UNKNOWN(Articles.PARENT, "請求者がその児童を監護し、かつ、生計を同じくしているかどうかを確認しています。", false),
    CHILD_RESIDENCE_UNKNOWN(Articles.CHILD, "その児童が日本国内に住所を有しているかどうかを確認しています。", false),
    SUPPORT_DISPUTED(Articles.UNDER_THREE, "第三子以降算定額算定対象者の監護に相当する世話等及び生計費の負担の状況を確認しています。", false),
    INCOME_UNKNOWN(Articles.FORMER_INCOME_TEST, "受給資格者の所得を確認しています。", false);

    private final Article article;
    private final String sentence;
    private final boolean appealable;

    ChildAllowanceReason(Article article, String sentence) {
        this(article, sentence, true);
    }

    ChildAllowanceReason(Article article, String sentence, boolean appealable) {
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
