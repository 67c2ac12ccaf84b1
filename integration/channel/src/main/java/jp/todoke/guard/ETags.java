package jp.todoke.guard;

import org.jspecify.annotations.Nullable;

/** Entity tags: the version number of a row, so that nobody overwrites what he has not seen. */
public final class ETags {
    private ETags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Refuses a change that was made on an older version.
     *
     * @throws Problem 428 when the header is missing, 412 when it names another version
     */
    public static void require(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.preconditionRequired();
        }
        if (!ifMatch.strip().equals(of(version))) {
            throw Problem.preconditionFailed();
        }
    }
}
