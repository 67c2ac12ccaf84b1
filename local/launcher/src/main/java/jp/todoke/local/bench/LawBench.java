package jp.todoke.local.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rules alone, measured by JMH in JVMs of their own on one thread: no HTTP, no database. */
public final class LawBench {
    private static final String ONE_YEAR = "householdMonthsPerSecondAsking12";
    private static final int MONTHS = 12;
    private final Path root;

    public LawBench(Path root) {
        this.root = root;
    }

    /** JMH's own report goes to standard error; the medians over all iterations of all forks are the figures. */
    public int run() {
        Path module = root.resolve("local/law-bench/target");
        Path results = module.resolve("results.json");
        String classPath = module.resolve("law-bench-0.1.0-SNAPSHOT.jar") + File.pathSeparator + module.resolve("lib") + File.separator
                + "*";
        try {
            Files.deleteIfExists(results);
            Process jmh = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath,
                    "org.openjdk.jmh.Main", "-foe", "true", "-rf", "json", "-rff", results.toString())
                    .redirectErrorStream(true).start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> jmh.descendants().forEach(ProcessHandle::destroy), "stop-jmh"));
            jmh.getInputStream().transferTo(System.err);
            if (jmh.waitFor() != 0 || Files.notExists(results)) {
                return 1;
            }
            JsonMapper.shared().readTree(Files.readString(results)).forEach(LawBench::figures);
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static void figures(JsonNode benchmark) {
        String name = benchmark.get("benchmark").asString();
        List<BigDecimal> scores = new ArrayList<>();
        benchmark.get("primaryMetric").get("rawData").forEach(fork -> fork.forEach(score -> scores.add(score.decimalValue())));
        Collections.sort(scores);
        String method = name.substring(name.lastIndexOf('.') + 1);
        String figure = "law." + method.replaceAll("([A-Z]|(?<=[a-z])[0-9])", "_$1").toLowerCase(Locale.ROOT);
        BigDecimal median = scores.get(scores.size() / 2);
        print(figure, median);
        print(figure + ".min", scores.getFirst());
        print(figure + ".max", scores.getLast());
        if (method.equals(ONE_YEAR)) {
            print("law.households_per_second_asking_12", median.divide(BigDecimal.valueOf(MONTHS), RoundingMode.DOWN));
        }
    }

    private static void print(String figure, BigDecimal value) {
        System.out.println(figure + ": " + shown(value));
    }

    private static String shown(BigDecimal score) {
        return score.setScale(score.compareTo(BigDecimal.valueOf(1000)) < 0 ? 3 : 0, RoundingMode.HALF_UP).toPlainString();
    }
}
