package jp.todoke.benefits.programmes.childallowance;

import jp.todoke.benefits.law.Fact;
import jp.todoke.benefits.law.Yen;

/**
 * 生計を維持する程度（児童手当法第4条第3項） — the comparison of two parents' incomes, as a fact with both suppliers.
 *
 * <p>OPEN QUESTION (児童手当法第4条第3項, 市の児童手当担当課, 2026-11-22): the Act names no measure; income is the usual one, with insurance
 * dependency and 世帯主 beside it. On equal incomes the one who claims is taken.
 */
public final class Priority {
    private Priority() {}

    /** Only two known incomes can be compared: an undeclared income, or no tax record, is not an income of zero. */
    public static Fact<PriorityStanding> compare(Fact<Yen> claimant, Fact<Yen> spouse) {
        return switch (claimant) {
            case Fact.Known<Yen>(Yen own, String ownSource) -> switch (spouse) {
                case Fact.Known<Yen>(Yen other, String otherSource) ->
                    Fact.known(
                            own.compareTo(other) >= 0 ? PriorityStanding.HIGHER_EARNER : PriorityStanding.OTHER_PARENT_EARNS_MORE,
                            ownSource + " / " + otherSource);
                case Fact.KnownNone<Yen>(String source) -> notComparable("配偶者", source);
                case Fact.Unknown<Yen>(String why) -> notComparable("配偶者", why);
            };
            case Fact.KnownNone<Yen>(String source) -> notComparable("請求者", source);
            case Fact.Unknown<Yen>(String why) -> notComparable("請求者", why);
        };
    }

    private static Fact<PriorityStanding> notComparable(String whose, String why) {
        return Fact.unknown(whose + "の所得が確認できません: " + why);
    }
}
