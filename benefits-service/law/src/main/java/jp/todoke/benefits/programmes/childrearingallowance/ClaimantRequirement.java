package jp.todoke.benefits.programmes.childrearingallowance;

import java.util.List;
import jp.todoke.benefits.law.Article;
import jp.todoke.benefits.law.Condition;
import jp.todoke.benefits.law.Outcome;
import jp.todoke.benefits.law.Trace;
import jp.todoke.benefits.law.Tracing;

/**
 * 児童扶養手当法 第4条第1項・第6条第1項「認定」, the claimant's side — whether this person is certified here, and under which item.
 * Source: e-Gov 336AC0000000238. The children's side is {@link ChildRequirement}.
 */
final class ClaimantRequirement {
    private ClaimantRequirement() {}

    static Outcome<Article> decide(ChildRearingAllowanceFacts.Claimant claimant, Tracing tracing) {
        Condition residence = Condition.requires(
                claimant.residesHere(), "請求者の住所が区域内にあるか", ChildRearingAllowanceReason.NO_RESIDENCE,
                ChildRearingAllowanceReason.RESIDENCE_UNKNOWN, tracing);
        Article basis = basis(claimant.kind());
        Trace question = tracing.asking("請求者は受給資格を有するか", basis).given("受給資格者の種類", claimant.kind(), "認定請求");
        return Condition.all(List.of(residence), basis, question);
    }

    private static Article basis(ChildRearingAllowanceFacts.ClaimantKind kind) {
        return switch (kind) {
            case MOTHER, CARER -> Provisions.REQUIREMENT;
            case FATHER -> Provisions.FATHER;
            case CARER_OF_ORPHAN -> Provisions.ORPHAN_CARERS_INCOME;
        };
    }
}
