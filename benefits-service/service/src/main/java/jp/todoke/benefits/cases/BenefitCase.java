package jp.todoke.benefits.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.todoke.api.linkage.model.Application;
import org.jspecify.annotations.Nullable;

/**
 * 案件.
 *
 * @param receivedOn 請求日: the day of arrival in Japan
 * @param withheld   支援措置 of anybody concerned: address and account are hidden, nothing is asked outside
 */
record BenefitCase(
        UUID caseId,
        String caseNumber,
        CaseState state,
        long version,
        Receipt receipt,
        Application application,
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

    LocalDate receivedOn() {
        return receipt.receivedOn();
    }

    /** Two parents qualify when there is a spouse and livelihood is shared: 単身赴任 shares it, 離婚協議中の別居 does not. */
    boolean hasTwoQualifyingParents() {
        return application.getSpouse() != null && !application.getSeparation();
    }

    boolean isPublicServant() {
        return application.getApplicant().getOccupation() == jp.todoke.api.linkage.model.Applicant.OccupationEnum.PUBLIC_SERVANT;
    }

    @Override
    public String toString() {
        return "BenefitCase[" + caseNumber + "]";
    }
}
