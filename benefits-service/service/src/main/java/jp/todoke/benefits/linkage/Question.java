package jp.todoke.benefits.linkage;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 照会 — what a case needs to know about one of its participants, and from whom.
 *
 * @param providerMunicipality 1月1日住所地; tax asked elsewhere only
 * @param taxYear              課税年度; tax only
 */
public record Question(
        UUID questionId,
        UUID caseId,
        UUID participantId,
        Kind kind,
        Channel channel,
        @Nullable String providerMunicipality,
        @Nullable Integer taxYear,
        Instant askedAt) {

    /** 本人確認情報, 地方税関係情報, 公金受取口座情報, 戸籍関係情報, 年金給付関係情報. */
    public enum Kind {
        IDENTITY,
        TAX,
        ACCOUNT,
        FAMILY_REGISTER,
        PENSION
    }

    /** Where the answer comes from; the first two are our own and answer at once. */
    public enum Channel {
        OWN_REGISTER,
        OWN_TAX_FEED,
        JUKI,
        CHUKAN;

        public boolean isOwn() {
            return this == OWN_REGISTER || this == OWN_TAX_FEED;
        }
    }
}
