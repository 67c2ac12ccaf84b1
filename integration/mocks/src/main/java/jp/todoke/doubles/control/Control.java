package jp.todoke.doubles.control;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.todoke.doubles.chukan.ServiceState;
import jp.todoke.doubles.wire.Conduct;
import jp.todoke.doubles.wire.Digests;
import jp.todoke.doubles.wire.PeerOperation;
import jp.todoke.doubles.wire.RequestLine;
import jp.todoke.doubles.wire.Scenario;

/** Rules how each request fares: 停止 and 保守 first, then what was scripted for the operation and person; delays come on top. */
public final class Control implements Conduct {

    /**
     * How much is kept.
     *
     * @param journal      newest requests; 0: none
     * @param counted      keys (operation, request id, person) with a count of their own
     * @param requestLines one line on standard output for each request
     */
    public record Keeping(int journal, int counted, boolean requestLines) {}

    private final List<PeerOperation> operations;
    private final Clock clock;
    private final Instant started;
    private final Set<String> targets;
    private final boolean requestLines;
    private final Outages outages = new Outages();
    private final Delays delays = new Delays();
    private final Scripts scripts = new Scripts();
    private final ServiceState service;
    private final Journal journal;
    private final Counts counts;

    public Control(List<PeerOperation> operations, ServiceState service, Keeping keeping, Clock clock) {
        this.operations = List.copyOf(operations);
        this.clock = clock;
        this.service = service;
        this.started = clock.instant();
        this.requestLines = keeping.requestLines();
        this.journal = new Journal(keeping.journal());
        this.counts = new Counts(keeping.counted());
        this.targets = operations.stream().flatMap(one -> Stream.of(one.getName(), one.peer()))
                .collect(Collectors.toCollection(TreeSet::new));
        targets.add(Targets.ALL);
        operations.forEach(operation -> operation.under(this));
    }

    @Override
    public Ruling on(Asked asked) {
        Instant now = clock.instant();
        Scenario scenario = service.closes(asked, now) ? Scenario.OUTAGE : outages.on(asked, now);
        Scripts.Answer scripted = scenario == Scenario.NONE ? scripts.next(asked) : Scripts.Answer.NONE;
        int delay = delays.millis(asked, Control::draw);
        boolean plain = scenario == Scenario.NONE && scripted == Scripts.Answer.NONE && delay == 0;
        return plain
                ? Ruling.NONE
                : new Ruling(scenario == Scenario.NONE ? scripted.scenario() : scenario, scripted.resultKind(), delay);
    }

    /** A number that is the same for the same request in every run. */
    private static long draw(Asked asked) {
        String requestId = asked.requestId();
        return Integer.toUnsignedLong(ByteBuffer.wrap(Digests.sha256(requestId == null ? asked.operation() : requestId)).getInt());
    }

    @Override
    public void passed(Passed passed) {
        if (requestLines) {
            RequestLine.print(passed);
        }
        if (journal.keeps() || counts.counts()) {
            Instant now = clock.instant();
            String person = passed.asked().person();
            journal.add(passed, person, now);
            counts.add(passed, person, now);
        }
    }

    /** As at the start. */
    void reset() {
        outages.clear();
        delays.clear();
        scripts.clear();
        service.clear();
        journal.clear();
        counts.clear();
        operations.forEach(PeerOperation::forget);
    }

    Set<String> targets() {
        return targets;
    }

    Instant started() {
        return started;
    }

    Outages outages() {
        return outages;
    }

    Delays delays() {
        return delays;
    }

    Scripts scripts() {
        return scripts;
    }

    ServiceState.Told told() {
        return service.at(clock.instant());
    }

    ServiceState service() {
        return service;
    }

    Journal journal() {
        return journal;
    }

    Counts counts() {
        return counts;
    }
}
