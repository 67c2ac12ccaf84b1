package jp.todoke.conformance.cli;

import java.io.PrintStream;
import java.util.function.Consumer;
import jp.todoke.conformance.profile.CaseResult;
import jp.todoke.conformance.profile.Outcome;

/** A bar on a terminal; in a log, a line for each tenth of the way. */
final class ConsoleProgress implements Consumer<CaseResult> {
    private static final int WIDTH = 40;
    private static final int TENTHS = 10;
    private final PrintStream out;
    private final int total;
    private final boolean terminal;
    private int done;
    private int failed;

    ConsoleProgress(PrintStream out, int total, boolean terminal) {
        this.out = out;
        this.total = total;
        this.terminal = terminal;
    }

    @Override
    public synchronized void accept(CaseResult result) {
        done++;
        if (result.outcome() == Outcome.FAILED) {
            failed++;
        }
        if (terminal) {
            int filled = done * WIDTH / total;
            out.print("\r[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + done + "/" + total + "  failed " + failed
                    + (done == total ? "\n" : ""));
            out.flush();
        } else if (done * TENTHS / total > (done - 1) * TENTHS / total) {
            out.println(done + "/" + total + ", failed " + failed);
        }
    }
}
