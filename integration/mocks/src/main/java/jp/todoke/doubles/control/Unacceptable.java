package jp.todoke.doubles.control;

/** A wish that cannot be fulfilled: where in the body, and why. */
final class Unacceptable extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final String pointer;

    Unacceptable(String pointer, String message) {
        super(message, null, false, false);
        this.pointer = pointer;
    }

    String pointer() {
        return pointer;
    }
}
