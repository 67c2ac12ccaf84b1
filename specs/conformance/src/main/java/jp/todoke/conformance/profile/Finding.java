package jp.todoke.conformance.profile;

import java.util.List;
import jp.todoke.conformance.condition.Mismatch;

/**
 * What one check found.
 *
 * @param subject the vector, or the name of the probe
 * @param note why it was not run; otherwise empty
 */
public record Finding(String requirement, String subject, Outcome outcome, List<Mismatch> mismatches, String note) {

    static Finding of(String requirement, String subject, Severity severity, List<Mismatch> mismatches) {
        return new Finding(requirement, subject, mismatches.isEmpty() ? Outcome.PASSED : severity.outcome(), mismatches, "");
    }

    static Finding notRun(String requirement, String subject, String why) {
        return new Finding(requirement, subject, Outcome.NOT_RUN, List.of(), why);
    }
}
