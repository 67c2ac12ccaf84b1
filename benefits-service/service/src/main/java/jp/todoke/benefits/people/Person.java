package jp.todoke.benefits.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 宛名 — what is known of a person now.
 *
 * @param movedFrom            転入前の市区町村 of the present stay
 * @param january1Municipality 1月1日の住所地 of the year of {@code validFrom}; absent when not known
 * @param removedOn            消除日: from that day on not a resident
 * @param supportMeasure       支援措置
 */
public record Person(
        String atenabango,
        Source source,
        @Nullable String householdNumber,
        @Nullable String relationship,
        @Nullable String fatherAtenabango,
        @Nullable String motherAtenabango,
        String name,
        @Nullable String kana,
        LocalDate birthDate,
        @Nullable String address,
        @Nullable LocalDate residentSince,
        @Nullable String movedFrom,
        @Nullable String january1Municipality,
        @Nullable LocalDate removedOn,
        boolean supportMeasure,
        LocalDate validFrom) {

    /** Who told us. */
    public enum Source {
        OWN_REGISTER,
        JUKI
    }

    public boolean isResidentOn(LocalDate day) {
        return source == Source.OWN_REGISTER && (removedOn == null || day.isBefore(removedOn));
    }

    /** 同一世帯 in the register. */
    public boolean sharesHouseholdWith(Person other) {
        return householdNumber != null && householdNumber.equals(other.householdNumber);
    }

    /** Without name and address. */
    @Override
    public String toString() {
        return "Person[" + source + "]";
    }
}
