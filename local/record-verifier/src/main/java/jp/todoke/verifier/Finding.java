package jp.todoke.verifier;

import org.jspecify.annotations.Nullable;

/**
 * What was found, and exactly where.
 *
 * @param position in the chain of the day; 0 where it is the day itself
 */
public record Finding(Kind kind, String municipality, String day, long position, @Nullable String recordId) {

    /** What was done, as far as it can be told from what is left. */
    public enum Kind {
        CHANGED("its content does not give its hash"),
        REMOVED("no record stands at this place, and later ones do"),
        INSERTED("stands here and is no part of the chain"),
        REORDERED("was sealed at another place"),
        FORKED("goes on from another record than the one before it"),
        TRUNCATED("the day ends before its seal says"),
        ENDS_OTHERWISE("the last record is not that of the seal"),
        MISSING_DAY("the day has no seal, and later ones have"),
        SEAL_CHANGED("the seal does not give its hash"),
        SEAL_FORKED("the seal goes on from another one than that of the day before"),
        NOT_AS_EXPORTED("the seal is not the one that was exported"),
        PRUNED_EARLY("records of the day have left the database before their seven years"),
        FILE_CUT("the archive has no manifest at its end"),
        FILE_CHANGED("the archive is not the one that its manifest describes"),
        FILE_UNREADABLE("the line is none of an archive");

        private final String meaning;

        Kind(String meaning) {
            this.meaning = meaning;
        }
    }

    @Override
    public String toString() {
        return kind + " municipality=" + municipality + " day=" + day + (position > 0 ? " position=" + position : "")
                + (recordId == null ? "" : " record=" + recordId) + " (" + kind.meaning + ")";
    }
}
