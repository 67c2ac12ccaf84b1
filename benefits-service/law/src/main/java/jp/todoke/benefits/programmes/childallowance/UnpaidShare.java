package jp.todoke.benefits.programmes.childallowance;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.todoke.benefits.law.Article;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.Yen;

/**
 * 児童手当法 第12条第1項「未支払の児童手当」 — what was not paid yet when the recipient died, per child that was cared for: it may be paid to that
 * child, for its own share only, and to no heir. Source: e-Gov 346AC0000000073.
 */
public record UnpaidShare(String childId, List<YearMonth> months, Yen yen) {
    public UnpaidShare {
        months = List.copyOf(months);
    }

    public Article article() {
        return Articles.UNPAID;
    }

    /** {@code unpaid} says the months up to the death that are not paid yet: child by child, in the order of its children. */
    static List<UnpaidShare> of(Decision unpaid) {
        Map<String, List<YearMonth>> months = new LinkedHashMap<>();
        Map<String, Yen> sums = new LinkedHashMap<>();
        for (Decision.Month month : unpaid.months()) {
            for (Decision.ChildMonth child : month.children()) {
                if (!child.yen().isZero()) {
                    months.computeIfAbsent(child.id(), _ -> new ArrayList<>()).add(month.month());
                    sums.merge(child.id(), child.yen(), Yen::plus);
                }
            }
        }
        var shares = new ArrayList<UnpaidShare>();
        months.forEach((child, open) -> shares.add(new UnpaidShare(child, open, sums.getOrDefault(child, Yen.ZERO))));
        return shares;
    }
}
