package jp.todoke.conformance;

import java.io.Console;
import java.time.Clock;
import java.util.List;
import jp.todoke.conformance.cli.CommandLine;

/** The program that a vendor runs. */
public final class Conformance {
    private Conformance() {}

    /** Ends the process with the run's exit status. */
    public static void main(String[] arguments) {
        Console console = System.console();
        boolean terminal = console != null && console.isTerminal();
        System.exit(new CommandLine(System.out, System.err, terminal, Clock.systemUTC()).run(List.of(arguments)));
    }
}
