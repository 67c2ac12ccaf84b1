package jp.todoke.telemetry;

import java.io.IOException;
import org.springframework.boot.logging.StackTracePrinter;
import org.springframework.boot.logging.StandardStackTracePrinter;

/** Classes and frames of an exception and of its causes, and none of its words: they may quote a request or a row. */
public final class WordlessStackTrace implements StackTracePrinter {
    private static final int LONGEST = 8_192;
    private final StackTracePrinter printer = StandardStackTracePrinter.rootFirst().withMaximumLength(LONGEST)
            .withFormatter(thrown -> thrown.getClass().getName());

    @Override
    public void printStackTrace(Throwable thrown, Appendable output) throws IOException {
        printer.printStackTrace(thrown, output);
    }
}
