package jp.todoke.conformance.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import jp.todoke.conformance.Conformance;
import jp.todoke.conformance.vectors.MalformedVectorsException;

/** The commands. */
public final class CommandLine {
    private static final String USAGE = """
            Usage: java -jar conformance-<version>-boot.jar <command>
              run --profile simulations --base-url URL --token-file FILE   judge the system at URL
                  [--vectors DIR]      own vectors (*.ndjson) instead of those that come with the suite
                  [--report DIR]       where the reports go (conformance-report)
                  [--only PATTERN]     ids of vectors or requirements, for example SV-CA-* or TDK-SIM-CR-PENSION-*,SV-IN-*
                  [--parallel N]       requests at a time, 1 to 64 (4)
              list [--vectors DIR] [--only PATTERN]                        show the vectors and check their form
              --help
            Exit status: 0 passed, 1 failed, 2 incomplete (the system did not answer), 64 usage, 65 malformed vectors.
            The suite only sends fictional cases and stores nothing; still, use it on a test system.""";
    private final PrintStream out;
    private final PrintStream errors;
    private final boolean terminal;
    private final Clock clock;

    public CommandLine(PrintStream out, PrintStream errors, boolean terminal, Clock clock) {
        this.out = out;
        this.errors = errors;
        this.terminal = terminal;
        this.clock = clock;
    }

    /** @return the exit status */
    public int run(List<String> words) {
        try {
            List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
            return switch (words.isEmpty() ? "" : words.getFirst()) {
                case "run" -> new RunCommand(out, terminal, clock, suiteVersion()).run(rest);
                case "list" -> new ListCommand(out).run(rest);
                case "help", "--help", "-h" -> {
                    out.println(USAGE);
                    yield ExitStatus.PASSED;
                }
                case "" -> throw new UsageException("a command is needed");
                case String other -> throw new UsageException("unknown command: " + other);
            };
        } catch (UsageException e) {
            errors.println(e.getMessage() + "\n\n" + USAGE);
            return ExitStatus.USAGE;
        } catch (MalformedVectorsException e) {
            errors.println(e.getMessage());
            return ExitStatus.MALFORMED_VECTORS;
        } catch (IOException | UncheckedIOException e) {
            errors.println(e.getMessage());
            return ExitStatus.INCOMPLETE;
        }
    }

    private static String suiteVersion() {
        var properties = new Properties();
        try (InputStream in = Conformance.class.getResourceAsStream("suite.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "unknown");
    }
}
