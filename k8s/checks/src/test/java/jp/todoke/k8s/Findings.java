package jp.todoke.k8s;

import java.util.ArrayList;
import java.util.List;

/** What is wrong, each with where. */
final class Findings {
    private final List<String> found = new ArrayList<>();

    void require(boolean condition, String where, String what) {
        if (!condition) {
            found.add(where + ": " + what);
        }
    }

    void add(String where, String what) {
        found.add(where + ": " + what);
    }

    /** Every check on one overlay. */
    static List<String> of(Manifests manifests) {
        var findings = new Findings();
        Kinds.check(manifests, findings);
        References.check(manifests, findings);
        NetworkWays.check(manifests, findings);
        Containers.check(manifests, findings);
        Availability.check(manifests, findings);
        EnvironmentOfContainers.check(manifests, findings);
        return findings.found;
    }
}
