package jp.todoke.local.commands;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.todoke.local.Places;
import jp.todoke.local.UserError;
import jp.todoke.local.traces.RecordedSpan;
import jp.todoke.local.traces.SpanFiles;

/** Shows what one request set going, from process to process, as a tree. */
public final class TraceCommand {
    private final Places places;

    public TraceCommand(Places places) {
        this.places = places;
    }

    /** @param id a trace id, or the correlation id that each answer carries */
    public int run(String id) {
        return show(id, new SpanFiles(places.traces()).all(), System.out);
    }

    static int show(String id, List<RecordedSpan> kept, PrintStream out) {
        Set<String> traces = kept.stream().filter(span -> span.traceId().equals(id) || id.equals(span.attributes().get("correlationId")))
                .map(RecordedSpan::traceId).collect(Collectors.toSet());
        if (traces.isEmpty()) {
            throw new UserError("No trace of " + id + ". Spans arrive a second after the work; old ones are overwritten.");
        }
        for (String trace : traces) {
            List<RecordedSpan> spans = kept.stream().filter(span -> span.traceId().equals(trace))
                    .sorted(Comparator.comparingLong(RecordedSpan::startMicros)).toList();
            Set<String> known = spans.stream().map(RecordedSpan::spanId).collect(Collectors.toSet());
            Map<String, List<RecordedSpan>> children = spans.stream().collect(Collectors.groupingBy(RecordedSpan::parentSpanId));
            out.println("trace " + trace);
            out.println("    after ms     took ms  what");
            spans.stream().filter(span -> !known.contains(span.parentSpanId()))
                    .forEach(root -> print(root, 0, spans.getFirst().startMicros(), children, out));
        }
        return 0;
    }

    private static void print(RecordedSpan span, int depth, long begin, Map<String, List<RecordedSpan>> children, PrintStream out) {
        out.println("%12s%12s  %s%s %s%s%s".formatted(millis(span.startMicros() - begin), millis(span.durationMicros()),
                "  ".repeat(depth), span.service(), span.name(), word(span), span.failed() ? " FAILED" : ""));
        children.getOrDefault(span.spanId(), List.of()).forEach(child -> print(child, depth + 1, begin, children, out));
    }

    private static String word(RecordedSpan span) {
        return switch (span.kind()) {
            case "CLIENT" -> " → " + span.attributes().getOrDefault("peer", "");
            case "CONSUMER" -> " (from its row)";
            default -> "";
        };
    }

    private static String millis(long micros) {
        return micros / 1_000 + "." + micros % 1_000 / 100;
    }
}
