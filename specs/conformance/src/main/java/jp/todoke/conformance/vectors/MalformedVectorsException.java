package jp.todoke.conformance.vectors;

import java.util.List;

/** Vector files cannot be used; every bad place is named as {@code file:line: what is wrong}. */
public final class MalformedVectorsException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 50;

    public MalformedVectorsException(List<String> problems) {
        super(problems.size() <= SHOWN
                ? String.join("\n", problems)
                : String.join("\n", problems.subList(0, SHOWN)) + "\n… and " + (problems.size() - SHOWN) + " more");
    }
}
