package jp.todoke.local.sample;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.todoke.local.sample.Records.Allowance;
import jp.todoke.local.sample.Records.Insurance;
import jp.todoke.local.sample.Records.NationalCopy;
import jp.todoke.local.sample.Records.NationalNonresident;
import jp.todoke.local.sample.Records.NonresidentEntry;
import jp.todoke.local.sample.Records.Resident;
import jp.todoke.local.sample.Records.ResidentRecord;

/** What insurers and other municipalities tell. Who is not named here has no such thing, which is an answer too. */
final class OtherBodies {
    private static final LocalDate RECORDS_BEGIN = LocalDate.of(2015, 4, 1);
    private static final int PENSION_AGE = 65;
    private static final int LATE_STAGE_AGE = 75;
    private static final int EVERY_FOURTH = 4;

    private final List<NationalCopy> residentRecords = new ArrayList<>();
    private final List<NationalCopy> insurances = new ArrayList<>();
    private final List<NationalCopy> childAllowances = new ArrayList<>();
    private final List<NationalNonresident> nonresidents = new ArrayList<>();

    /** 医療保険資格 of an adult: by the occupation of the form, else by age and household. Insurers are invented. */
    void insured(Person person, String occupation) {
        if (person.isAdultOn(Towns.AS_OF)) {
            insurances.add(new NationalCopy(person.town().code(), person.atenabango(), List.of(insurance(person, occupation))));
        }
    }

    private static Insurance insurance(Person person, String occupation) {
        LocalDate grown = person.birthDate().plusYears(18);
        LocalDate from = grown.isAfter(RECORDS_BEGIN) ? grown : RECORDS_BEGIN;
        int age = Period.between(person.birthDate(), Towns.AS_OF).getYears();
        if (age >= LATE_STAGE_AGE) {
            return new Insurance("39139999", "LATE_STAGE_ELDERLY", false, null, person.birthDate().plusYears(LATE_STAGE_AGE));
        }
        boolean employed = age < PENSION_AGE && person.household() % EVERY_FOURTH != 0;
        return switch (occupation.isEmpty() && employed ? "EMPLOYEE" : occupation) {
            case "EMPLOYEE" -> new Insurance("01139999", "EMPLOYEES", false, "EMPLOYEES_PENSION", from);
            case "PUBLIC_SERVANT" -> new Insurance("31139999", "MUTUAL_AID", false, "MUTUAL_AID", from);
            default -> new Insurance("139998", "NATIONAL", false, age < PENSION_AGE ? "NATIONAL" : null, from);
        };
    }

    /** 児童手当 that the former municipality paid to who moved in: its last month is that of the 転出予定日. */
    void paidBefore(Person claimant, List<Person> children, LocalDate leavingOn) {
        LocalDate certified = children.getFirst().birthDate().plusDays(14);
        long monthly = children.stream().mapToLong(child -> child.birthDate().plusYears(3).isAfter(leavingOn) ? 15_000 : 10_000).sum();
        var paid = new Allowance(certified, YearMonth.from(children.getFirst().birthDate()).plusMonths(1), YearMonth.from(leavingOn),
                monthly, false, children.size());
        childAllowances.add(new NationalCopy(claimant.town().code(), claimant.atenabango(), List.of(paid)));
    }

    /** 住民票 of a child who lives elsewhere, asked under the 住登外者宛名番号 that another business of the asker once let 031 give. */
    void registeredElsewhere(Town asker, Person child, Resident there) {
        var told = new ResidentRecord(child.town().code(), there.address(), there.residentSince(), "世帯主", List.of());
        residentRecords.add(new NationalCopy(asker.code(), child.outsideNumber(), List.of(told)));
        var entry = new NonresidentEntry(there.name(), there.kana(), there.sex(), there.birthDate(), child.town().code(), there.address());
        nonresidents.add(new NationalNonresident(asker.code(), child.outsideNumber(), List.of(entry)));
    }

    Map<String, String> files() {
        return Map.of("resident-records.json", JsonText.array(residentRecords), "health-insurances.json", JsonText.array(insurances),
                "child-allowances.json", JsonText.array(childAllowances), "non-residents.json", JsonText.array(nonresidents));
    }
}
