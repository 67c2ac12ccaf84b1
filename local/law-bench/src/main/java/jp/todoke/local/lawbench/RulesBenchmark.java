package jp.todoke.local.lawbench;

import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.todoke.benefits.law.Tracing;
import jp.todoke.benefits.programmes.childallowance.ChildAllowance;
import jp.todoke.benefits.programmes.childallowance.ChildAllowanceFacts;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** One thread; the households are those of {@link Households}, both programmes in equal parts. */
@State(Scope.Benchmark)
@Fork(3)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RulesBenchmark {
    private static final YearMonth YEAR_FROM = YearMonth.of(2025, 12);
    private static final YearMonth TO = YearMonth.of(2026, 11);

    private final ChildAllowance childAllowance = ChildAllowance.load();
    private final List<ChildAllowanceFacts> allowanceFamilies = Households.ofChildAllowance();

    /** Twelve months of each household. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    @OperationsPerInvocation(Households.COUNT)
    public void households12MonthsPerSecond(Blackhole sink) {
        for (ChildAllowanceFacts family : allowanceFamilies) {
            sink.consume(childAllowance.decide(family, YEAR_FROM, TO, Tracing.OFF));
        }
    }
}
