package jp.todoke.benefits.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.todoke.api.linkage.model.ChildRearingDeclaration;
import jp.todoke.api.linkage.model.FamilyRegisterAnswer.MaritalStatusEnum;
import jp.todoke.api.linkage.model.PensionAnswer;
import jp.todoke.benefits.cases.CaseProgramme.Effect;
import jp.todoke.benefits.cases.FactRecord.Kind;
import jp.todoke.benefits.cases.Participant.Role;
import jp.todoke.benefits.linkage.LinkageAnswer;
import jp.todoke.benefits.linkage.LinkageAnswer.FamilyRegisterProvided;
import jp.todoke.benefits.linkage.LinkageAnswer.PensionsProvided;
import jp.todoke.benefits.linkage.LinkageAnswer.TaxProvided;
import jp.todoke.benefits.taxes.TaxDetail;

/** What the answers about tax, 戸籍 and pensions are worth for a claim of 児童扶養手当. */
final class ChildRearingAnswers {
    private static final int FIRST_MONTH_OF_TAX_YEAR = 6;

    private final Basis basis;

    ChildRearingAnswers(Basis basis) {
        this.basis = basis;
    }

    /** Without every item that matters for this person nothing can be assembled: what is absent is not zero. */
    Effect tax(Participant about, LinkageAnswer answer) {
        return switch (answer) {
            case TaxProvided(int year, long yen, TaxDetail detail) when detail != null && isEnough(about, detail) ->
                Effect.fact(Kind.INCOME, new FactValue.Income(year, yen, detail), LocalDate.of(year, FIRST_MONTH_OF_TAX_YEAR, 1));
            default -> Effect.person(ActionCode.INCOME_NOT_AVAILABLE);
        };
    }

    /**
     * The items that can change what is decided (施行令第2条の4, 第4条). 寡婦 and ひとり親 are never deducted for the 母 or 父 who claims; the limit of
     * a supporter looks at 老人扶養親族 only among the special dependants; and where nobody is a dependant, nobody is a special one.
     */
    private static boolean isEnough(Participant about, TaxDetail detail) {
        boolean amounts = Stream.of(
                detail.salaryIncomeYen(), detail.pensionMiscIncomeYen(), detail.otherIncomeYen(), detail.dependants(),
                detail.casualtyLossYen(), detail.medicalExpensesYen(), detail.smallBusinessMutualAidYen(),
                detail.spouseSpecialDeductionYen(), detail.specificRelativeSpecialDeductionYen(), detail.disabledPersons(),
                detail.speciallyDisabledPersons(), detail.workingStudent()).allMatch(Objects::nonNull);
        boolean nobody = Integer.valueOf(0).equals(detail.dependants());
        boolean elderly = nobody || detail.elderlyDependants() != null;
        return amounts && elderly && (about.role() == Role.APPLICANT
                ? nobody && detail.elderlySpouse() != null
                        || Stream.of(detail.specificDependants(), detail.dependants16to18(), detail.elderlySpouse())
                                .allMatch(Objects::nonNull)
                : detail.widow() != null && detail.singleParent() != null);
    }

    /** 戸籍 must say what was declared: the change and its day, and that every child is the claimant's. */
    Effect familyRegister(LinkageAnswer answer) {
        if (!(answer instanceof FamilyRegisterProvided family)) {
            return Effect.person(ActionCode.GROUND_NOT_CONFIRMED);
        }
        ChildRearingDeclaration declared = basis.handled().childRearing();
        boolean borneOut = isGround(declared, family) && areChildren(family.childrenBirthDates());
        var value = new FactValue.QualifyingEvent(
                declared.getGround(), declared.getGroundOn(), family.maritalStatus(), family.since(), borneOut);
        return borneOut
                ? Effect.fact(Kind.QUALIFYING_EVENT, value, declared.getGroundOn())
                : Effect.fact(Kind.QUALIFYING_EVENT, value, declared.getGroundOn(), ActionCode.GROUND_NOT_CONFIRMED);
    }

    private boolean isGround(ChildRearingDeclaration declared, FamilyRegisterProvided family) {
        LocalDate on = declared.getGroundOn();
        return switch (declared.getGround()) {
            case DIVORCE -> family.maritalStatus() == MaritalStatusEnum.DIVORCED && on.equals(family.since());
            case DEATH -> family.maritalStatus() == MaritalStatusEnum.WIDOWED && on.equals(family.since());
            case UNMARRIED -> family.maritalStatus() == MaritalStatusEnum.NEVER_MARRIED
                    && basis.of(Role.CHILD).anyMatch(child -> child.birthDate().equals(on));
        };
    }

    private boolean areChildren(List<LocalDate> births) {
        return births != null && basis.of(Role.CHILD).allMatch(child -> births.contains(child.birthDate()));
    }

    /** NOT_APPLICABLE is no pension. A pension that was not declared is used, and the claimant is heard before the decision. */
    Effect pension(Participant about, LinkageAnswer answer) {
        boolean declared = basis.handled().childRearing().getPublicPension();
        return switch (answer) {
            case PensionsProvided(List<PensionAnswer> pensions) -> {
                var value = new FactValue.Pensions(pensions.stream().map(ChildRearingAnswers::pension).toList());
                yield declared
                        ? Effect.fact(Kind.PENSION, value, null)
                        : Effect.fact(Kind.PENSION, value, null, ActionCode.PENSION_NOT_DECLARED);
            }
            case LinkageAnswer.NotApplicable _ -> {
                var value = new FactValue.Pensions(List.of());
                yield declared && isNobodyElseOnPension(about)
                        ? Effect.fact(Kind.PENSION, value, null, ActionCode.PENSION_NOT_AVAILABLE)
                        : Effect.fact(Kind.PENSION, value, null);
            }
            default -> Effect.person(ActionCode.PENSION_NOT_AVAILABLE);
        };
    }

    /** The declaration may mean the claimant or a child: it is contradicted only once nobody of them has a pension. */
    private boolean isNobodyElseOnPension(Participant about) {
        return Stream.concat(Stream.of(basis.applicant()), basis.of(Role.CHILD))
                .filter(one -> !one.participantId().equals(about.participantId()))
                .allMatch(one -> basis.facts().stream()
                        .filter(fact -> fact.kind() == Kind.PENSION && fact.participantId().equals(one.participantId()))
                        .anyMatch(fact -> !fact.superseded() && ((FactValue.Pensions) fact.value()).pensions().isEmpty()));
    }

    private static FactValue.Pension pension(PensionAnswer pension) {
        return new FactValue.Pension(
                pension.getKind() == PensionAnswer.KindEnum.DISABILITY_BASIC, pension.getFrom(), pension.getAnnualYen(),
                pension.getChildAdditionsAnnualYen());
    }
}
