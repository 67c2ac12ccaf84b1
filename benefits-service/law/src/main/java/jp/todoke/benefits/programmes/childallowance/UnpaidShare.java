package jp.todoke.benefits.programmes.childallowance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.todoke.benefits.law.Article;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.StatutoryMonth;
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

    /** The months up to the death that are not paid yet, child by child, in the order of the children of the decision. */
    static List<UnpaidShare> of(Decision decision, YearMonth firstUnpaid, LocalDate death) {
        Map<String, List<YearMonth>> months = new LinkedHashMap<>();
        Map<String, Yen> sums = new LinkedHashMap<>();
        for (Decision.Month month : decision.months()) {
            boolean open = !month.month().isBefore(firstUnpaid) && !month.month().isAfter(StatutoryMonth.monthOf(death));
            for (Decision.ChildMonth child : month.children()) {
                if (open && !child.yen().isZero()) {
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
