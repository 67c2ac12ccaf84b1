package jp.todoke.conformance.profile;

import java.util.List;
import jp.todoke.conformance.vectors.Vector;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One vector's findings.
 *
 * @param essence what was answered, without what each vendor words freely; null when nothing was
 * @param evidence the beginning of the answer's body where something is wrong
 */
public record CaseResult(Vector vector, List<Finding> findings, @Nullable JsonNode essence, String evidence, long millis) {

    public Outcome outcome() {
        return findings.stream().map(Finding::outcome).reduce(Outcome.PASSED, Outcome::orWorse);
    }
}
