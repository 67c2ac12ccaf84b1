package jp.todoke.benefits.cases;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.todoke.api.linkage.model.ClaimCause;
import jp.todoke.benefits.cases.FactRecord.Kind;
import jp.todoke.benefits.cases.FactRecord.Source;
import jp.todoke.benefits.cases.Participant.Role;
import jp.todoke.benefits.people.People;
import jp.todoke.benefits.people.Person;
import jp.todoke.tenancy.BusinessDate;
import org.springframework.stereotype.Component;

/** What stands between the answer of the rules and a grant: the register must bear out what was applied for, and still say what it said. */
@Component
class RegisterCheck {
    /** 転出予定日 is announced ahead: who moved earlier than announced notified it here within these days (住民基本台帳法第22条第1項). */
    private static final int DAYS_OF_NOTIFICATION = 14;

    private static final Set<Kind> ADDRESSES = Set.of(Kind.RESIDENCE, Kind.CHILD_RESIDENCE, Kind.SUPPORTER);

    private final People people;
    private final BusinessDate businessDate;

    RegisterCheck(People people, BusinessDate businessDate) {
        this.people = people;
        this.businessDate = businessDate;
    }

    /** 15日特例の事由 as the dates of the register show it, not as it was ticked. */
    boolean bearsOutCause(Basis basis) {
        ClaimCause cause = basis.handled().application().getCause();
        LocalDate on = cause.getOn();
        return on == null || switch (cause.getKind()) {
            case NONE -> true;
            case BIRTH -> basis.of(Role.CHILD).anyMatch(child -> child.birthDate().equals(on));
            case MOVED_IN -> residentSince(basis).filter(since -> !since.isBefore(on.minusDays(DAYS_OF_NOTIFICATION))).isPresent();
        };
    }

    /**
     * False when somebody whose address the own register confirmed has left it since: moved out, or died; or when, where supporters are tested,
     * somebody grown-up has joined the household whom the application does not name.
     */
    boolean stillHolds(Basis basis) {
        return areThereStill(basis) && !(basis.handled().programme().testsHousehold() && hasGrown(basis));
    }

    private boolean hasGrown(Basis basis) {
        Set<String> named = basis.participants().stream().map(Participant::atenabango).filter(Objects::nonNull)
                .collect(Collectors.toSet());
        LocalDate today = businessDate.today();
        return Optional.ofNullable(basis.applicant().atenabango()).flatMap(people::current).stream()
                .flatMap(applicant -> people.householdOf(applicant, today).stream())
                .anyMatch(person -> !named.contains(person.atenabango()) && Matching.isGrownUp(person, today));
    }

    private boolean areThereStill(Basis basis) {
        return basis.facts().stream()
                .filter(fact -> fact.isConfirmed() && fact.source() == Source.OWN_REGISTER)
                .filter(fact -> ADDRESSES.contains(fact.kind()))
                .flatMap(fact -> basis.participants().stream().filter(one -> one.participantId().equals(fact.participantId())))
                .allMatch(this::isRegistered);
    }

    private boolean isRegistered(Participant participant) {
        String atenabango = participant.atenabango();
        return atenabango != null && people.current(atenabango)
                .filter(person -> person.source() == Person.Source.OWN_REGISTER && person.removedOn() == null)
                .isPresent();
    }

    private static Optional<LocalDate> residentSince(Basis basis) {
        return basis.facts().stream()
                .filter(fact -> fact.isConfirmed() && fact.kind() == Kind.RESIDENCE)
                .map(fact -> ((FactValue.Residence) fact.value()).since())
                .filter(Objects::nonNull)
                .findFirst();
    }
}
