package jp.todoke.benefits.cases;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.todoke.api.linkage.model.ClaimCause;
import jp.todoke.benefits.calendar.Holidays;
import jp.todoke.benefits.cases.FactRecord.Kind;
import jp.todoke.benefits.cases.Participant.Role;
import jp.todoke.benefits.law.Cause;
import jp.todoke.benefits.law.Claim;
import jp.todoke.benefits.law.ClaimKind;
import jp.todoke.benefits.law.Fact;
import jp.todoke.benefits.law.OfficeCalendar;

/** A case as the rules need it; what is not confirmed is not known. */
record Basis(BenefitCase handled, List<Participant> participants, List<FactRecord> facts) {

    private static final String NOT_CONFIRMED = "確認された事実がありません";

    Basis {
        participants = List.copyOf(participants);
        facts = List.copyOf(facts);
    }

    Stream<Participant> of(Role role) {
        return participants.stream().filter(participant -> participant.role() == role);
    }

    Participant applicant() {
        return of(Role.APPLICANT).findFirst().orElseThrow();
    }

    /** 認定の請求 as received. */
    Claim claim() {
        return new Claim(
                handled.caseNumber(), ClaimKind.NEW, handled.receivedOn(), of(Role.CHILD).map(Participant::lawId).toList(),
                cause(handled.application().getCause()));
    }

    /** Closed days around the claim only: the input is stored with each decision. */
    OfficeCalendar office() {
        return OfficeCalendar.ofNationalHolidays(
                Holidays.published().days().stream()
                        .filter(day -> Math.abs(day.getYear() - handled.receivedOn().getYear()) <= 1)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Cause cause(ClaimCause cause) {
        return switch (cause.getKind()) {
            case BIRTH -> Cause.birth(cause.getOn());
            case MOVED_IN -> Cause.movedIn(cause.getOn());
            case NONE -> Cause.NONE;
        };
    }

    <T extends FactValue, R> Fact<R> confirmed(Participant about, Kind kind, Class<T> type, Function<T, R> read) {
        return confirmedFact(about, kind, type, fact -> Fact.known(read.apply(type.cast(fact.value())), fact.source().label()));
    }

    /** As {@link #confirmed}, where what the source said may itself be that there is none, or that it cannot tell. */
    <T extends FactValue, R> Fact<R> confirmedFact(Participant about, Kind kind, Class<T> type, Function<FactRecord, Fact<R>> read) {
        return facts.stream()
                .filter(fact -> fact.isConfirmed() && fact.kind() == kind && fact.participantId().equals(about.participantId()))
                .filter(fact -> type.isInstance(fact.value()))
                .findFirst()
                .map(read)
                .orElseGet(() -> Fact.unknown(NOT_CONFIRMED));
    }
}
