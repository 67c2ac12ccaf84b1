package jp.todoke.local.lawbench;

import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.todoke.benefits.law.Tracing;
import jp.todoke.benefits.programmes.childallowance.ChildAllowance;
import jp.todoke.benefits.programmes.childallowance.ChildAllowanceFacts;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowance;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowanceFacts;
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

/**
 * One thread. The households are those of {@link Households}, both programmes in equal parts; each invocation asks about all of them, so that no
 * branch is learnt by heart from one. A household-month is one month of one programme.
 */
@State(Scope.Benchmark)
@Fork(3)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 2)
public class RulesBenchmark {
    private static final YearMonth YEAR_FROM = YearMonth.of(2025, 12);
    private static final YearMonth DECADE_FROM = YearMonth.of(2016, 12);
    private static final YearMonth TO = YearMonth.of(2026, 11);
    private static final int YEAR = 12;
    private static final int DECADE = 120;

    private final ChildAllowance childAllowance = ChildAllowance.load();
    private final ChildRearingAllowance childRearing = ChildRearingAllowance.load();
    private final List<ChildAllowanceFacts> allowanceFamilies = Households.ofChildAllowance();
    private final List<ChildRearingAllowanceFacts> rearingFamilies = Households.ofChildRearingAllowance();

    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    @OperationsPerInvocation(Households.COUNT * YEAR)
    public void householdMonthsPerSecondAsking12(Blackhole sink) {
        all(YEAR_FROM, Tracing.OFF, sink);
    }

    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    @OperationsPerInvocation(Households.COUNT * DECADE)
    public void householdMonthsPerSecondAsking120(Blackhole sink) {
        all(DECADE_FROM, Tracing.OFF, sink);
    }

    /** One household's ten years in both programmes, with every trace. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    @OperationsPerInvocation(Households.COUNT / 2)
    public void millisecondsTenYearsBothProgrammesTraced(Blackhole sink) {
        all(DECADE_FROM, Tracing.ON, sink);
    }

    private void all(YearMonth from, Tracing tracing, Blackhole sink) {
        for (ChildAllowanceFacts family : allowanceFamilies) {
            sink.consume(childAllowance.decide(family, from, TO, tracing));
        }
        for (ChildRearingAllowanceFacts family : rearingFamilies) {
            sink.consume(childRearing.decide(family, from, TO, tracing));
        }
    }
}
