package jp.todoke.local.demo;

import java.io.PrintStream;
import jp.todoke.local.ReachableSystem;
import jp.todoke.local.RunningSystem;
import jp.todoke.local.sample.Sample;

/** The main job, told as a caseworker's manager wants to read it and compared with what the Acts give, worked out by hand. */
public final class Demo implements DemoRun {
    private final PrintStream out;

    public Demo() {
        this(System.out);
    }

    public Demo(PrintStream out) {
        this.out = out;
    }

    @Override
    public int run(RunningSystem system) {
        return runOn(system);
    }

    /** Whether no case is there that a run would take for its own. */
    public static boolean isEmpty(ReachableSystem system) {
        return Desk.of(system, "caseworker").cases().listCases(null, null, null, 1).getItems().isEmpty();
    }

    public int runOn(ReachableSystem system) {
        long begun = System.nanoTime();
        JobResult result = new MainJob(out, Desk.DIRECT).run(system);
        report(result);
        long seconds = (System.nanoTime() - begun) / 1_000_000_000;
        out.println("所要時間 " + seconds + "秒");
        return result.problems().isEmpty() ? 0 : 1;
    }

    private void report(JobResult result) {
        result.days().forEach((part, day) -> {
            Report report = new Report(out, part, result.outcomes(part));
            report.table();
            report.totals(day);
            report.needsPerson();
        });
        out.println();
        out.println("通知書       " + result.notices());
        result.days().forEach((part, day) -> {
            out.println("全銀ファイル " + part.title() + " " + day.bankFile());
            out.println(
                    "予定した結果 " + part.title() + " local/sample/src/main/resources/sample/" + Sample.TODOKENO + "/" + part.expectedFile());
        });
        out.println();
        result.days().forEach((part, _) -> new Report(out, part, result.outcomes(part)).differences(result.differences(part)));
        result.problems().forEach(problem -> out.println("! " + problem));
    }
}
