package jp.todoke.benefits.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import jp.todoke.api.linkage.model.AccountCheckAnswer;
import jp.todoke.api.linkage.model.AllowanceAnswer;
import jp.todoke.api.linkage.model.DisabilityCertificateAnswer;
import jp.todoke.api.linkage.model.HealthInsuranceAnswer;
import jp.todoke.api.linkage.model.HealthInsuranceAnswer.PensionSchemeEnum;
import jp.todoke.api.linkage.model.HealthInsuranceAnswer.SchemeEnum;
import jp.todoke.api.linkage.model.HouseholdMember;
import jp.todoke.api.linkage.model.ResidentRecordAnswer;
import jp.todoke.benefits.cases.CaseProgramme.Effect;
import jp.todoke.benefits.cases.FactRecord.Kind;
import jp.todoke.benefits.linkage.LinkageAnswer;
import jp.todoke.benefits.linkage.Question;
import org.jspecify.annotations.Nullable;

/** What the answers are worth that mean the same in both programmes: shown to an officer beside the condition, and no amount rests on them. */
final class FurtherAnswers {
    private final Basis basis;
    private final LocalDate today;

    FurtherAnswers(Basis basis, LocalDate today) {
        this.basis = basis;
        this.today = today;
    }

    Effect effect(Question question, LinkageAnswer answer) {
        return switch (answer) {
            case LinkageAnswer.ResidentRecordProvided(ResidentRecordAnswer record) -> residentRecord(record);
            case LinkageAnswer.HealthInsuranceProvided(List<HealthInsuranceAnswer> said) -> employeeClass(said);
            case LinkageAnswer.DisabilityCertificatesProvided(List<DisabilityCertificateAnswer> said) ->
                Effect.fact(Kind.DISABILITY_CERTIFICATE,
                        new FactValue.DisabilityCertificates(said.stream().map(FurtherAnswers::text).toList()),
                        said.getFirst().getIssuedOn(), ActionCode.DISABILITY_NOT_CONFIRMED);
            case LinkageAnswer.PublicAssistanceProvided said -> Effect.fact(
                    Kind.PUBLIC_ASSISTANCE,
                    new FactValue.PublicAssistance(said.periods().stream()
                            .map(period -> new FactValue.PublicAssistance.Period(period.getFrom(), period.getTo())).toList()),
                    said.periods().getFirst().getFrom());
            case LinkageAnswer.AllowancesProvided(List<AllowanceAnswer> said) -> allowances(question, said);
            case LinkageAnswer.AccountChecked(AccountCheckAnswer.OutcomeEnum outcome) -> accountCheck(outcome);
            case LinkageAnswer.NotApplicable _ -> none(question);
            default -> throw new IllegalArgumentException(answer.outcome() + " gives no fact about " + question.kind());
        };
    }

    /** That there is none is an answer where absence was the question. */
    private static Effect none(Question question) {
        return switch (question.kind()) {
            case HEALTH_INSURANCE -> Effect.fact(Kind.EMPLOYEE_CLASS, new FactValue.EmployeeClass(false, null), null);
            case DISABILITY_CERTIFICATE -> Effect.fact(Kind.DISABILITY_CERTIFICATE, new FactValue.DisabilityCertificates(List.of()), null);
            case PUBLIC_ASSISTANCE -> Effect.fact(Kind.PUBLIC_ASSISTANCE, new FactValue.PublicAssistance(List.of()), null);
            case CHILD_ALLOWANCE, CHILD_REARING_ALLOWANCE, SPECIAL_CHILD_REARING_ALLOWANCE ->
                Effect.fact(allowance(question), new FactValue.OtherAllowance(List.of()), null);
            case IDENTITY, RESIDENT_RECORD, TAX, ACCOUNT, FAMILY_REGISTER, PENSION, EMPLOYMENT_INSURANCE, NUMBERING, ACCOUNT_CHECK ->
                throw new IllegalArgumentException("absence says nothing about " + question.kind());
        };
    }

    /** A record that was removed says where the child is not. */
    private static Effect residentRecord(ResidentRecordAnswer record) {
        List<HouseholdMember> members = record.getHousehold();
        var value = new FactValue.ResidentRecord(
                record.getResidentSince(), record.getRemovedOn(), record.getRelationship(),
                members.stream().map(FurtherAnswers::text).toList());
        return record.getRemovedOn() == null
                ? Effect.fact(Kind.RESIDENT_RECORD, value, record.getResidentSince())
                : Effect.fact(Kind.RESIDENT_RECORD, value, record.getResidentSince(), ActionCode.RESIDENCE_DIFFERS);
    }

    private static String text(HouseholdMember member) {
        return member.getName() + (member.getRelationship() == null ? "" : " " + member.getRelationship());
    }

    private static String text(DisabilityCertificateAnswer certificate) {
        String kind = switch (certificate.getKind()) {
            case PHYSICAL -> "身体障害者手帳";
            case INTELLECTUAL -> "療育手帳";
            case MENTAL -> "精神障害者保健福祉手帳";
        };
        return kind + " " + certificate.getGrade() + "（" + certificate.getIssuedOn().format(FactValue.DAY) + "交付"
                + (certificate.getReturnedOn() == null ? "" : "、" + certificate.getReturnedOn().format(FactValue.DAY) + "返還") + "）";
    }

    /** 被用者: an insured person of 厚生年金 or a 共済, who is nobody's dependant; the qualification of today counts. */
    private Effect employeeClass(List<HealthInsuranceAnswer> said) {
        HealthInsuranceAnswer current = said.stream()
                .filter(one -> one.getTo() == null || one.getTo().isAfter(today))
                .max(Comparator.comparing(HealthInsuranceAnswer::getFrom)).orElse(null);
        return current == null
                ? Effect.fact(Kind.EMPLOYEE_CLASS, new FactValue.EmployeeClass(null, null), null, ActionCode.EMPLOYEE_CLASS_NOT_KNOWN)
                : employeeClass(current);
    }

    private static Effect employeeClass(HealthInsuranceAnswer current) {
        Boolean employee = isEmployee(current);
        var value = new FactValue.EmployeeClass(employee, current.getFrom());
        return employee == null
                ? Effect.fact(Kind.EMPLOYEE_CLASS, value, current.getFrom(), ActionCode.EMPLOYEE_CLASS_NOT_KNOWN)
                : Effect.fact(Kind.EMPLOYEE_CLASS, value, current.getFrom());
    }

    /** Without the pension's scheme a dependant, and whoever is in 国民健康保険, may still be a 被用者 of 厚生年金 or not: unknown stays unknown. */
    private static @Nullable Boolean isEmployee(HealthInsuranceAnswer current) {
        PensionSchemeEnum pension = current.getPensionScheme();
        if (pension != null) {
            return pension != PensionSchemeEnum.NATIONAL;
        }
        boolean employed = current.getScheme() == SchemeEnum.EMPLOYEES || current.getScheme() == SchemeEnum.MUTUAL_AID;
        return employed && !current.getDependant() ? Boolean.TRUE : null;
    }

    private Effect allowances(Question question, List<AllowanceAnswer> said) {
        List<FactValue.OtherAllowance.Paid> paid = said.stream()
                .map(one -> new FactValue.OtherAllowance.Paid(
                        YearMonth.parse(one.getFrom()), one.getTo() == null ? null : YearMonth.parse(one.getTo()), one.getMonthlyYen(),
                        one.getSuspended()))
                .toList();
        var value = new FactValue.OtherAllowance(paid);
        Kind kind = allowance(question);
        LocalDate from = said.getFirst().getCertifiedOn();
        if (kind == Kind.SPECIAL_CHILD_REARING_ALLOWANCE) {
            return Effect.fact(kind, value, from, ActionCode.DISABILITY_NOT_CONFIRMED);
        }
        return paid.stream().anyMatch(this::overlaps)
                ? Effect.fact(kind, value, from, ActionCode.FORMER_ALLOWANCE_OVERLAPS)
                : Effect.fact(kind, value, from);
    }

    /** Ours begins in the month after the claim, or after the move where that counts: what is paid there for such a month would be paid twice. */
    private boolean overlaps(FactValue.OtherAllowance.Paid paid) {
        YearMonth to = paid.to();
        return !paid.suspended() && (to == null || to.isAfter(basis.earliest()));
    }

    private static Kind allowance(Question question) {
        return question.kind() == Question.Kind.SPECIAL_CHILD_REARING_ALLOWANCE
                ? Kind.SPECIAL_CHILD_REARING_ALLOWANCE
                : Kind.FORMER_ALLOWANCE;
    }

    private static Effect accountCheck(AccountCheckAnswer.OutcomeEnum outcome) {
        var value = new FactValue.AccountCheck(outcome);
        return switch (outcome) {
            case MATCH -> Effect.fact(Kind.ACCOUNT_CHECK, value, null);
            case NAME_MISMATCH -> Effect.fact(Kind.ACCOUNT_CHECK, value, null, ActionCode.ACCOUNT_HOLDER_DIFFERS);
            case NOT_FOUND -> Effect.fact(Kind.ACCOUNT_CHECK, value, null, ActionCode.ACCOUNT_INVALID);
            case UNSUPPORTED_BANK -> Effect.fact(Kind.ACCOUNT_CHECK, value, null, ActionCode.ACCOUNT_UNCHECKED);
        };
    }
}
