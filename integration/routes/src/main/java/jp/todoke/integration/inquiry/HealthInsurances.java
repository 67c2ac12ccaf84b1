package jp.todoke.integration.inquiry;

import java.time.LocalDate;
import java.util.List;
import jp.todoke.api.linkage.model.HealthInsuranceAnswer.PensionSchemeEnum;
import jp.todoke.api.linkage.model.HealthInsuranceAnswer.SchemeEnum;
import org.jspecify.annotations.Nullable;

/** 医療保険資格: each qualification that the person has or had. */
public record HealthInsurances(List<Qualification> qualifications) implements Information {
    public HealthInsurances {
        qualifications = List.copyOf(qualifications);
    }

    /**
     * One qualification.
     *
     * @param dependant     被扶養者
     * @param pensionScheme 被用者年金種別; absent: not answered
     * @param to            資格喪失日; absent while qualified
     */
    public record Qualification(String insurerNumber, SchemeEnum scheme, boolean dependant, @Nullable PensionSchemeEnum pensionScheme,
            LocalDate from, @Nullable LocalDate to) {
        @Override
        public String toString() {
            return "Qualification";
        }
    }
}
