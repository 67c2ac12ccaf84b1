package jp.todoke.benefits.programmes.childallowance;

import jp.todoke.benefits.law.Article;
import jp.todoke.benefits.law.Reason;

/** Every reason this programme may give; the code is the constant's name, the sentence goes into the notice as it stands. */
public enum ChildAllowanceReason implements Reason {
    PUBLIC_SERVANT("第17条第1項", "請求者は公務員であるため、所属庁の長が認定し、支給することとされています。"),
    NO_RESIDENCE("第4条第1項", "請求者は、この市区町村の区域内に住所を有していません。"),
    OTHER_PARENT_EARNS_MORE("第4条第3項", "他の父又は母の所得が請求者の所得を上回っており、児童の生計を維持する程度の高い者は、請求者ではありません。"),
    NOT_CARED_FOR("第4条第1項第1号", "請求者は、請求の日において、その児童を監護し、かつ、その児童と生計を同じくしていません。"),
    CHILD_ABROAD("第3条第1項", "その児童は、日本国内に住所を有していません。"),
    IN_FACILITY("第3条第3項", "その児童は、施設に入所し、又は里親等に委託されているため、その施設の設置者等に支給されます。"),
    PAST_AGE_LIMIT("第3条第1項", "その児童は、18歳に達する日以後の最初の3月31日を経過しています。"),
    ENDED_BEFORE_START("第8条第2項", "支給を始めるべき月より前に、支給すべき事由が消滅しています。"),
    NO_QUALIFYING_CHILD("第4条第1項", "請求に係る支給要件児童がありません。"),
    NO_LIVING_ENTITLEMENT("第9条第1項", "額の改定を請求した日において、児童手当の支給を受けていません。"),
    MOVED_OUT("第8条第2項", "受給者が他の市区町村の区域に住所を移したため、支給すべき事由が消滅しました。"),
    CLAIMANT_DIED("第8条第2項", "受給者が死亡したため、支給すべき事由が消滅しました。"),
    BECAME_PUBLIC_SERVANT("第17条第1項", "受給者が公務員となったため、所属庁の長が支給することとなりました。"),
    CARE_ENDED("第8条第2項", "受給者がその児童を監護しなくなり、又は生計を同じくしなくなったため、支給すべき事由が消滅しました。"),
    CHILD_DIED("第8条第2項", "その児童が死亡したため、支給すべき事由が消滅しました。"),
    PUBLIC_SERVANT_UNKNOWN("第17条第1項", "請求者が公務員であるかどうかを確認しています。", false),
    RESIDENCE_UNKNOWN("第4条第1項", "請求者の住所を確認しています。", false),
    PRIORITY_UNKNOWN("第4条第3項", "児童の生計を維持する程度の高い者がいずれであるかを確認しています。", false),
    CARE_UNKNOWN("第4条第1項第1号", "請求者がその児童を監護し、かつ、生計を同じくしているかどうかを確認しています。", false),
    CHILD_RESIDENCE_UNKNOWN("第3条第1項", "その児童が日本国内に住所を有しているかどうかを確認しています。", false),
    SUPPORT_DISPUTED("第6条第2項", "第三子以降算定額算定対象者の監護に相当する世話等及び生計費の負担の状況を確認しています。", false);

    private static final String ACT = "児童手当法";
    private final Article article;
    private final String sentence;
    private final boolean appealable;

    ChildAllowanceReason(String cite, String sentence) {
        this(cite, sentence, true);
    }

    ChildAllowanceReason(String cite, String sentence, boolean appealable) {
        this.article = act(cite);
        this.sentence = sentence;
        this.appealable = appealable;
    }

    /** A provision of 児童手当法. */
    static Article act(String cite) {
        return new Article(ACT, cite);
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
