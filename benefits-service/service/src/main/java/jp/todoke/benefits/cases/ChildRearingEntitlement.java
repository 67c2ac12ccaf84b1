package jp.todoke.benefits.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.todoke.api.linkage.model.ChildRearingDeclaration.RelationEnum;
import jp.todoke.api.linkage.model.Ground;
import jp.todoke.benefits.cases.FactRecord.Kind;
import jp.todoke.benefits.cases.Participant.Role;
import jp.todoke.benefits.law.Claim;
import jp.todoke.benefits.law.Fact;
import jp.todoke.benefits.law.Income;
import jp.todoke.benefits.law.Stay;
import jp.todoke.benefits.law.Tracing;
import jp.todoke.benefits.law.Yen;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowance;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowanceFacts;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowanceFacts.Care;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowanceFacts.Child;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowanceFacts.ChildPension;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowanceFacts.Claimant;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowanceFacts.ClaimantKind;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowanceFacts.OwnPension;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowanceFacts.PensionKind;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowanceFacts.Pensions;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowanceFacts.Supporter;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowanceFacts.SupporterRelation;
import org.jspecify.annotations.Nullable;

/** From the confirmed facts of a case to the answer of the rules of 児童扶養手当, through the October in which the income cycle ends. */
final class ChildRearingEntitlement {
    private final ChildRearingAllowance rules;
    private final YearMonth fixedThrough;

    private ChildRearingEntitlement(ChildRearingAllowance rules, YearMonth fixedThrough) {
        this.rules = rules;
        this.fixedThrough = fixedThrough;
    }

    /** Months whose amounts no order has fixed yet are decided by the amounts of today, and paid only once they are fixed. */
    static ChildRearingEntitlement load() {
        ChildRearingAllowance fixed = ChildRearingAllowance.load();
        return new ChildRearingEntitlement(fixed.untilRevised(), fixed.fixedThrough());
    }

    String ruleVersion() {
        return rules.ruleVersion();
    }

    YearMonth fixedThrough() {
        return fixedThrough;
    }

    boolean isPaymentMonth(YearMonth month) {
        return rules.isPaymentMonth(month);
    }

    /**
     * 施行令第6条の7: a disability pension of the income year counts as income and is in no tax answer. Where the most that it can have been changes
     * nothing against none at all, the case is decided by the most; else the income is not known.
     */
    Computed compute(Basis basis) {
        NonTaxablePension pension = NonTaxablePension.of(basis);
        if (pension.isUnknown()) {
            return compute(basis, null);
        }
        Computed most = compute(basis, pension.most());
        return pension.most().isZero() || compute(basis, Yen.ZERO).hasSameMonthsAs(most) ? most : compute(basis, null);
    }

    /** @param nonTaxable part of the claimant's pension that counts as income; absent where it is not known */
    private Computed compute(Basis basis, @Nullable Yen nonTaxable) {
        ChildRearingAllowanceFacts facts = facts(basis, nonTaxable);
        YearMonth to = IncomeCycle.of(basis.handled().receivedOn()).last();
        return Computed.of(basis, facts.toMap(), rules.decide(facts, basis.earliest(), to, Tracing.ON));
    }

    private static ChildRearingAllowanceFacts facts(Basis basis, @Nullable Yen nonTaxable) {
        Claim claim = basis.claim();
        List<Child> children = basis.of(Role.CHILD).map(child -> child(basis, child)).toList();
        return new ChildRearingAllowanceFacts(
                claimant(basis, nonTaxable), List.of(claim), children, List.of(),
                basis.of(Role.SUPPORTER).map(one -> supporter(basis, one)).toList(),
                new Pensions(ownPensions(basis), childPensions(basis)), basis.office());
    }

    private static Claimant claimant(Basis basis, @Nullable Yen nonTaxable) {
        Participant applicant = basis.applicant();
        ClaimantKind kind = basis.handled().childRearing().getRelation() == RelationEnum.MOTHER ? ClaimantKind.MOTHER : ClaimantKind.FATHER;
        return new Claimant(
                applicant.lawId(), kind,
                basis.confirmed(applicant, Kind.RESIDENCE, FactValue.Residence.class, FactValue.Residence::residesHere),
                claimantIncome(basis, nonTaxable).stream().toList(), List.of());
    }

    /** Unknown as a whole where a part of it is. */
    private static Optional<Income> claimantIncome(Basis basis, @Nullable Yen nonTaxable) {
        Participant applicant = basis.applicant();
        Optional<FactRecord> support = basis.confirmedRecord(applicant, Kind.CHILD_SUPPORT);
        Optional<FactRecord> tax = basis.confirmedRecord(applicant, Kind.INCOME);
        if (nonTaxable == null || support.isEmpty() || tax.isEmpty()) {
            return Optional.empty();
        }
        Yen received = Yen.of(((FactValue.ChildSupport) support.get().value()).yen());
        String source = tax.get().source().label() + " / " + support.get().source().label()
                + (nonTaxable.isZero() ? "" : " / 非課税の年金はあり得る最大の額");
        return Optional.ofNullable(AssessedItems.income(tax.get(), received, nonTaxable, source));
    }

    private static Supporter supporter(Basis basis, Participant one) {
        LocalDate received = basis.handled().receivedOn();
        LocalDate since = basis.confirmedRecord(one, Kind.SUPPORTER)
                .map(fact -> ((FactValue.Supporter) fact.value()).livesTogetherSince())
                // Not said since when: since before anything that the claim is about.
                .orElse(received.minusYears(1));
        return new Supporter(
                one.lawId(), SupporterRelation.SUPPORTER, new Stay(since, null),
                basis.confirmedRecord(one, Kind.INCOME)
                        .flatMap(fact -> Optional.ofNullable(AssessedItems.income(fact, Yen.ZERO, Yen.ZERO, fact.source().label())))
                        .stream().toList());
    }

    private static Child child(Basis basis, Participant child) {
        Fact<Boolean> cared = basis.confirmed(child, Kind.CARE, FactValue.Care.class, FactValue.Care::caredFor);
        return new Child(
                child.lawId(), child.birthDate(), qualifyingEvent(basis, child), new Care(cared, child.birthDate(), null, List.of()),
                List.of(),
                basis.confirmed(child, Kind.CHILD_RESIDENCE, FactValue.ChildResidence.class, FactValue.ChildResidence::livesInJapan));
    }

    /** 支給要件に該当した日 of a child: never before its birth, and the birth itself where the parents were not married. */
    private static Fact<LocalDate> qualifyingEvent(Basis basis, Participant child) {
        return basis.confirmedRecord(basis.applicant(), Kind.QUALIFYING_EVENT)
                .map(fact -> {
                    FactValue.QualifyingEvent event = (FactValue.QualifyingEvent) fact.value();
                    boolean sinceBirth = event.ground() == Ground.UNMARRIED || event.on().isBefore(child.birthDate());
                    return event.borneOut()
                            ? Fact.known(sinceBirth ? child.birthDate() : event.on(), fact.source().label())
                            : Fact.<LocalDate>unknown("戸籍の記録が申立てと一致しません");
                })
                .orElseGet(() -> Fact.unknown(Basis.NOT_CONFIRMED));
    }

    /** 障害基礎年金等 without the additions for children says nothing about what is set off (第13条の2第3項). */
    private static Fact<List<OwnPension>> ownPensions(Basis basis) {
        return basis.confirmedRecord(basis.applicant(), Kind.PENSION)
                .map(fact -> {
                    List<FactValue.Pension> pensions = ((FactValue.Pensions) fact.value()).pensions();
                    String source = fact.source().label();
                    if (pensions.isEmpty()) {
                        return Fact.<List<OwnPension>>none(source);
                    }
                    List<OwnPension> own = new ArrayList<>();
                    pensions.forEach(pension -> own.add(own(pension)));
                    return pensions.stream().anyMatch(pension -> pension.disabilityBasic() && additions(pension).isEmpty())
                            ? Fact.<List<OwnPension>>unknown("子の加算の額の回答がありません")
                            : Fact.known(List.copyOf(own), source);
                })
                .orElseGet(() -> Fact.unknown(Basis.NOT_CONFIRMED));
    }

    private static OwnPension own(FactValue.Pension pension) {
        return new OwnPension(
                pension.disabilityBasic() ? PensionKind.DISABILITY_BASIC : PensionKind.OTHER_PUBLIC_PENSION, new Stay(pension.from(), null),
                Yen.of(pension.annualYen()), additions(pension).stream().map(Yen::of).toList());
    }

    private static List<Long> additions(FactValue.Pension pension) {
        @Nullable
        List<Long> additions = pension.childAdditions();
        return additions == null ? List.of() : additions;
    }

    private static List<ChildPension> childPensions(Basis basis) {
        return basis.of(Role.CHILD)
                .flatMap(child -> basis.confirmedRecord(child, Kind.PENSION).stream()
                        .flatMap(fact -> ((FactValue.Pensions) fact.value()).pensions().stream())
                        .map(pension -> new ChildPension(child.lawId(), new Stay(pension.from(), null), Yen.of(pension.annualYen()))))
                .toList();
    }
}
