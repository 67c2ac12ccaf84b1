package jp.todoke.conformance.cli;

/** The command line cannot be understood or names something that is not there. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
