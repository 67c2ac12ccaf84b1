package jp.todoke.conformance.cli;

/** What the program tells whoever called it. */
public final class ExitStatus {
    public static final int PASSED = 0;
    public static final int FAILED = 1;
    /** Part of the run was not possible, and what was possible did not fail. */
    public static final int INCOMPLETE = 2;
    /** As sysexits.h: the command line. */
    public static final int USAGE = 64;
    /** As sysexits.h: the vector files. */
    public static final int MALFORMED_VECTORS = 65;

    private ExitStatus() {}
}
