package jp.todoke.local.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jp.todoke.local.RunningSystem;
import jp.todoke.local.bench.Questions.Kind;
import jp.todoke.local.bench.Questions.Subject;

/**
 * All that one applicant's case asks, at once, held against the slowest of the same questions when each is asked alone. The doubles take their time
 * for each call, so that questions which waited for one another would show.
 */
public final class InquirySetBench {
    private static final List<Kind> KINDS = List.of(new Kind("IDENTITY", ""), new Kind("ACCOUNT", ""), new Kind("FAMILY_REGISTER", ""),
            new Kind("PENSION", ""), new Kind("TAX", ",\"providerMunicipality\":\"139980\",\"year\":2026"),
            new Kind("TAX", ",\"providerMunicipality\":\"139998\",\"year\":2026"));
    private static final int ROUNDS = 12;
    /** Not measured: what the compilers have not seen a thousand times costs several times as much. */
    private static final int WARM_UPS = 6;
    private static final int SUBJECTS = 30;
    private static final int SENDERS = 8;
    private static final Duration LOOK = Duration.ofMillis(20);
    private final String municipality;
    private final PrintStream figures;

    public InquirySetBench(String municipality, PrintStream figures) {
        this.municipality = municipality;
        this.figures = figures;
    }

    public int run(RunningSystem system) {
        try (var questions = new Questions(system, municipality)) {
            List<Subject> all = questions.subjects().stream().limit(SUBJECTS).toList();
            for (int i = 0; i < WARM_UPS; i++) {
                everything(questions, all);
            }
            List<Subject> subjects = all.stream().limit(ROUNDS).toList();
            List<Long> sets = new ArrayList<>();
            List<Long> slowest = new ArrayList<>();
            for (Subject subject : subjects) {
                long alone = 0;
                for (Kind kind : KINDS) {
                    alone = Math.max(alone, millis(questions, subject, List.of(kind)));
                }
                slowest.add(alone);
                sets.add(millis(questions, subject, KINDS));
            }
            long set = median(sets);
            long one = median(slowest);
            figures.println("inquiries.set_ms: " + set);
            figures.println("inquiries.slowest_ms: " + one);
            figures.println("inquiries.difference_ms: " + (set - one));
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static void everything(Questions questions, List<Subject> subjects) throws InterruptedException {
        try (ExecutorService messages = Executors.newFixedThreadPool(SENDERS)) {
            subjects.forEach(subject -> KINDS.forEach(kind -> messages.execute(() -> questions.ask(subject, kind))));
        }
        questions.awaitAnswers(LOOK);
    }

    /** From the first question to the last answer. */
    private static long millis(Questions questions, Subject subject, List<Kind> kinds) throws InterruptedException {
        questions.change("update linkage.inquiry set case_number = 'DONE' where case_number = '" + Questions.CASE + "'");
        try (ExecutorService messages = Executors.newVirtualThreadPerTaskExecutor()) {
            kinds.forEach(kind -> messages.execute(() -> questions.ask(subject, kind)));
        }
        if (questions.number("select count(*) from linkage.inquiry where case_number = '" + Questions.CASE + "'") != kinds.size()) {
            throw new IllegalStateException("not every question was taken");
        }
        questions.awaitAnswers(LOOK);
        return questions.number("select round(1000 * extract(epoch from max(answered_at) - min(requested_at))) from linkage.inquiry"
                + " where case_number = '" + Questions.CASE + "'");
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0L);
    }
}
