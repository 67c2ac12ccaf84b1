package jp.todoke.local.commands;

import java.nio.file.Path;
import java.util.Map;
import jp.todoke.local.LocalSystem;
import jp.todoke.local.NotUnderstood;
import jp.todoke.local.Options;
import jp.todoke.local.bench.AnswerSink;
import jp.todoke.local.bench.ChainBench;
import jp.todoke.local.bench.InquiriesBench;
import jp.todoke.local.bench.InquirySetBench;
import jp.todoke.local.bench.LawBench;
import jp.todoke.local.bench.RoundBench;
import jp.todoke.local.bench.SimulationsBench;

/** Measures; figures go to standard output as {@code name: value} lines, everything else to standard error. */
public final class BenchCommand {
    /** Of a round, unless the command says otherwise. */
    public static final int PERSONS = 100_000;
    private final Path root;

    public BenchCommand(Path root) {
        this.root = root;
    }

    public int run(String what) {
        return switch (what) {
            case "start" -> new StartBench(root).run();
            case "chain" -> chain();
            case "simulations" -> simulations();
            case "law" -> new LawBench(root).run();
            default -> throw new NotUnderstood("bench knows start, chain, law, round, simulations and inquiries");
        };
    }

    private static Map<String, String> toldTo(AnswerSink sink) {
        return Map.of("todoke.benefits.url", sink.url().toString());
    }

    /** First the load against doubles that answer at once, then one applicant's set against doubles that take their time. */
    public int inquiries(InquiriesBench.Load load) {
        try (AnswerSink sink = AnswerSink.open()) {
            int status;
            try (LocalSystem system = FreshInstance.start(root,
                    options -> options.withLatency("zero").forLoad(Options.Load.SAMPLE).withInquiries(toldTo(sink)),
                    System.err::println)) {
                status = new InquiriesBench(load, System.out).run(system, sink);
            }
            try (LocalSystem system = FreshInstance.start(root,
                    options -> options.withLatency("slow").forLoad(Options.Load.SAMPLE).withInquiries(toldTo(sink)),
                    System.err::println)) {
                return Math.max(status, new InquirySetBench(load.municipality(), System.out).run(system));
            }
        }
    }

    private int chain() {
        try (LocalSystem system = FreshInstance.start(root, "zero", System.err::println)) {
            return new ChainBench().run(system);
        }
    }

    private int simulations() {
        try (LocalSystem system = FreshInstance.start(root, options -> options.forLoad(Options.Load.SAMPLE), System.err::println)) {
            return new SimulationsBench().run(system);
        }
    }

    public int round(int persons) {
        try (LocalSystem system = FreshInstance.start(root, options -> options.forLoad(Options.Load.ANYBODY).withLatency("zero"),
                System.err::println)) {
            return new RoundBench(persons).run(system);
        }
    }

    static void figure(String name, String value) {
        System.out.println(name + ": " + value);
    }
}
