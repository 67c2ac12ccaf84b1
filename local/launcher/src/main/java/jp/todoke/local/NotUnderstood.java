package jp.todoke.local;

/** A command line that says nothing that we know; the launcher adds what the command understands. */
public final class NotUnderstood extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotUnderstood(String message) {
        super(message);
    }
}
