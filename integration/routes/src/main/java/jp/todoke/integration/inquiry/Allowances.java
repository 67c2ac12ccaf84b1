package jp.todoke.integration.inquiry;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 児童手当, 児童扶養手当 or 特別児童扶養手当 of another body: each that it pays or paid. */
public record Allowances(List<Allowance> allowances) implements Information {
    public Allowances {
        allowances = List.copyOf(allowances);
    }

    /**
     * One allowance.
     *
     * @param certifiedOn 認定年月日
     * @param from        支給開始年月
     * @param to          支給終了年月, the last paid month; absent while it is paid
     * @param monthlyYen  支給月額; absent where it was not answered
     * @param suspended   支給停止 of the whole
     * @param children    対象児童数; absent where it was not answered
     */
    public record Allowance(LocalDate certifiedOn, YearMonth from, @Nullable YearMonth to, @Nullable Long monthlyYen, boolean suspended,
            @Nullable Integer children) {
        @Override
        public String toString() {
            return "Allowance";
        }
    }
}
