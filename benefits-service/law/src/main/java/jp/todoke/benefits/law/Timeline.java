package jp.todoke.benefits.law;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * 時系列 — what holds in each month: a value, known to be none, or unknown. Months nobody has spoken about are unknown, never none.
 * Immutable; segments do not overlap.
 */
public final class Timeline<T> {
    private final List<Segment<T>> segments;

    private Timeline(List<Segment<T>> segments) {
        this.segments = segments;
    }

    /** One stretch of months with the same answer. */
    public record Segment<T>(MonthRange months, Fact<T> fact) {}

    public static <T> Timeline<T> unknown() {
        return new Timeline<>(List.of());
    }

    /** The same timeline with one more stretch; a month that already has an answer is refused. */
    public Timeline<T> with(MonthRange months, Fact<T> fact) {
        if (segments.stream().anyMatch(segment -> segment.months().overlaps(months))) {
            throw new IllegalArgumentException("a month has one answer only: " + months);
        }
        var extended = new ArrayList<>(segments);
        extended.add(new Segment<>(months, fact));
        extended.sort(Comparator.comparing(segment -> segment.months().from()));
        return new Timeline<>(List.copyOf(extended));
    }

    public Fact<T> at(YearMonth month) {
        return segments.stream()
                .filter(segment -> segment.months().contains(month))
                .findFirst()
                .map(Segment::fact)
                .orElseGet(() -> Fact.unknown("nothing is recorded for this month"));
    }

    public List<Segment<T>> segments() {
        return segments;
    }
}
