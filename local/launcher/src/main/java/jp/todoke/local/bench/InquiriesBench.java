package jp.todoke.local.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import jp.todoke.local.ProcessNames;
import jp.todoke.local.RunningSystem;
import jp.todoke.local.bench.Questions.Kind;

/**
 * Inquiries that become due one after the other at a fixed rate, as rows: from the moment at which one is due to the moment at which its answer,
 * its record and the message to the case are committed. The first ones enter by messages, the others are copies of them.
 */
public final class InquiriesBench {
    private static final List<Kind> KINDS = List.of(
            new Kind("TAX", ",\"providerMunicipality\":\"139980\",\"year\":2026"), new Kind("ACCOUNT", ""), new Kind("FAMILY_REGISTER", ""),
            new Kind("PENSION", ""));
    private static final int WARM_UP_SECONDS = 45;
    private static final int GRACE_SECONDS = 20;
    /** Rows of questions, at the least. */
    private static final int WRITTEN_PER_SECOND = 1_000;
    /** Looking reads the table, on the processors that are measured. */
    private static final int LOOK_SECONDS = 5;
    private static final int BAR = 30;
    private static final String LOAD = "case_number = '" + Questions.CASE + "-LOAD'";

    /** What is asked for. */
    public record Load(int seconds, int perSecond, String municipality) {}

    private final Load load;
    private final PrintStream figures;

    public InquiriesBench(Load load, PrintStream figures) {
        this.load = load;
        this.figures = figures;
    }

    public int run(RunningSystem system, AnswerSink sink) {
        try (var questions = new Questions(system, load.municipality());
                var heap = new HeapWatch(system.pids().get(ProcessNames.INTEGRATION))) {
            questions.subjects().forEach(subject -> KINDS.forEach(kind -> questions.ask(subject, kind)));
            questions.awaitAnswers(Duration.ofMillis(200));
            due(questions, WARM_UP_SECONDS, "WARM");
            watch(questions, "warm-up", WARM_UP_SECONDS);
            questions.awaitAnswers(Duration.ofMillis(200));
            return measure(system, sink, questions, heap);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private int measure(RunningSystem system, AnswerSink sink, Questions questions, HeapWatch heap) throws InterruptedException {
        long integration = system.pids().get(ProcessNames.INTEGRATION);
        heap.lowestMegabytes();
        due(questions, load.seconds(), "LOAD");
        long toldBefore = sink.taken();
        Map<String, Long> before = cpu(system);
        memory("begin", integration, heap.lowestMegabytes());
        watch(questions, "measured", load.seconds() / 2);
        memory("middle", integration, heap.lowestMegabytes());
        watch(questions, "measured", load.seconds() - load.seconds() / 2);
        Map<String, Long> after = cpu(system);
        memory("end", integration, heap.lowestMegabytes());
        long answered = questions.number("select count(*) from linkage.inquiry where answer is not null and " + LOAD);
        long expected = toldBefore + (long) load.seconds() * load.perSecond();
        awaitRest(questions, () -> sink.taken() >= expected);
        long all = questions.number("select count(*) from linkage.inquiry where " + LOAD);
        figure("asked_per_second", load.perSecond());
        figure("answered_per_second", answered / load.seconds());
        figure("p50_ms", percentile(questions, "0.5"));
        figure("p99_ms", percentile(questions, "0.99"));
        figure("max_ms", percentile(questions, "1"));
        long lost = all - questions.number("select count(*) from linkage.inquiry where answer is not null and " + LOAD);
        long unavailable = questions.number("select count(*) from linkage.inquiry where answer = 'UNAVAILABLE' and " + LOAD);
        figure("unanswered", lost);
        figure("unavailable", unavailable);
        long unrecorded = all - questions.number("select count(*) from linkage.provision_record where " + LOAD);
        long untold = Math.max(0, expected - sink.taken());
        figure("without_record", unrecorded);
        figure("untold", untold);
        before.forEach((process, cpu) -> figures.println("inquiries." + process + "_cpu_us_each: "
                + (after.getOrDefault(process, 0L) - cpu) / Math.max(1, answered)));
        return lost + unavailable + unrecorded + untold == 0 ? 0 : 1;
    }

    private static long percentile(Questions questions, String share) {
        return questions.number("select round(1000 * percentile_cont(" + share
                + ") within group (order by extract(epoch from answered_at - requested_at))) from linkage.inquiry where " + LOAD);
    }

    /**
     * Copies of questions that were answered, due one after the other; each is of a case of its own. Ends when the first one is due: while rows
     * are being written none of them is.
     */
    private void due(Questions questions, int seconds, String part) throws InterruptedException {
        int writing = 5 + load.perSecond() * seconds / WRITTEN_PER_SECOND;
        questions
                .change("""
                        do $$
                        declare
                          columns text;
                          cells text;
                        begin
                          select string_agg(quote_ident(column_name), ', '), string_agg(case column_name
                              when 'inquiry_id' then 'uuidv7()' when 'case_id' then 'gen_random_uuid()' when 'request_id' then 'gen_random_uuid()'
                              when 'case_number' then quote_literal('%1$s-%2$s') when 'state' then quote_literal('DRAFT')
                              when 'next_attempt_at' then 'due' when 'requested_at' then 'due' when 'attempts' then '0'
                              else case when column_name in ('receipt_no', 'shori_tsuban', 'layout_dataset_no', 'layout_han_no', 'result_kind', 'answer',
                                'lease_until', 'last_trouble', 'sent_at', 'accepted_at', 'answered_at', 'correlation_id', 'traceparent')
                                then 'null' else 't.' || quote_ident(column_name) end end, ', ')
                            into columns, cells
                            from information_schema.columns
                           where table_schema = 'linkage' and table_name = 'inquiry' and is_identity = 'NO';
                          execute format('insert into linkage.inquiry (%%s) select %%s from
                            (select n, now() + interval ''%5$d seconds'' + n * interval ''1 second'' / %3$d as due from generate_series(0, %4$d - 1) n) w
                            join (select i.*, row_number() over (order by i.kind, i.atenabango) - 1 as nth, count(*) over () as many from linkage.inquiry i
                                   where i.case_number = ''%1$s'' and i.answer in (''PROVIDED'', ''NO_COPY'', ''NOT_APPLICABLE'', ''PERSON_UNKNOWN'')) t
                              on t.nth = mod(w.n, t.many) order by w.n', columns, cells);
                        end $$"""
                        .formatted(Questions.CASE, part, load.perSecond(), load.perSecond() * seconds, writing));
        questions.change("analyze linkage.inquiry");
        long left = questions.number(
                "select ceil(1000 * extract(epoch from min(requested_at) - clock_timestamp())) from linkage.inquiry where case_number = '"
                        + Questions.CASE + "-" + part + "'");
        if (left < 0) {
            throw new IllegalStateException(
                    "writing the questions took longer than expected: the first ones were due before the last were written");
        }
        Thread.sleep(Duration.ofMillis(left));
    }

    private void awaitRest(Questions questions, BooleanSupplier told) throws InterruptedException {
        for (int i = 0; i < GRACE_SECONDS && (open(questions) > 0 || !told.getAsBoolean()); i++) {
            Thread.sleep(Duration.ofSeconds(1));
        }
    }

    private static long open(Questions questions) {
        return questions.number("select count(*) from linkage.inquiry where next_attempt_at is not null and requested_at < now()");
    }

    private static void watch(Questions questions, String what, int seconds) throws InterruptedException {
        for (int i = 1; i <= seconds; i++) {
            Thread.sleep(Duration.ofSeconds(1));
            if (i % LOOK_SECONDS != 0 && i < seconds) {
                continue;
            }
            int done = BAR * i / seconds;
            System.err.printf("\r  %s [%s%s] %d s, %d waiting    ", what, "#".repeat(done), ".".repeat(BAR - done), i, open(questions));
        }
        System.err.println();
    }

    private void memory(String when, long pid, long heapMegabytes) {
        figure("integration_heap_" + when + "_mb", heapMegabytes);
        figure("integration_rss_" + when + "_mb", Usage.residentMegabytes(pid));
    }

    /** Microseconds of processor time by process; a database is its whole family. */
    private static Map<String, Long> cpu(RunningSystem system) {
        Map<String, Long> used = new LinkedHashMap<>();
        system.pids().forEach((process, pid) -> {
            List<Long> family = process.equals(ProcessNames.POSTGRES)
                    ? Stream.concat(Stream.of(pid),
                            ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants).map(ProcessHandle::pid)).toList()
                    : List.of(pid);
            used.put(process, Usage.cpuTime(family).toNanos() / 1_000);
        });
        return used;
    }

    private void figure(String name, long value) {
        figures.println("inquiries." + name + ": " + value);
    }
}
