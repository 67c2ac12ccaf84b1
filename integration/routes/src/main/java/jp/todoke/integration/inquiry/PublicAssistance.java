package jp.todoke.integration.inquiry;

import java.time.LocalDate;
import java.util.List;
import jp.todoke.api.linkage.model.PublicAssistanceAnswer.KindsEnum;
import org.jspecify.annotations.Nullable;

/** 生活保護関係情報: each period. */
public record PublicAssistance(List<Period> periods) implements Information {
    public PublicAssistance {
        periods = List.copyOf(periods);
    }

    /**
     * One period.
     *
     * @param to    廃止日; absent while it goes on
     * @param kinds 扶助の種類, at least one
     */
    public record Period(LocalDate from, @Nullable LocalDate to, List<KindsEnum> kinds) {
        public Period {
            kinds = List.copyOf(kinds);
        }

        @Override
        public String toString() {
            return "Period";
        }
    }
}
