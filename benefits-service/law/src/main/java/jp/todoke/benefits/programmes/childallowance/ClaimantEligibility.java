package jp.todoke.benefits.programmes.childallowance;

import java.util.ArrayList;
import jp.todoke.benefits.law.Article;
import jp.todoke.benefits.law.Condition;
import jp.todoke.benefits.law.Fact;
import jp.todoke.benefits.law.Outcome;
import jp.todoke.benefits.law.Trace;
import jp.todoke.benefits.law.Tracing;

/**
 * 児童手当法 第4条「支給要件」, the claimant's side — whether this person is paid by this municipality, and under which paragraph.
 * Source: e-Gov 346AC0000000073. 公務員 are turned to their 所属庁 by 第17条; the children's side is {@link ChildRequirement}.
 */
final class ClaimantEligibility {
    private ClaimantEligibility() {}

    static Outcome<Article> decide(ChildAllowanceFacts.Claimant claimant, Tracing tracing) {
        var conditions = new ArrayList<Condition>(3);
        conditions.add(Condition.requires(
                claimant.residesHere(), "請求者の住所が区域内にあるか", ChildAllowanceReason.NO_RESIDENCE, ChildAllowanceReason.RESIDENCE_UNKNOWN,
                tracing));
        if (!claimant.isPaidFlat()) {
            conditions.add(publicServant(claimant.publicServant(), tracing));
            conditions.add(priority(claimant.priority(), tracing));
        }
        Trace question = tracing.asking("請求者は受給資格を有するか", basis(claimant)).given("受給資格者の種類", claimant.kind(), "認定請求");
        return Condition.all(conditions, basis(claimant), question);
    }

    /** 第17条: 公務員 are certified and paid by the head of the body that employs them. */
    private static Condition publicServant(Fact<Boolean> fact, Tracing tracing) {
        return Condition.excludes(fact, "請求者は公務員か", ChildAllowanceReason.PUBLIC_SERVANT, ChildAllowanceReason.PUBLIC_SERVANT_UNKNOWN,
                tracing);
    }

    private static Condition priority(Fact<PriorityStanding> fact, Tracing tracing) {
        Trace trace = tracing.asking("請求者は他の父母等に優先するか", Articles.HIGHER_EARNER).given("他の父母等との関係", fact);
        return switch (fact) {
            case Fact.Known<PriorityStanding>(PriorityStanding standing, _) -> switch (standing) {
                case HIGHER_EARNER -> Condition.met(trace);
                case ONLY_QUALIFIED_PARENT -> Condition.met(trace.under(Articles.PARENT));
                case LIVES_WITH_CHILD_ALONE -> Condition.met(trace.under(Articles.LIVES_WITH_CHILD));
                case OTHER_PARENT_EARNS_MORE -> Condition.failed(ChildAllowanceReason.OTHER_PARENT_EARNS_MORE, trace);
            };
            // Known to be none: there is nobody to be compared with.
            case Fact.KnownNone<PriorityStanding> _ -> Condition.met(trace.under(Articles.PARENT));
            case Fact.Unknown<PriorityStanding> _ -> Condition.open(ChildAllowanceReason.PRIORITY_UNKNOWN, trace);
        };
    }

    private static Article basis(ChildAllowanceFacts.Claimant claimant) {
        return switch (claimant.kind()) {
            case PARENT, GUARDIAN, CORPORATE_GUARDIAN -> Articles.PARENT;
            case INSTITUTION -> Articles.INSTITUTION;
        };
    }
}
