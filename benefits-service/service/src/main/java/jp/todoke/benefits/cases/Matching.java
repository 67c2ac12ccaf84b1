package jp.todoke.benefits.cases;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.todoke.benefits.law.LegalAge;
import jp.todoke.benefits.people.Names;
import jp.todoke.benefits.people.People;
import jp.todoke.benefits.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds the people of an application in the register: the applicant by the certificate that signed, the others by name and birth date. */
@Service
class Matching {
    private static final int ADULT = 18;

    private final People people;

    Matching(People people) {
        this.people = people;
    }

    /** The register's record of each participant that was found as a resident of the day. */
    record Matches(Map<UUID, Person> residents) {
        Matches {
            residents = Map.copyOf(residents);
        }

        @Nullable
        Person of(Participant participant) {
            return residents.get(participant.participantId());
        }

        boolean has(Participant participant) {
            return residents.containsKey(participant.participantId());
        }
    }

    /**
     * The certificate names the applicant; empty when it is unknown or was not verified, when name or birth date differ from the register, or when
     * the person is not a resident any more.
     */
    Optional<Person> applicant(BenefitCase.Receipt receipt, Participant applicant) {
        return !receipt.signatureVerified()
                ? Optional.empty()
                : people.signingWith(receipt.jpkiSerial())
                        .filter(person -> person.isResidentOn(receipt.receivedOn()))
                        .filter(person -> Names.key(person.name()).equals(applicant.nameKey()))
                        .filter(person -> person.birthDate().equals(applicant.birthDate()));
    }

    Matches others(Person applicant, Iterable<Participant> participants, LocalDate day) {
        Map<UUID, Person> found = new HashMap<>();
        for (Participant participant : participants) {
            if (participant.role() == Participant.Role.APPLICANT) {
                found.put(participant.participantId(), applicant);
            } else {
                people.namedNear(applicant, participant.name(), participant.birthDate())
                        .filter(person -> person.isResidentOn(day))
                        .ifPresent(person -> found.put(participant.participantId(), person));
            }
        }
        return new Matches(found);
    }

    /**
     * 父母 — whether the register shows, in the applicant's household, a parent of a claimed child whom the application does not name: who of the two is
     * the recipient (第4条第3項) cannot be told from the application alone.
     */
    boolean leavesOutAParent(List<Participant> participants, Matches matches, LocalDate day) {
        List<String> named = participants.stream()
                .filter(one -> one.role() == Participant.Role.APPLICANT || one.role() == Participant.Role.SPOUSE)
                .map(matches::of).filter(Objects::nonNull).map(Person::atenabango).toList();
        Person applicant = matches.of(participants.getFirst());
        return applicant != null && participants.stream()
                .filter(one -> one.role() == Participant.Role.CHILD)
                .map(matches::of).filter(Objects::nonNull)
                .flatMap(child -> Stream.of(child.fatherAtenabango(), child.motherAtenabango())).filter(Objects::nonNull)
                .filter(parent -> !named.contains(parent)).distinct()
                .flatMap(parent -> people.current(parent).stream())
                .anyMatch(parent -> parent.isResidentOn(day) && parent.sharesHouseholdWith(applicant));
    }

    /**
     * 同一世帯の成人 — whether the register shows a grown-up in the applicant's household whom the application does not name: kin who share the
     * livelihood are tested for their income (児童扶養手当法第10条), and whoever is not kin may be a spouse in fact.
     */
    boolean leavesOutAnAdult(List<Participant> participants, Matches matches, LocalDate day) {
        List<String> named = participants.stream().map(matches::of).filter(Objects::nonNull).map(Person::atenabango).toList();
        Person applicant = matches.of(participants.getFirst());
        return applicant != null && people.householdOf(applicant, day).stream()
                .anyMatch(person -> !named.contains(person.atenabango()) && isGrownUp(person, day));
    }

    /** Attained on the day before the birthday (年齢計算ニ関スル法律). */
    static boolean isGrownUp(Person person, LocalDate day) {
        return !LegalAge.attained(person.birthDate(), ADULT).isAfter(day);
    }

    /** 支援措置 of anybody concerned, or of anybody in their households, also of who is not a resident any more. */
    boolean isWithheld(List<Participant> participants) {
        return participants.stream().anyMatch(one -> people.isAnybodyProtected(one.name(), one.birthDate()));
    }
}
