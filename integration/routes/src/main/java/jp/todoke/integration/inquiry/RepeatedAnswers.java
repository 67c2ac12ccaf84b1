package jp.todoke.integration.inquiry;

import java.util.List;
import jp.todoke.api.linkage.model.AllowanceAnswer;
import jp.todoke.api.linkage.model.DisabilityCertificateAnswer;
import jp.todoke.api.linkage.model.EmploymentInsuranceAnswer;
import jp.todoke.api.linkage.model.HealthInsuranceAnswer;
import jp.todoke.api.linkage.model.HouseholdMember;
import jp.todoke.api.linkage.model.PublicAssistanceAnswer;
import jp.todoke.api.linkage.model.ResidentRecordAnswer;

/** Answers of specs/linkage that tell of several things: members of a household, qualifications, 手帳, periods, allowances. */
final class RepeatedAnswers {
    private RepeatedAnswers() {}

    static ResidentRecordAnswer of(ResidentRecord record) {
        return new ResidentRecordAnswer().municipalityCode(record.municipalityCode()).address(record.address())
                .residentSince(record.residentSince()).removedOn(record.removedOn()).relationship(record.relationship())
                .household(record.household().stream().map(member -> new HouseholdMember().name(member.name())
                        .birthDate(member.birthDate()).relationship(member.relationship())).toList());
    }

    static List<HealthInsuranceAnswer> of(HealthInsurances insurances) {
        return insurances.qualifications().stream()
                .map(one -> new HealthInsuranceAnswer().insurerNumber(one.insurerNumber()).scheme(one.scheme()).dependant(one.dependant())
                        .pensionScheme(one.pensionScheme()).from(one.from()).to(one.to()))
                .toList();
    }

    static List<DisabilityCertificateAnswer> of(DisabilityCertificates certificates) {
        return certificates.certificates().stream()
                .map(one -> new DisabilityCertificateAnswer().kind(one.kind()).grade(one.grade()).issuedOn(one.issuedOn())
                        .reviewMonth(one.reviewMonth() == null ? null : one.reviewMonth().toString()).returnedOn(one.returnedOn()))
                .toList();
    }

    static List<PublicAssistanceAnswer> of(PublicAssistance assistance) {
        return assistance.periods().stream().map(one -> new PublicAssistanceAnswer().from(one.from()).to(one.to()).kinds(one.kinds()))
                .toList();
    }

    static List<AllowanceAnswer> of(Allowances allowances) {
        return allowances.allowances().stream()
                .map(one -> new AllowanceAnswer().certifiedOn(one.certifiedOn()).from(one.from().toString())
                        .to(one.to() == null ? null : one.to().toString()).monthlyYen(one.monthlyYen()).suspended(one.suspended())
                        .children(one.children()))
                .toList();
    }

    static List<EmploymentInsuranceAnswer> of(EmploymentInsurances insurances) {
        return insurances.benefits().stream()
                .map(one -> new EmploymentInsuranceAnswer().kind(one.kind()).from(one.from()).to(one.to()).dailyYen(one.dailyYen()))
                .toList();
    }
}
