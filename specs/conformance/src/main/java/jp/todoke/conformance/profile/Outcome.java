package jp.todoke.conformance.profile;

/** How a check ended; in order of gravity. A run with NOT_RUN proves nothing about what was not run. */
public enum Outcome {
    PASSED,
    WARNING,
    NOT_RUN,
    FAILED;

    public Outcome orWorse(Outcome other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
