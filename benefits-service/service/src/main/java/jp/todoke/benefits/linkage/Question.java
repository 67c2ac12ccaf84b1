package jp.todoke.benefits.linkage;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 照会 — what a case needs to know about one of its participants, and from whom.
 *
 * @param providerMunicipality municipality that is asked, where the provider is one: 1月1日住所地 for tax
 * @param taxYear              課税年度; tax only
 * @param round                1, then 2次照会 and on
 * @param askedBy              officer, or SYSTEM-AUTO
 */
public record Question(
        UUID questionId,
        UUID caseId,
        UUID participantId,
        Kind kind,
        Channel channel,
        @Nullable String providerMunicipality,
        @Nullable Integer taxYear,
        int round,
        String askedBy,
        Instant askedAt) {

    /** {@code InformationKind} of the channel: 本人確認情報, 住民票関係情報, 地方税関係情報, 公金受取口座情報 and on. */
    public enum Kind {
        IDENTITY,
        RESIDENT_RECORD,
        TAX,
        ACCOUNT,
        FAMILY_REGISTER,
        PENSION,
        HEALTH_INSURANCE,
        DISABILITY_CERTIFICATE,
        PUBLIC_ASSISTANCE,
        CHILD_ALLOWANCE,
        CHILD_REARING_ALLOWANCE,
        SPECIAL_CHILD_REARING_ALLOWANCE,
        EMPLOYMENT_INSURANCE,
        NUMBERING,
        ACCOUNT_CHECK
    }

    /** Where the answer comes from; the first two are our own and answer at once. */
    public enum Channel {
        OWN_REGISTER,
        OWN_TAX_FEED,
        JUKI,
        CHUKAN,
        /** 住登外者宛名番号管理機能 (031), inside the city. */
        ATENA,
        BANK;

        public boolean isOwn() {
            return this == OWN_REGISTER || this == OWN_TAX_FEED;
        }
    }

    /** Whether this question is about the same person and thing as another one. */
    public boolean isLike(Question other) {
        return kind == other.kind && participantId.equals(other.participantId);
    }
}
