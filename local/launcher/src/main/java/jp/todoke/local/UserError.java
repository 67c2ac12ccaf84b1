package jp.todoke.local;

/** Something that the person at the console can put right; the message says what and how, without a stack trace. */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UserError(String message) {
        super(message);
    }
}
