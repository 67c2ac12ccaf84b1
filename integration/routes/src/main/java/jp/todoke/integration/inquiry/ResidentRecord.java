package jp.todoke.integration.inquiry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 住民票関係情報.
 *
 * @param removedOn    消除の日; absent while the record is alive
 * @param relationship 世帯主との続柄 as recorded
 * @param household    世帯員 other than the person, all of them
 */
public record ResidentRecord(String municipalityCode, @Nullable String address, @Nullable LocalDate residentSince,
        @Nullable LocalDate removedOn, @Nullable String relationship, List<Member> household) implements Information {
    public ResidentRecord {
        household = List.copyOf(household);
    }

    /** 世帯員. */
    public record Member(String name, LocalDate birthDate, @Nullable String relationship) {
        @Override
        public String toString() {
            return "Member";
        }
    }

    @Override
    public String toString() {
        return "ResidentRecord";
    }
}
