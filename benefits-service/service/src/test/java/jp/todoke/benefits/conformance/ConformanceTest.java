package jp.todoke.benefits.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import jp.todoke.conformance.connection.SystemUnderTest;
import jp.todoke.conformance.connection.Token;
import jp.todoke.conformance.profile.Finding;
import jp.todoke.conformance.profile.Outcome;
import jp.todoke.conformance.profile.RunResult;
import jp.todoke.conformance.profile.Runner;
import jp.todoke.conformance.vectors.Vector;
import jp.todoke.conformance.vectors.VectorSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vendors' suite passes our engine, and finds each mistake of {@code variants.yaml} by the rows named for it. */
class ConformanceTest {
    private static final String TOKEN = "conformance-test";
    private static final List<Vector> VECTORS = VectorSet.packed().vectors();
    private static final int ONE_OF = 12;
    @TempDir
    Path directory;

    @Test
    void theEnginePassesEveryVectorAndEveryProbe() throws Exception {
        RunResult result = run(null, VECTORS);

        assertThat(result.findings().stream().filter(finding -> finding.outcome() != Outcome.PASSED)
                .map(finding -> finding.subject() + " " + finding.requirement() + " " + finding.mismatches() + finding.note())).isEmpty();
        assertThat(VECTORS).hasSizeGreaterThanOrEqualTo(300);
    }

    static List<Variant> variants() {
        return Variant.all();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void aMistakeFailsTheRowsNamedForIt(Variant variant) throws Exception {
        List<Vector> vectors = sample(variant.rows());
        RunResult result = run(variant, vectors);

        Set<String> failed = new TreeSet<>();
        result.cases().stream().filter(one -> one.outcome() == Outcome.FAILED).forEach(one -> failed.add(one.vector().id()));
        assertThat(result.findings().stream().filter(finding -> finding.outcome() == Outcome.NOT_RUN).map(Finding::note)).isEmpty();
        assertThat(failed).as(variant.mistake()).containsAll(variant.rows());
        assertThat(failed).as("a mistake of one rule breaks some cases, not the engine").hasSizeLessThan(vectors.size() / 2);
        assertThat(result.cases()).as("a mistake, not a crash").noneMatch(one -> one.evidence().contains("\"UNEXPECTED\""));
    }

    /** The rows and a part of all others, which tell a mistake from an engine that does nothing right. */
    private static List<Vector> sample(List<String> rows) {
        return IntStream.range(0, VECTORS.size()).filter(i -> i % ONE_OF == 0 || rows.contains(VECTORS.get(i).id())).mapToObj(VECTORS::get)
                .toList();
    }

    @Test
    void atLeastTenMistakesAreTold() {
        assertThat(variants()).hasSizeGreaterThanOrEqualTo(10).allSatisfy(variant -> assertThat(variant.rows()).isNotEmpty());
    }

    private RunResult run(@Nullable Variant variant, List<Vector> vectors) throws Exception {
        Path token = Files.writeString(directory.resolve("token"), TOKEN);
        Path classes = Files.createDirectory(directory.resolve("altered"));
        try (AlteredLaw law = AlteredLaw.of(variant, classes);
                SimulationsServer server = law.serve(TOKEN);
                var system = new SystemUnderTest(server.url(), Token.in(token), Duration.ofSeconds(30))) {
            return new Runner(system, 2).run(vectors, _ -> {
            });
        }
    }
}
