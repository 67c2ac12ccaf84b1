package jp.todoke.local.drill;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import jp.todoke.local.LocalSystem;
import jp.todoke.local.Options;
import jp.todoke.local.Places;
import jp.todoke.local.ProcessNames;
import jp.todoke.local.Secrets;
import jp.todoke.local.demo.Desk;
import jp.todoke.local.demo.Submission;
import jp.todoke.local.sample.ApplicationForm;
import jp.todoke.local.sample.Crowd;

/**
 * The 中間サーバー is down for hours while applications go on arriving: the counter must go on taking them, the inquiries must go out afterwards, oldest
 * first, each once, and every case must get its answers. Time is compressed by settings: what integration waits for between attempts is so many
 * times shorter, and so is the outage.
 */
public final class OutageDrill {
    /** One second here is a minute: how long a process takes to start, and how fast cases are opened, cannot be compressed. */
    static final int SCALE = 60;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
    private static final Duration LAST_PAUSE = Duration.ofMinutes(5);
    private static final Duration GIVE_UP_AFTER = Duration.ofHours(72);
    /** Not compressed: the breaker's pause, and the lease after which the work of a killed process is taken over. */
    private static final Duration BREAKER = Duration.ofSeconds(5);
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration COUNTER_BOUND = Duration.ofSeconds(10);
    /** While the process that takes applications in is killed again and again, its start counts as well. */
    private static final Duration COUNTER_BOUND_WITH_KILLS = Duration.ofSeconds(60);
    /** Once nothing is killed any more. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int COUNTERS = 8;
    private static final int BAR = 30;

    /** @param minutes of the outage, as they would be outside of the drill */
    public record Plan(int applications, int minutes, int instances, boolean kill) {
        Duration outage() {
            return Duration.ofMinutes(minutes).dividedBy(SCALE);
        }

        Duration lastPause() {
            return LAST_PAUSE.dividedBy(SCALE);
        }

        Duration giveUpAfter() {
            return GIVE_UP_AFTER.dividedBy(SCALE);
        }
    }

    private final Plan plan;
    private final PrintStream screen;
    private final BiConsumer<String, String> figure;
    private final Map<String, Long> broken = new LinkedHashMap<>();

    /** @param figure takes what was measured, by name */
    public OutageDrill(Plan plan, PrintStream screen, BiConsumer<String, String> figure) {
        this.plan = plan;
        this.screen = screen;
        this.figure = figure;
    }

    /** @return whether everything held */
    public boolean run(Places places) {
        var crowd = Crowd.of(plan.applications());
        try (LocalSystem system = LocalSystem.start(options(places), screen::println);
                var doubles = new DoublesDesk(system.url(ProcessNames.DOUBLES_ADMIN), Secrets.keptIn(places.secrets()).ofDoubles())) {
            feed(system, doubles, crowd);
            var victims = new ArrayList<String>(List.of(ProcessNames.INTEGRATION));
            if (plan.instances() > 1) {
                victims.add(system.startSecond(ProcessNames.INTEGRATION));
            }
            told();
            try (var reaper = new Reaper(system, plan.kill() ? victims : List.of())) {
                outage(system, doubles, crowd, reaper);
            }
            judge(system, doubles);
        }
        broken.put("personal_data_in_logs", Invariants.personal(logs(places)));
        broken.forEach((name, count) -> figure.accept(name, Long.toString(count)));
        boolean held = broken.values().stream().allMatch(count -> count == 0);
        figure.accept("result", held ? "passed" : "failed");
        return held;
    }

    private Options options(Places places) {
        return Options.of(places).withInquiries(Map.of("todoke.inquiry.retry.first", FIRST_PAUSE.toString(),
                "todoke.inquiry.retry.last", plan.lastPause().toString(),
                "todoke.inquiry.retry.give-up-after", plan.giveUpAfter().toString(),
                "todoke.inquiry.lease", LEASE.toString()));
    }

    private void told() {
        screen.println("1 second stands for 1 minute: an outage of " + plan.minutes() + " minutes takes "
                + seconds(plan.outage())
                + " s, the longest pause of an inquiry " + plan.lastPause().toMillis()
                + " ms in place of 5 min; not compressed are the breaker's pause ("
                + BREAKER.toSeconds() + " s), leases (" + LEASE.toSeconds() + " s), and how fast people and processors are");
    }

    private void feed(LocalSystem system, DoublesDesk doubles, Crowd crowd) {
        Desk register = Desk.ofSystem(system, "register-feed");
        int number = 0;
        for (String residents : crowd.residentFeeds()) {
            post(register, "/api/v1/feeds/residents", "outage-residents-" + number++, residents);
        }
        for (String taxes : crowd.taxFeeds()) {
            post(register, "/api/v1/feeds/taxes", "outage-taxes-" + number++, taxes);
        }
        doubles.take(crowd.doublesRows());
    }

    private static void post(Desk desk, String path, String key, String body) {
        desk.http().post().uri(path).header("Idempotency-Key", key).header("Content-Type", "application/json").body(body).retrieve()
                .toBodilessEntity();
    }

    private void outage(LocalSystem system, DoublesDesk doubles, Crowd crowd, Reaper reaper) {
        var passage = new Passage("outage", (_, _) -> {
        });
        doubles.outage("chukan", "outage-503-html");
        long begun = System.nanoTime();
        List<Long> millis = submit(Desk.of(system, "caseworker", passage), crowd.applications(), begun);
        while (System.nanoTime() - begun < plan.outage().toNanos()) {
            pause();
        }
        broken.put("taken_during_the_outage", (long) doubles.taken("chukan-registerInquiry").size());
        figure.accept("attempts_during_the_outage", Long.toString(doubles.requests("chukan-registerInquiry")));
        figure.accept("waiting_at_its_end", Long.toString(number(system, "select count(*) from linkage.inquiry where answer is null")));
        doubles.lift();
        figure.accept("outage_seconds", seconds(since(begun)));
        long lifted = System.nanoTime();
        // What was killed goes on being killed while the backlog goes out.
        long most = Math.max(1, open(system));
        boolean settled = settle(system, most, lifted, reaper);
        figure.accept("settled_seconds", seconds(since(lifted)));
        broken.put("not_settled", settled ? 0L : open(system));
        figure.accept("kills", Integer.toString(reaper.kills()));
        counter(millis, passage);
    }

    private List<Long> submit(Desk desk, List<ApplicationForm> forms, long begun) {
        List<Long> millis = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService counters = Executors.newFixedThreadPool(COUNTERS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < forms.size(); i++) {
                ApplicationForm form = forms.get(i);
                // Spread over nine tenths of the outage.
                long at = begun + plan.outage().toNanos() * 9 / 10 * i / forms.size();
                all.add(counters.submit(() -> {
                    TimeUnit.NANOSECONDS.sleep(Math.max(0, at - System.nanoTime()));
                    long sent = System.nanoTime();
                    if (Submission.post(desk, form, "outage-package-" + form.no()).accepted()) {
                        millis.add(since(sent).toMillis());
                    }
                    return null;
                }));
            }
            for (int i = 0; i < all.size(); i++) {
                all.get(i).get();
                show("outage: applications", i + 1, all.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("an application got no answer at all", e.getCause());
        }
        screen.println();
        return millis;
    }

    private void counter(List<Long> millis, Passage passage) {
        Collections.sort(millis);
        Duration bound = plan.kill() ? COUNTER_BOUND_WITH_KILLS : COUNTER_BOUND;
        figure.accept("applications", Integer.toString(plan.applications()));
        figure.accept("submissions_repeated", Integer.toString(passage.repeated()));
        if (!millis.isEmpty()) {
            figure.accept("submission_ms_median", Long.toString(millis.get(millis.size() / 2)));
            figure.accept("submission_ms_p99", Long.toString(millis.get(millis.size() * 99 / 100)));
            figure.accept("submission_ms_longest", Long.toString(millis.getLast()));
        }
        figure.accept("submission_ms_bound", Long.toString(bound.toMillis()));
        broken.put("not_accepted", (long) plan.applications() - millis.size());
        broken.put("accepted_too_late", millis.stream().filter(one -> one > bound.toMillis()).count());
        broken.put("faults", (long) passage.faults());
    }

    private boolean settle(LocalSystem system, long most, long lifted, Reaper reaper) {
        long left = most;
        Duration patience = plan.kill() ? plan.outage().plus(PATIENCE) : PATIENCE;
        while (left > 0 && since(lifted).compareTo(patience) < 0) {
            pause();
            left = open(system);
            show("backlog", most - Math.min(left, most), most);
            if (since(lifted).compareTo(plan.outage()) > 0) {
                reaper.stopKilling();
            }
        }
        reaper.stopKilling();
        screen.println();
        return left == 0;
    }

    /** Whatever is still on its way: packages, messages, inquiries, cases without all their answers. */
    private long open(LocalSystem system) {
        return number(system,
                """
                        select (select count(*) from linkage.inquiry where answer is null)
                          + (select count(*) from linkage.intake_package where state = 'RECEIVED')
                          + (select count(*) from benefits.outbox where delivered_at is null) + (select count(*) from linkage.outbox where delivered_at is null)
                          + (select count(*) from benefits.benefit_case where state = 'INQUIRING')
                          + greatest(0, %d - (select count(*) from benefits.benefit_case))"""
                        .formatted(plan.applications()));
    }

    private void judge(LocalSystem system, DoublesDesk doubles) {
        Asked asked = Asked.of(system.database(), doubles);
        figure.accept("inquiries", Integer.toString(asked.inquiries()));
        figure.accept("registrations_repeated", Long.toString(asked.repeated()));
        figure.accept("neighbours_swapped_percent", Long.toString(asked.neighboursSwappedPercent()));
        Duration allowed = plan.lastPause().plus(BREAKER).plus(plan.kill() ? LEASE.plus(COUNTER_BOUND_WITH_KILLS) : Duration.ZERO);
        figure.accept("overtaking_allowed_seconds", seconds(allowed));
        broken.put("inquiries_missing", asked.inquiries() >= plan.applications() ? 0L : plan.applications() - asked.inquiries());
        broken.putAll(asked.broken());
        broken.put("overtaking", asked.overtaking(allowed));
        broken.put("cases_missing", plan.applications() - number(system, "select count(*) from benefits.benefit_case"));
        broken.put("answers_unavailable", number(system, "select count(*) from linkage.inquiry where answer = 'UNAVAILABLE'"));
        broken.putAll(Invariants.inDatabase(system.database()));
    }

    private static long number(LocalSystem system, String sql) {
        try (Connection connection = system.database().connectAsSuperuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be asked", e);
        }
    }

    private static List<Path> logs(Places places) {
        try (Stream<Path> files = Files.list(places.logs())) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void show(String what, long done, long total) {
        int filled = (int) (BAR * done / total);
        screen.print("\r  " + what + " [" + "#".repeat(filled) + "-".repeat(BAR - filled) + "] " + done + "/" + total + "   ");
        screen.flush();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static String seconds(Duration time) {
        return time.toSeconds() + "." + time.toMillisPart() / 100;
    }
}
