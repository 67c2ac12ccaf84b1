package jp.todoke.benefits.evidence;

import java.time.LocalDate;
import jp.todoke.api.linkage.model.InformationKind;
import jp.todoke.api.linkage.model.Procedure;
import org.jspecify.annotations.Nullable;

/**
 * One row of the directory.
 *
 * @param condition      要件 that it proves, with its article
 * @param attachment     paper that the answer replaces, in words
 * @param attachmentKind the same as the API names it; absent where the paper is not demanded by itself
 * @param paperWhen      when the paper is still needed
 * @param decides        whether a decision rests on it
 * @param appliesTo      last day; absent while it runs
 */
public record Evidence(
        Procedure procedure,
        InformationKind kind,
        String evidence,
        String condition,
        String legalBasis,
        String providerKind,
        String provider,
        @Nullable String tmCd,
        @Nullable String attachment,
        @Nullable String attachmentKind,
        String paperWhen,
        boolean decides,
        LocalDate appliesFrom,
        @Nullable LocalDate appliesTo,
        String sourceMark) {

    public boolean appliesOn(LocalDate day) {
        return !day.isBefore(appliesFrom) && (appliesTo == null || !day.isAfter(appliesTo));
    }
}
