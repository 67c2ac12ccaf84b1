package jp.todoke.benefits.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.todoke.api.linkage.model.ClaimCause;
import jp.todoke.benefits.calendar.Holidays;
import jp.todoke.benefits.cases.FactRecord.Kind;
import jp.todoke.benefits.cases.IssuedDecision.ChildMonth;
import jp.todoke.benefits.cases.IssuedDecision.Month;
import jp.todoke.benefits.cases.IssuedDecision.Payment;
import jp.todoke.benefits.cases.Participant.Role;
import jp.todoke.benefits.law.Cause;
import jp.todoke.benefits.law.Claim;
import jp.todoke.benefits.law.ClaimKind;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.Decision.MonthOutcome;
import jp.todoke.benefits.law.Fact;
import jp.todoke.benefits.law.OfficeCalendar;
import jp.todoke.benefits.law.Outcome;
import jp.todoke.benefits.law.Reason;
import jp.todoke.benefits.law.Trace;
import jp.todoke.benefits.law.Tracing;
import jp.todoke.benefits.law.Yen;
import jp.todoke.benefits.programmes.childallowance.ChildAllowance;
import jp.todoke.benefits.programmes.childallowance.ChildAllowanceFacts;
import jp.todoke.benefits.programmes.childallowance.Priority;
import jp.todoke.benefits.programmes.childallowance.PriorityStanding;
import jp.todoke.tenancy.BusinessDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** From the confirmed facts of a case to the answer of the rules; what is not confirmed is not known. */
@Service
class Entitlement {
    private static final int MONTHS_AHEAD = 12;
    private static final String NOT_CONFIRMED = "確認された事実がありません";

    private final ChildAllowance rules;
    private final BusinessDate businessDate;

    Entitlement(ChildAllowance rules, BusinessDate businessDate) {
        this.rules = rules;
        this.businessDate = businessDate;
    }

    /** A case as the rules need it. */
    record Basis(BenefitCase handled, List<Participant> participants, List<FactRecord> facts) {
        Stream<Participant> of(Role role) {
            return participants.stream().filter(participant -> participant.role() == role);
        }

        Participant applicant() {
            return of(Role.APPLICANT).findFirst().orElseThrow();
        }

        <T extends FactValue, R> Fact<R> confirmed(Participant about, Kind kind, Class<T> type, Function<T, R> read) {
            return facts.stream()
                    .filter(fact -> fact.isConfirmed() && fact.kind() == kind && fact.participantId().equals(about.participantId()))
                    .findFirst()
                    .map(fact -> Fact.known(read.apply(type.cast(fact.value())), fact.source().label()))
                    .orElseGet(() -> Fact.unknown(NOT_CONFIRMED));
        }
    }

    /** What is stored with a proposal; {@code outcome} is empty when the rules leave it to an officer. */
    record Computed(
            Optional<IssuedDecision.Outcome> answer,
            @Nullable YearMonth firstMonth,
            String ruleVersion,
            Map<String, Object> input,
            Map<String, Object> trace,
            Entitled entitled) {
        IssuedDecision.Outcome outcome() {
            return answer.orElseThrow();
        }
    }

    Computed compute(Basis basis) {
        ChildAllowanceFacts facts = facts(basis);
        LocalDate earliest = earliest(facts.claims().getFirst());
        YearMonth to = YearMonth.from(businessDate.today()).plusMonths(MONTHS_AHEAD);
        Decision decision = rules.decide(facts, YearMonth.from(earliest), to, Tracing.ON);
        Decision.ClaimDecision claim = decision.overall().orElseThrow();
        boolean referred = claim.outcome() instanceof Outcome.ReferToOfficer<YearMonth>
                || decision.months().stream().anyMatch(month -> month.outcome() == MonthOutcome.REFER);
        Optional<IssuedDecision.Outcome> answer = referred
                ? Optional.empty()
                : Optional.of(claim.outcome() instanceof Outcome.Granted<YearMonth>
                        ? IssuedDecision.Outcome.GRANTED
                        : IssuedDecision.Outcome.REFUSED);
        YearMonth first = claim.outcome() instanceof Outcome.Granted<YearMonth>(YearMonth value, Trace _) ? value : null;
        Map<String, Object> trace = new LinkedHashMap<>(decision.toMap());
        return new Computed(answer, first, decision.ruleVersion(), facts.toMap(), trace, entitled(basis, decision, claim));
    }

    private ChildAllowanceFacts facts(Basis basis) {
        Participant applicant = basis.applicant();
        var claimant = new ChildAllowanceFacts.Claimant(
                applicant.lawId(),
                basis.confirmed(applicant, Kind.PUBLIC_SERVANT, FactValue.PublicServant.class, FactValue.PublicServant::publicServant),
                basis.confirmed(applicant, Kind.RESIDENCE, FactValue.Residence.class, FactValue.Residence::residesHere),
                priority(basis));
        List<ChildAllowanceFacts.Child> children = basis.of(Role.CHILD).map(child -> child(basis, child)).toList();
        List<ChildAllowanceFacts.CountedSibling> siblings = basis.of(Role.COUNTED_SIBLING).map(sibling -> sibling(basis, sibling))
                .flatMap(Optional::stream).toList();
        var claim = new Claim(
                basis.handled().caseNumber(), ClaimKind.NEW, basis.handled().receivedOn(),
                children.stream().map(ChildAllowanceFacts.Child::id).toList(), cause(basis.handled().application().getCause()));
        return new ChildAllowanceFacts(claimant, List.of(claim), children, siblings, List.of(), office(basis.handled().receivedOn()));
    }

    private static Fact<PriorityStanding> priority(Basis basis) {
        Optional<Participant> spouse = basis.of(Role.SPOUSE).findFirst();
        if (spouse.isEmpty()) {
            return basis.confirmed(basis.applicant(), Kind.SPOUSE, FactValue.Spouse.class, _ -> PriorityStanding.ONLY_QUALIFIED_PARENT);
        }
        if (!basis.handled().hasTwoQualifyingParents()) {
            return Fact.unknown("同居優先（第4条第4項）に当たるか、職員の確認が必要です");
        }
        return Priority.compare(income(basis, basis.applicant()), income(basis, spouse.get()));
    }

    private static Fact<Yen> income(Basis basis, Participant parent) {
        return basis.confirmed(parent, Kind.INCOME, FactValue.Income.class, income -> Yen.of(income.totalIncomeYen()));
    }

    private static ChildAllowanceFacts.Child child(Basis basis, Participant child) {
        return ChildAllowanceFacts.Child.sinceBirth(
                child.lawId(), child.birthDate(), basis.confirmed(child, Kind.CARE, FactValue.Care.class, FactValue.Care::caredFor),
                basis.confirmed(child, Kind.CHILD_RESIDENCE, FactValue.ChildResidence.class, FactValue.ChildResidence::livesInJapan));
    }

    /** A 確認書 counts from its declaration on, by the rules themselves; the care it declares is taken to go back to birth. */
    private static Optional<ChildAllowanceFacts.CountedSibling> sibling(Basis basis, Participant sibling) {
        Fact<LocalDate> declared = basis.confirmed(sibling, Kind.COUNTED_SIBLING, FactValue.CountedSibling.class,
                FactValue.CountedSibling::declaredOn);
        return declared instanceof Fact.Known<LocalDate>(LocalDate on, String source)
                ? Optional.of(new ChildAllowanceFacts.CountedSibling(
                        sibling.lawId(), sibling.birthDate(), on, sibling.birthDate(), null, Fact.known(true, source)))
                : Optional.empty();
    }

    private static Cause cause(ClaimCause cause) {
        return switch (cause.getKind()) {
            case BIRTH -> Cause.birth(cause.getOn());
            case MOVED_IN -> Cause.movedIn(cause.getOn());
            case NONE -> Cause.NONE;
        };
    }

    /** Closed days around the claim only: the input is stored with each decision. */
    private static OfficeCalendar office(LocalDate receivedOn) {
        return OfficeCalendar.ofNationalHolidays(
                Holidays.published().days().stream()
                        .filter(day -> Math.abs(day.getYear() - receivedOn.getYear()) <= 1)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static LocalDate earliest(Claim claim) {
        LocalDate on = claim.cause().on();
        return on != null && on.isBefore(claim.receivedOn()) && on.isAfter(claim.receivedOn().minusMonths(2)) ? on : claim.receivedOn();
    }

    private static Entitled entitled(Basis basis, Decision decision, Decision.ClaimDecision claim) {
        Map<String, Participant> children = new LinkedHashMap<>();
        basis.of(Role.CHILD).forEach(child -> children.put(child.lawId(), child));
        List<Reason> reasons = new ArrayList<>(claim.outcome().reasons());
        claim.children().forEach(child -> reasons.addAll(child.outcome().reasons()));
        List<Month> months = decision.months().stream().map(month -> month(month, children)).toList();
        List<Payment> payments = decision.payments().stream().map(paid -> new Payment(paid.payMonth(), paid.covers(), paid.yen().value()))
                .toList();
        return new Entitled(
                reasons.stream().distinct()
                        .map(reason -> new IssuedDecision.Reason(reason.code(), reason.article().toString(), reason.sentence())).toList(),
                months, payments);
    }

    private static Month month(Decision.Month month, Map<String, Participant> children) {
        Yen yen = month.yen();
        return new Month(
                month.month(), month.outcome().name(), yen == null ? 0 : yen.value(), month.children().stream()
                        .filter(child -> children.containsKey(child.id()))
                        .map(child -> {
                            Participant participant = children.get(child.id());
                            return new ChildMonth(
                                    participant.atenabango(), participant.name(), child.outcome().name(), child.yen().value(),
                                    child.rank());
                        })
                        .toList());
    }
}
