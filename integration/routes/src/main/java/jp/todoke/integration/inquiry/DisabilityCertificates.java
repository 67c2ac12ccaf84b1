package jp.todoke.integration.inquiry;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import jp.todoke.api.linkage.model.DisabilityCertificateAnswer.KindEnum;
import org.jspecify.annotations.Nullable;

/** 障害者手帳関係情報: each 手帳 that the person has or had. */
public record DisabilityCertificates(List<Certificate> certificates) implements Information {
    public DisabilityCertificates {
        certificates = List.copyOf(certificates);
    }

    /**
     * One 手帳.
     *
     * @param grade       等級 as written
     * @param reviewMonth 再認定年月; absent: none, or not answered
     * @param returnedOn  返還日; absent while it is held
     */
    public record Certificate(KindEnum kind, String grade, LocalDate issuedOn, @Nullable YearMonth reviewMonth,
            @Nullable LocalDate returnedOn) {
        @Override
        public String toString() {
            return "Certificate";
        }
    }
}
