package jp.todoke.local.sample;

import java.time.LocalDate;
import jp.todoke.local.sample.Records.Resident;

/** One invented person; the numbers follow from the municipality, the household and the place in it. */
record Person(Town town, int household, int member, boolean male, LocalDate birthDate, Names.Reading name) {

    private static final long OUTSIDE = 900_000_000_000_000L;

    /** 宛名番号: the same digits mean another person in the other municipality. */
    String atenabango() {
        return "%015d".formatted(serial());
    }

    /** 住登外者宛名番号, which another municipality gives who does not live there. */
    String outsideNumber() {
        return "%015d".formatted(OUTSIDE + serial());
    }

    String kojinbango() {
        return CheckDigits.kojinbango(town.kojinbangoOffset() + serial());
    }

    String jpkiSerial() {
        return "J%010d".formatted(town.kojinbangoOffset() + serial());
    }

    String sex() {
        return male ? "1" : "2";
    }

    boolean isAdultOn(LocalDate day) {
        return !birthDate.plusYears(18).isAfter(day);
    }

    private long serial() {
        return household * 100L + member;
    }

    /** Where and how one is registered, beside who one is. */
    record Registration(String relationship, String address, LocalDate since, boolean movedIn, boolean supportMeasure) {}

    Resident register(Registration entry, String father, String mother) {
        boolean bornThisYear = birthDate.isAfter(Towns.JANUARY_1);
        boolean lateArrival = entry.movedIn() && entry.since().isAfter(Towns.JANUARY_1);
        return new Resident(
                atenabango(),
                kojinbango(),
                isAdultOn(Towns.AS_OF) ? jpkiSerial() : null,
                "%09d".formatted(household),
                entry.relationship(),
                father.isEmpty() ? null : father,
                mother.isEmpty() ? null : mother,
                name.written(),
                name.kana(),
                birthDate,
                sex(),
                entry.address(),
                entry.since(),
                lateArrival ? town.neighbour() : null,
                bornThisYear ? null : lateArrival ? town.neighbour() : town.code(),
                entry.supportMeasure());
    }
}
