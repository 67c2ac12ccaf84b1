package jp.todoke.local.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.todoke.client.benefits.model.CaseState;
import jp.todoke.client.benefits.model.CaseSummary;
import jp.todoke.local.RunningSystem;
import jp.todoke.local.demo.CaseWork;
import jp.todoke.local.demo.Demo;
import jp.todoke.local.demo.DemoRun;
import jp.todoke.local.demo.Desk;
import jp.todoke.local.demo.Patience;
import jp.todoke.local.demo.Submission;
import jp.todoke.local.sample.ApplicationForm;
import jp.todoke.local.sample.Sample;

/**
 * The main job as a whole, then one application after the other from the POST of its package to its proposal. With doubles that answer at
 * once, what is measured is our own way: intake, both channels, the three inquiries of a couple, confirmation, the rules.
 */
public final class ChainBench implements DemoRun {
    private static final int WARM_UP = 5;
    private static final int MEASURED = 20;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(30), Duration.ofMillis(5));
    private final PrintStream figures;

    public ChainBench() {
        this(System.out);
    }

    ChainBench(PrintStream figures) {
        this.figures = figures;
    }

    @Override
    public int run(RunningSystem system) {
        long begun = System.nanoTime();
        int status = new Demo(System.err).run(system);
        figure("chain.demo_ms", (System.nanoTime() - begun) / NANOS_PER_MILLI);
        var work = new CaseWork(Desk.of(system, "caseworker"), Desk.of(system, "approver"), "bench-" + UUID.randomUUID());
        List<ApplicationForm> forms = Sample.furtherApplications().subList(0, WARM_UP + MEASURED);
        Desk caseworker = Desk.of(system, "caseworker");
        forms.subList(0, WARM_UP).forEach(form -> chain(caseworker, work, form));
        List<Long> millis = new ArrayList<>(
                forms.subList(WARM_UP, forms.size()).stream().map(form -> chain(caseworker, work, form)).toList());
        Collections.sort(millis);
        figure("chain.applications", millis.size());
        figure("chain.median_ms", (millis.get(MEASURED / 2 - 1) + millis.get(MEASURED / 2)) / 2);
        figure("chain.p90_ms", millis.get(MEASURED * 9 / 10 - 1));
        figure("chain.max_ms", millis.getLast());
        return status;
    }

    /** From the POST of the package to the proposal; each must end there. */
    private static long chain(Desk caseworker, CaseWork work, ApplicationForm form) {
        long begun = System.nanoTime();
        Submission submission = Submission.post(caseworker, form, "bench-package-" + form.no());
        if (!submission.accepted()) {
            throw new IllegalStateException("application " + form.no() + " was refused at the door");
        }
        CaseSummary answered = PATIENCE.await("the answers for application " + form.no(), () -> answered(work, form));
        CaseWork.Tagged proposed = work.propose(work.confirm(work.read(answered.getCaseId())));
        long millis = (System.nanoTime() - begun) / NANOS_PER_MILLI;
        if (proposed.view().getState() != CaseState.PROPOSED) {
            throw new IllegalStateException("application " + form.no() + " ended as " + proposed.view().getState());
        }
        return millis;
    }

    private static Optional<CaseSummary> answered(CaseWork work, ApplicationForm form) {
        return work.of(form.uketsukeBango()).filter(one -> one.getState() != CaseState.INQUIRING);
    }

    private void figure(String name, long value) {
        figures.println(name + ": " + value);
    }
}
