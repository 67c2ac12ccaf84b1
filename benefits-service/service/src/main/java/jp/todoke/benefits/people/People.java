package jp.todoke.benefits.people;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.todoke.api.benefits.model.Resident;
import jp.todoke.benefits.people.PersonMapper.PersonRow;
import jp.todoke.sealing.Sealed;
import jp.todoke.sealing.Sealer;
import jp.todoke.tenancy.BusinessDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 住民記録 of the municipality and the 住登外者 it came to know: each change is a new version with the day from which it holds and the instant at which
 * we came to know it; the version recorded last is the current one.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class People {
    private static final String KOJINBANGO = "kojinbango";
    private static final String RESIDENT = "RESIDENT";
    private static final String NONRESIDENT = "NONRESIDENT";

    private final PersonMapper mapper;
    private final Sealer sealer;
    private final Clock clock;
    private final BusinessDate businessDate;
    private final List<ProtectionListener> listeners;

    People(PersonMapper mapper, Sealer sealer, Clock clock, BusinessDate businessDate, List<ProtectionListener> listeners) {
        this.mapper = mapper;
        this.sealer = sealer;
        this.clock = clock;
        this.businessDate = businessDate;
        this.listeners = List.copyOf(listeners);
    }

    /**
     * Takes over what the register says on a day; of whom it says nothing new there is no new version, so that it does not undo what 住基ネット said of
     * somebody who left. Returns how many changed.
     */
    int takeOver(LocalDate asOf, List<Resident> residents) {
        Instant now = clock.instant();
        Map<String, PersonRow> known = new HashMap<>();
        mapper.lastOfRegister(residents.stream().map(Resident::getAtenabango).toList()).forEach(row -> known.put(row.atenabango(), row));
        List<String> changed = new ArrayList<>();
        for (Resident resident : residents) {
            PersonRow before = known.get(resident.getAtenabango());
            if (before != null && isSame(before, resident)) {
                continue;
            }
            if (before == null) {
                mapper.addPerson(resident.getAtenabango(), RESIDENT, now);
            }
            PersonRow row = row(resident, asOf, now);
            mapper.addVersion(row);
            known.put(row.atenabango(), row);
            changed.add(row.atenabango());
        }
        tellOfProtection(changed);
        return changed.size();
    }

    /** Whoever is recorded under 支援措置 covers the household; whoever joins such a household is covered. */
    private void tellOfProtection(List<String> changed) {
        if (!changed.isEmpty()) {
            mapper.protectedAround(changed).forEach(
                    row -> listeners.forEach(listener -> listener.protectedNow(row.atenabango(), row.name(), row.birthDate())));
        }
    }

    public Optional<Person> current(String atenabango) {
        return mapper.current(List.of(atenabango)).stream().findFirst().map(PersonRow::toPerson);
    }

    /** 番号紐付情報: the resident whose certificate signed; empty when the serial is unknown or names more than one. */
    public Optional<Person> signingWith(String jpkiSerial) {
        return only(mapper.signingWith(jpkiSerial)).map(PersonRow::toPerson);
    }

    /** The one person of this name and birth date; empty when there is none, or more than one: a guess would show a stranger's data. */
    public Optional<Person> named(String name, LocalDate birthDate) {
        return only(mapper.named(Names.key(name), birthDate)).map(PersonRow::toPerson);
    }

    /** As {@link #named}, and of several the one of this person's household. */
    public Optional<Person> namedNear(Person near, String name, LocalDate birthDate) {
        List<PersonRow> rows = mapper.named(Names.key(name), birthDate);
        List<PersonRow> household = rows.stream()
                .filter(row -> row.householdNumber() != null && row.householdNumber().equals(near.householdNumber())).toList();
        return only(rows.size() > 1 ? household : rows).map(PersonRow::toPerson);
    }

    /** Who else is a resident in the person's household. */
    public List<Person> householdOf(Person person, LocalDate day) {
        String household = person.householdNumber();
        return household == null
                ? List.of()
                : mapper.household(household).stream().map(PersonRow::toPerson)
                        .filter(one -> one.isResidentOn(day) && !one.atenabango().equals(person.atenabango())).toList();
    }

    /** 支援措置 for anybody of this name and birth date, or of the household, also for somebody who left: whom a claim names need not live here. */
    public boolean isAnybodyProtected(String name, LocalDate birthDate) {
        return mapper.named(Names.key(name), birthDate).stream().map(PersonRow::toPerson).anyMatch(this::isHouseholdProtected);
    }

    /** 支援措置 for anybody of the household. */
    public boolean isHouseholdProtected(Person person) {
        return person.supportMeasure() || (person.householdNumber() != null && mapper.householdIsProtected(person.householdNumber()));
    }

    /**
     * Somebody who lives elsewhere and is known here already: keeps the number, and gets a new version with the address of today when not a
     * resident any more. Empty where nobody is known, or more than one.
     */
    public Optional<String> meetAgain(String name, LocalDate birthDate, @Nullable String address, LocalDate validFrom) {
        return only(mapper.named(Names.key(name), birthDate)).map(known -> metAgain(known, address, validFrom));
    }

    private String metAgain(PersonRow known, @Nullable String address, LocalDate validFrom) {
        if (address != null && movedAway(known, address)) {
            mapper.addVersion(known.movedTo(address, validFrom, clock.instant()));
        }
        return known.atenabango();
    }

    /**
     * 住登外者: a person who lives elsewhere, under the 宛名番号 that 031 gave. No number is ever made here.
     *
     * @return false where the number belongs to somebody else: then nothing is kept
     */
    public boolean registerNonresident(
            String atenabango, String name, LocalDate birthDate, @Nullable String address, LocalDate validFrom) {
        Optional<PersonRow> holder = mapper.current(List.of(atenabango)).stream().findFirst();
        if (holder.isPresent()) {
            boolean same = holder.get().nameKey().equals(Names.key(name)) && holder.get().birthDate().equals(birthDate);
            if (same) {
                metAgain(holder.get(), address, validFrom);
            }
            return same;
        }
        Instant now = clock.instant();
        mapper.addPerson(atenabango, NONRESIDENT, now);
        mapper.addVersion(new PersonRow(
                atenabango, Person.Source.JUKI.name(), null, null, null, null, null, name, Names.key(name), null, birthDate, null, address,
                null, null,
                null, null, false, null, null, validFrom, now));
        return true;
    }

    /** The new address of a household under 支援措置 is not kept: a case in which nobody of it is a resident would show it. */
    private boolean movedAway(PersonRow row, String address) {
        Person person = row.toPerson();
        return !address.equals(row.address()) && !person.isResidentOn(businessDate.today()) && !isHouseholdProtected(person);
    }

    private static Optional<PersonRow> only(List<PersonRow> rows) {
        return rows.size() == 1 ? Optional.of(rows.getFirst()) : Optional.empty();
    }

    private boolean isSame(PersonRow row, Resident resident) {
        PersonRow other = withoutNumber(resident, row.validFrom(), row.recordedAt());
        PersonRow own = new PersonRow(
                row.atenabango(), row.source(), row.householdNumber(), row.relationship(), row.fatherAtenabango(), row.motherAtenabango(),
                row.jpkiSerial(), row.name(), row.nameKey(), row.kana(), row.birthDate(), row.sex(), row.address(), row.residentSince(),
                row.movedFrom(),
                row.january1Municipality(), row.removedOn(), row.supportMeasure(), null, null, row.validFrom(), row.recordedAt());
        return own.equals(other) && Objects.equals(kojinbango(row), resident.getKojinbango());
    }

    private @Nullable String kojinbango(PersonRow row) {
        byte[] cipher = row.kojinbangoCipher();
        String keyId = row.kojinbangoKeyId();
        return cipher == null || keyId == null ? null : sealer.openText(KOJINBANGO, new Sealed(keyId, cipher));
    }

    private PersonRow row(Resident resident, LocalDate asOf, Instant now) {
        PersonRow row = withoutNumber(resident, asOf, now);
        String kojinbango = resident.getKojinbango();
        if (kojinbango == null) {
            return row;
        }
        Sealed sealed = sealer.seal(KOJINBANGO, kojinbango);
        return new PersonRow(
                row.atenabango(), row.source(), row.householdNumber(), row.relationship(), row.fatherAtenabango(), row.motherAtenabango(),
                row.jpkiSerial(), row.name(), row.nameKey(), row.kana(), row.birthDate(), row.sex(), row.address(), row.residentSince(),
                row.movedFrom(),
                row.january1Municipality(), row.removedOn(), row.supportMeasure(), sealed.cipher(), sealed.keyId(), asOf, now);
    }

    private static PersonRow withoutNumber(Resident resident, LocalDate asOf, Instant now) {
        return new PersonRow(
                resident.getAtenabango(), Person.Source.OWN_REGISTER.name(), resident.getHouseholdNumber(),
                resident.getRelationship().getValue(),
                resident.getFatherAtenabango(), resident.getMotherAtenabango(), resident.getJpkiSerial(), resident.getName(),
                Names.key(resident.getName()), resident.getKana(), resident.getBirthDate(), resident.getSex().getValue(),
                resident.getAddress(),
                resident.getResidentSince(), resident.getMovedFrom(), resident.getJanuary1Municipality(), resident.getRemovedOn(),
                resident.getSupportMeasure(), null, null, asOf, now);
    }
}
