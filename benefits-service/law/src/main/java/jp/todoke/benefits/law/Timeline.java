package jp.todoke.benefits.law;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * 時系列 — what holds in each month: a value, known to be none, or unknown. Months nobody has spoken about are unknown, never none.
 * Immutable; segments do not overlap, and neighbours with the same answer are one segment, so equal answers are equal timelines.
 */
public final class Timeline<T> {
    private static final String SILENCE = "nothing is recorded for this month";

    private final List<Segment<T>> segments;

    private Timeline(List<Segment<T>> segments) {
        this.segments = segments;
    }

    /** One stretch of months with the same answer. */
    public record Segment<T>(MonthRange months, Fact<T> fact) {}

    /** How two answers about one month become one; what unknown and none mean for it is the rule's own. */
    public interface Combination<A, B, C> {
        Fact<C> of(Fact<A> one, Fact<B> other);
    }

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
        return merged(extended);
    }

    public Fact<T> at(YearMonth month) {
        for (Segment<T> segment : segments) {
            if (segment.months().contains(month)) {
                return segment.fact();
            }
        }
        return Fact.unknown(SILENCE);
    }

    public List<Segment<T>> segments() {
        return segments;
    }

    /** Only the months of {@code range}; about the others nothing is said any more. */
    public Timeline<T> clip(MonthRange range) {
        var clipped = new ArrayList<Segment<T>>();
        for (Segment<T> segment : segments) {
            segment.months().intersection(range).ifPresent(months -> clipped.add(new Segment<>(months, segment.fact())));
        }
        return merged(clipped);
    }

    /** Each known value replaced; none stays none, unknown stays unknown. */
    public <R> Timeline<R> map(Function<? super T, ? extends R> change) {
        var mapped = new ArrayList<Segment<R>>();
        for (Segment<T> segment : segments) {
            mapped.add(new Segment<>(segment.months(), switch (segment.fact()) {
                case Fact.Known<T>(T value, String source) -> Fact.known(change.apply(value), source);
                case Fact.KnownNone<T>(String source) -> Fact.none(source);
                case Fact.Unknown<T>(String why) -> Fact.unknown(why);
            }));
        }
        return merged(mapped);
    }

    /** Month by month over everything either has spoken about. */
    public <B, C> Timeline<C> combine(Timeline<B> other, Combination<T, B, C> combination) {
        var changes = new TreeSet<YearMonth>();
        segments.forEach(segment -> addChanges(segment.months(), changes));
        other.segments.forEach(segment -> addChanges(segment.months(), changes));
        var combined = new ArrayList<Segment<C>>();
        for (YearMonth from : changes) {
            if (covers(from) || other.covers(from)) {
                combined.add(new Segment<>(new MonthRange(from, changes.higher(from)), combination.of(at(from), other.at(from))));
            }
        }
        return merged(combined);
    }

    /** Two known values joined; where one is unknown the result is unknown, where one is known to be none it is the other. */
    public Timeline<T> join(Timeline<T> other, BinaryOperator<T> join) {
        return combine(other, (one, another) -> joined(one, another, join));
    }

    /** Timelines that speak about different months, as one; a month with two answers is refused. */
    public Timeline<T> merge(Timeline<T> other) {
        Timeline<T> all = this;
        for (Segment<T> segment : other.segments) {
            all = all.with(segment.months(), segment.fact());
        }
        return all;
    }

    /** 児童ごとの額の合計: unknown as soon as one child's amount is unknown; a child with no amount adds nothing. */
    public static Timeline<Yen> sum(Collection<Timeline<Yen>> children) {
        return children.stream().reduce((one, other) -> one.join(other, Yen::plus)).orElse(Timeline.unknown());
    }

    private static <T> Fact<T> joined(Fact<T> one, Fact<T> other, BinaryOperator<T> join) {
        return switch (one) {
            case Fact.Known<T>(T value, String source) -> switch (other) {
                case Fact.Known<T>(T another, String _) -> Fact.known(join.apply(value, another), source);
                case Fact.KnownNone<T> _ -> one;
                case Fact.Unknown<T> _ -> other;
            };
            case Fact.KnownNone<T> _ -> other;
            case Fact.Unknown<T> _ -> one;
        };
    }

    private boolean covers(YearMonth month) {
        return segments.stream().anyMatch(segment -> segment.months().contains(month));
    }

    private static void addChanges(MonthRange months, TreeSet<YearMonth> changes) {
        changes.add(months.from());
        Optional.ofNullable(months.until()).ifPresent(changes::add);
    }

    /** Segments in order; neighbours that say the same become one. */
    private static <T> Timeline<T> merged(List<Segment<T>> ordered) {
        var merged = new ArrayList<Segment<T>>();
        for (Segment<T> segment : ordered) {
            Segment<T> last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && last.months().isFollowedBy(segment.months()) && last.fact().equals(segment.fact())) {
                merged.set(merged.size() - 1, new Segment<>(new MonthRange(last.months().from(), segment.months().until()), last.fact()));
            } else {
                merged.add(segment);
            }
        }
        return new Timeline<>(List.copyOf(merged));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Timeline<?> timeline && segments.equals(timeline.segments);
    }

    @Override
    public int hashCode() {
        return segments.hashCode();
    }

    @Override
    public String toString() {
        return segments.toString();
    }
}
