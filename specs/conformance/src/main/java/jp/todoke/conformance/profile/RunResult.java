package jp.todoke.conformance.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All that a run found. */
public record RunResult(List<CaseResult> cases, List<Finding> probes) {

    public List<Finding> findings() {
        return Stream.concat(cases.stream().flatMap(c -> c.findings().stream()), probes.stream()).toList();
    }

    public Outcome outcome() {
        return findings().stream().map(Finding::outcome).reduce(Outcome.PASSED, Outcome::orWorse);
    }

    public boolean incomplete() {
        return findings().stream().anyMatch(f -> f.outcome() == Outcome.NOT_RUN);
    }

    /** Vectors and probes with this outcome. */
    public long count(Outcome outcome) {
        return cases.stream().filter(c -> c.outcome() == outcome).count() + probes.stream().filter(p -> p.outcome() == outcome).count();
    }

    /** Findings grouped by requirement, in the order of the ids. */
    public List<String> requirements() {
        return new ArrayList<>(findings().stream().map(Finding::requirement).distinct().sorted().toList());
    }
}
