package jp.todoke.benefits.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import jp.todoke.benefits.cases.FactRecord.Kind;
import jp.todoke.benefits.cases.Participant.Role;
import jp.todoke.benefits.law.Fact;
import jp.todoke.benefits.law.Tracing;
import jp.todoke.benefits.law.Yen;
import jp.todoke.benefits.programmes.childallowance.ChildAllowance;
import jp.todoke.benefits.programmes.childallowance.ChildAllowanceFacts;
import jp.todoke.benefits.programmes.childallowance.Priority;
import jp.todoke.benefits.programmes.childallowance.PriorityStanding;

/** From the confirmed facts of a case to the answer of the rules of 児童手当. */
final class ChildAllowanceEntitlement {
    private static final int MONTHS_AHEAD = 12;

    private final ChildAllowance rules;

    private ChildAllowanceEntitlement(ChildAllowance rules) {
        this.rules = rules;
    }

    static ChildAllowanceEntitlement load() {
        return new ChildAllowanceEntitlement(ChildAllowance.load());
    }

    String ruleVersion() {
        return rules.ruleVersion();
    }

    boolean isPaymentMonth(YearMonth month) {
        return rules.isPaymentMonth(month);
    }

    Computed compute(Basis basis, LocalDate today) {
        ChildAllowanceFacts facts = facts(basis);
        YearMonth to = YearMonth.from(today).plusMonths(MONTHS_AHEAD);
        return Computed.of(basis, facts.toMap(), rules.decide(facts, basis.earliest(), to, Tracing.ON));
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
        return new ChildAllowanceFacts(claimant, List.of(basis.claim()), children, siblings, List.of(), basis.office());
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
}
