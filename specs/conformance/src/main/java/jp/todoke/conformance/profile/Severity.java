package jp.todoke.conformance.profile;

/** How grave a mismatch is: decided by the profile, never by the condition. */
enum Severity {
    FAILURE(Outcome.FAILED),
    WARNING(Outcome.WARNING);

    private final Outcome outcome;

    Severity(Outcome outcome) {
        this.outcome = outcome;
    }

    Outcome outcome() {
        return outcome;
    }
}
