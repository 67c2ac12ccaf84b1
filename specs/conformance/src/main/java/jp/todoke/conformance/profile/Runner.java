package jp.todoke.conformance.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import jp.todoke.conformance.connection.SystemUnderTest;
import jp.todoke.conformance.vectors.Vector;

/** Sends the vectors, several at a time, and then the probes; gives up on a system that has stopped to answer. */
public final class Runner {
    private static final int GIVES_UP_AFTER = 5;
    private final SystemUnderTest system;
    private final int parallel;
    private final SimulationsProfile profile = new SimulationsProfile();
    private final AtomicInteger unansweredInARow = new AtomicInteger();

    public Runner(SystemUnderTest system, int parallel) {
        this.system = system;
        this.parallel = parallel;
    }

    /** @param finished told of each vector as it is judged, by several threads */
    public RunResult run(List<Vector> vectors, Consumer<CaseResult> finished) {
        List<CaseResult> cases = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(parallel)) {
            List<Future<CaseResult>> waiting = vectors.stream().map(vector -> threads.submit(() -> {
                CaseResult result = judge(vector);
                finished.accept(result);
                return result;
            })).toList();
            for (Future<CaseResult> one : waiting) {
                cases.add(one.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return new RunResult(cases, hasGivenUp() ? List.of() : new Probes(system, cases).run());
    }

    private boolean hasGivenUp() {
        return unansweredInARow.get() >= GIVES_UP_AFTER;
    }

    private CaseResult judge(Vector vector) {
        if (hasGivenUp()) {
            return SimulationsProfile.notRun(vector, "not sent: the system stopped to answer");
        }
        CaseResult result = profile.judge(vector, system);
        if (result.essence() == null) {
            unansweredInARow.incrementAndGet();
        } else {
            unansweredInARow.set(0);
        }
        return result;
    }
}
