package jp.todoke.benefits.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.todoke.api.linkage.model.Application;
import jp.todoke.api.linkage.model.ChildRearingDeclaration;
import jp.todoke.api.linkage.model.Supporter;
import jp.todoke.benefits.people.Names;
import org.jspecify.annotations.Nullable;

/**
 * 案件.
 *
 * @param receivedOn 請求日: the day of arrival in Japan
 * @param declaration what an application for 児童扶養手当 says beside the family
 * @param withheld   支援措置 of anybody concerned: address and account are hidden, nothing is asked outside
 */
record BenefitCase(
        UUID caseId,
        String caseNumber,
        CaseState state,
        long version,
        CaseProgramme programme,
        Receipt receipt,
        Application application,
        @Nullable ChildRearingDeclaration declaration,
        @Nullable String applicantAtenabango,
        boolean withheld,
        Instant openedAt) {

    /** What came with the application beside its content. */
    record Receipt(
            UUID packageId,
            String uketsukeBango,
            String sha256,
            Instant arrivedAt,
            LocalDate receivedOn,
            String jpkiSerial,
            boolean signatureVerified,
            List<String> attachmentNames) {
        Receipt {
            attachmentNames = List.copyOf(attachmentNames);
        }
    }

    /** @throws IllegalStateException where the programme has none */
    ChildRearingDeclaration childRearing() {
        if (declaration == null) {
            throw new IllegalStateException("an application without the declaration of 児童扶養手当");
        }
        return declaration;
    }

    /** What the application says of a supporter. */
    Supporter supporter(Participant participant) {
        return childRearing().getSupporters().stream()
                .filter(one -> Names.key(one.getName()).equals(participant.nameKey()) && one.getBirthDate().equals(participant.birthDate()))
                .findFirst().orElseThrow();
    }

    LocalDate receivedOn() {
        return receipt.receivedOn();
    }

    /** Two parents qualify when there is a spouse and livelihood is shared: 単身赴任 shares it, 離婚協議中の別居 does not. */
    boolean hasTwoQualifyingParents() {
        return application.getSpouse() != null && !application.getSeparation();
    }

    /** 公務員 by the application. */
    boolean isPublicServant() {
        return application.getApplicant().getOccupation() == jp.todoke.api.linkage.model.Applicant.OccupationEnum.PUBLIC_SERVANT;
    }

    @Override
    public String toString() {
        return "BenefitCase[" + caseNumber + "]";
    }
}
