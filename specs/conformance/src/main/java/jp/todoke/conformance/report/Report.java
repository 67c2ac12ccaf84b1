package jp.todoke.conformance.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.Map;
import jp.todoke.conformance.profile.CaseResult;
import jp.todoke.conformance.profile.Finding;
import jp.todoke.conformance.profile.Outcome;
import jp.todoke.conformance.profile.RunResult;
import jp.todoke.conformance.requirements.Requirement;
import jp.todoke.conformance.requirements.RequirementRegistry;
import org.jspecify.annotations.Nullable;

/** One run as its readers need it. */
public final class Report {
    public static final String JSON = "conformance.json";
    public static final String HTML = "conformance.html";
    public static final String JUNIT = "TEST-conformance.xml";
    private final RunInfo info;
    private final RunResult result;
    private final RequirementRegistry registry;
    private final Map<String, CaseResult> cases;

    public Report(RunInfo info, RunResult result, RequirementRegistry registry) {
        this.info = info;
        this.result = result;
        this.registry = registry;
        this.cases = result.cases().stream().collect(Collectors.toMap(c -> c.vector().id(), Function.identity()));
    }

    /** Writes the three forms side by side. */
    public void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(JSON), JsonReport.of(this), StandardCharsets.UTF_8);
        Files.writeString(directory.resolve(HTML), HtmlReport.of(this), StandardCharsets.UTF_8);
        Files.writeString(directory.resolve(JUNIT), JUnitReport.of(this), StandardCharsets.UTF_8);
    }

    RunInfo info() {
        return info;
    }

    RunResult result() {
        return result;
    }

    List<Section> sections() {
        Map<String, List<Finding>> byRequirement = result.findings().stream().collect(Collectors.groupingBy(Finding::requirement));
        return result.requirements().stream().map(id -> new Section(registry.named(id), byRequirement.getOrDefault(id, List.of())))
                .toList();
    }

    /** The case of a finding about a vector; null when the finding is a probe's. */
    @Nullable
    CaseResult caseOf(Finding finding) {
        return cases.get(finding.subject());
    }

    /** One requirement with all that was found about it. */
    record Section(Requirement requirement, List<Finding> findings) {

        Outcome outcome() {
            return findings.stream().map(Finding::outcome).reduce(Outcome.PASSED, Outcome::orWorse);
        }

        long count(Outcome outcome) {
            return findings.stream().filter(f -> f.outcome() == outcome).count();
        }

        List<Finding> notPassed() {
            return findings.stream().filter(f -> f.outcome() != Outcome.PASSED).toList();
        }
    }
}
