package jp.todoke.integration.inquiry;

import java.time.LocalDate;
import java.util.List;
import jp.todoke.api.linkage.model.EmploymentInsuranceAnswer.KindEnum;
import org.jspecify.annotations.Nullable;

/** 雇用保険給付関係情報: each benefit that the person receives or received. */
public record EmploymentInsurances(List<Benefit> benefits) implements Information {
    public EmploymentInsurances {
        benefits = List.copyOf(benefits);
    }

    /**
     * One benefit.
     *
     * @param to       支給終了日; absent while it is paid
     * @param dailyYen 日額; absent where it was not answered
     */
    public record Benefit(KindEnum kind, LocalDate from, @Nullable LocalDate to, @Nullable Long dailyYen) {
        @Override
        public String toString() {
            return "Benefit";
        }
    }
}
