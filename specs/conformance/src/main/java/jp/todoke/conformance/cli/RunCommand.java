package jp.todoke.conformance.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import jp.todoke.conformance.connection.SystemUnderTest;
import jp.todoke.conformance.connection.Token;
import jp.todoke.conformance.profile.CaseResult;
import jp.todoke.conformance.profile.Finding;
import jp.todoke.conformance.profile.Outcome;
import jp.todoke.conformance.profile.RunResult;
import jp.todoke.conformance.profile.Runner;
import jp.todoke.conformance.profile.SimulationsProfile;
import jp.todoke.conformance.report.Report;
import jp.todoke.conformance.report.RunInfo;
import jp.todoke.conformance.requirements.RequirementRegistry;
import jp.todoke.conformance.vectors.Vector;
import jp.todoke.conformance.vectors.VectorSet;

/** Judges a system by the vectors, says so on the console and writes the reports. */
final class RunCommand {
    static final Set<String> OPTIONS = Set.of("--profile", "--base-url", "--token-file", "--vectors", "--report", "--only", "--parallel");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PARALLEL = 4;
    private static final int MOST_PARALLEL = 64;
    private static final int LINES = 20;
    private final PrintStream out;
    private final boolean terminal;
    private final Clock clock;
    private final String suiteVersion;

    RunCommand(PrintStream out, boolean terminal, Clock clock, String suiteVersion) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
        this.suiteVersion = suiteVersion;
    }

    int run(List<String> words) throws IOException {
        var arguments = new Arguments(words, OPTIONS);
        String profile = arguments.text("--profile", SimulationsProfile.NAME);
        if (!profile.equals(SimulationsProfile.NAME)) {
            throw new UsageException("--profile knows " + SimulationsProfile.NAME);
        }
        URI base = arguments.address("--base-url");
        Token token = token(arguments.existing("--token-file"));
        Path directory = arguments.path("--report", Path.of("conformance-report"));
        int parallel = arguments.number("--parallel", 1, MOST_PARALLEL, PARALLEL);
        VectorSet vectors = arguments.has("--vectors") ? VectorSet.in(arguments.existing("--vectors")) : VectorSet.packed();
        List<Vector> selected = selected(vectors, arguments.pattern("--only"));

        out.println(
                "Todoke conformance suite " + suiteVersion + ", profile " + profile + ": " + selected.size() + " vectors against " + base);
        Instant begun = clock.instant();
        RunResult result;
        try (var system = new SystemUnderTest(base, token, PATIENCE)) {
            result = new Runner(system, parallel).run(selected, new ConsoleProgress(out, selected.size(), terminal));
        }
        var info = new RunInfo(suiteVersion, profile, base, vectors.digest(), arguments.text("--only", ""), begun,
                Duration.between(begun, clock.instant()));
        new Report(info, result, RequirementRegistry.packed()).write(directory);
        summary(result);
        out.println("Reports: " + directory.resolve(Report.HTML) + ", " + Report.JSON + ", " + Report.JUNIT);
        return status(result);
    }

    private static Token token(Path file) {
        try {
            return Token.in(file);
        } catch (IOException e) {
            throw new UsageException("--token-file: " + e.getMessage());
        }
    }

    private static List<Vector> selected(VectorSet vectors, Pattern only) {
        List<Vector> selected = vectors.vectors().stream()
                .filter(v -> only.matcher(v.id()).matches() || only.matcher(v.requirement()).matches()).toList();
        if (selected.isEmpty()) {
            throw new UsageException("no vector is selected; list shows them");
        }
        return selected;
    }

    private void summary(RunResult result) {
        List<Finding> notPassed = result.findings().stream().filter(f -> f.outcome() != Outcome.PASSED).toList();
        notPassed.stream().limit(LINES).forEach(f -> {
            out.println(f.outcome() + " " + f.subject() + " " + f.requirement() + title(result, f));
            f.mismatches().stream().limit(2).forEach(mismatch -> out.println("    " + mismatch));
            if (!f.note().isEmpty()) {
                out.println("    " + f.note());
            }
        });
        if (notPassed.size() > LINES) {
            out.println("… and " + (notPassed.size() - LINES) + " more in the report");
        }
        for (Outcome outcome : Outcome.values()) {
            out.println("conformance." + outcome.name().toLowerCase(Locale.ROOT) + ": " + result.count(outcome));
        }
        out.println("conformance.requirements: " + result.requirements().size());
        if (result.incomplete()) {
            out.println("The run is incomplete: it proves no conformance.");
        }
    }

    private static String title(RunResult result, Finding finding) {
        return result.cases().stream().map(CaseResult::vector).filter(v -> v.id().equals(finding.subject())).findFirst()
                .map(v -> " " + v.title()).orElse("");
    }

    private static int status(RunResult result) {
        return switch (result.outcome()) {
            case FAILED -> ExitStatus.FAILED;
            case NOT_RUN -> ExitStatus.INCOMPLETE;
            case PASSED, WARNING -> ExitStatus.PASSED;
        };
    }
}
