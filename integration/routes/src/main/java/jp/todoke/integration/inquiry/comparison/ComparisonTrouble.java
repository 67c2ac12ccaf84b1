package jp.todoke.integration.inquiry.comparison;

/** The list could not be read to its end, and will be asked for again from its beginning. Carries the kind of the trouble, no text of the peer. */
final class ComparisonTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ComparisonTrouble(String trouble) {
        super(trouble, null, false, false);
    }

    /** The kind of any failure, for the row. */
    static String of(Throwable cause) {
        return cause instanceof ComparisonTrouble known && known.getMessage() != null
                ? known.getMessage()
                : cause.getClass().getSimpleName();
    }
}
