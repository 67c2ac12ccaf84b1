package jp.todoke.benefits.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
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

    static final String NOT_CONFIRMED = "確認された事実がありません";

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

    /** The first month that the claim can start: relief reaches back to the event, never further than it can matter. */
    YearMonth earliest() {
        LocalDate received = handled.receivedOn();
        LocalDate on = handled.application().getCause().getOn();
        return YearMonth.from(on != null && on.isBefore(received) && on.isAfter(received.minusMonths(2)) ? on : received);
    }

    <T extends FactValue, R> Fact<R> confirmed(Participant about, Kind kind, Class<T> type, Function<T, R> read) {
        return confirmedRecord(about, kind)
                .map(fact -> Fact.known(read.apply(type.cast(fact.value())), fact.source().label()))
                .orElseGet(() -> Fact.unknown(NOT_CONFIRMED));
    }

    Optional<FactRecord> confirmedRecord(Participant about, Kind kind) {
        return facts.stream()
                .filter(fact -> fact.isConfirmed() && fact.kind() == kind && fact.participantId().equals(about.participantId()))
                .findFirst();
    }
}
