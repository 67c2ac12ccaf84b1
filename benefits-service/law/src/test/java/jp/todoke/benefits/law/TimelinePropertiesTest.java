package jp.todoke.benefits.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The algebra of timelines, stated month by month: whatever is done to a timeline, each month says what was done to that month. */
class TimelinePropertiesTest {
    private static final YearMonth FIRST = YearMonth.of(2025, 1);
    private static final MonthRange ALL = MonthRange.closed(FIRST, FIRST.plusMonths(29));

    record Piece(int gap, int length, int kind, int value) {}

    @Provide
    Arbitrary<Timeline<Yen>> timelines() {
        Arbitrary<Piece> pieces = Combinators.combine(
                Arbitraries.integers().between(0, 2), Arbitraries.integers().between(1, 5), Arbitraries.integers().between(0, 3),
                Arbitraries.integers().between(0, 3))
                .as(Piece::new);
        return pieces.list().ofMaxSize(6).map(TimelinePropertiesTest::timeline);
    }

    @Provide
    Arbitrary<MonthRange> ranges() {
        return Combinators.combine(Arbitraries.integers().between(0, 29), Arbitraries.integers().between(0, 30))
                .as((from, length) -> new MonthRange(
                        FIRST.plusMonths(from), length == 0 ? null : FIRST.plusMonths(from + length)));
    }

    private static Timeline<Yen> timeline(List<Piece> pieces) {
        Timeline<Yen> timeline = Timeline.unknown();
        YearMonth month = FIRST;
        for (Piece piece : pieces) {
            YearMonth from = month.plusMonths(piece.gap());
            month = from.plusMonths(piece.length());
            timeline = timeline.with(new MonthRange(from, month), switch (piece.kind()) {
                case 0 -> Fact.none("届出");
                case 1 -> Fact.unknown("照会中");
                default -> Fact.known(Yen.of(piece.value()), "届出");
            });
        }
        return timeline;
    }

    @Property(tries = 300)
    void aMapChangesEachKnownValueAndNothingElse(@ForAll("timelines") Timeline<Yen> timeline) {
        Timeline<Yen> mapped = timeline.map(yen -> yen.plus(Yen.of(1)));

        for (YearMonth month : ALL.months()) {
            assertEquals(timeline.at(month) instanceof Fact.Known<Yen>(Yen yen, String source)
                    ? Fact.known(yen.plus(Yen.of(1)), source)
                    : timeline.at(month), mapped.at(month));
        }
        assertEquals(timeline, timeline.map(yen -> yen));
    }

    @Property(tries = 300)
    void aClipSaysTheSameInsideAndNothingOutside(@ForAll("timelines") Timeline<Yen> timeline, @ForAll("ranges") MonthRange range) {
        Timeline<Yen> clipped = timeline.clip(range);

        for (YearMonth month : ALL.months()) {
            assertEquals(range.contains(month) ? timeline.at(month) : Timeline.unknown().at(month), clipped.at(month));
        }
        assertEquals(clipped, clipped.clip(range));
    }

    @Property(tries = 300)
    void twoClipsAreOneClipToTheMonthsBothHave(
            @ForAll("timelines") Timeline<Yen> timeline, @ForAll("ranges") MonthRange one, @ForAll("ranges") MonthRange other) {
        assertEquals(one.intersection(other), other.intersection(one));
        assertEquals(one.overlaps(other), one.intersection(other).isPresent());
        assertEquals(
                one.intersection(other).map(timeline::clip).orElse(Timeline.unknown()), timeline.clip(one).clip(other));
    }

    @Property(tries = 300)
    void whatWasCutApartMergesToTheWhole(@ForAll("timelines") Timeline<Yen> timeline, @ForAll("ranges") MonthRange range) {
        Timeline<Yen> before = range.from().isAfter(FIRST) ? timeline.clip(new MonthRange(FIRST, range.from())) : Timeline.unknown();
        Timeline<Yen> inside = timeline.clip(range);
        Timeline<Yen> after = range.until() == null ? Timeline.unknown() : timeline.clip(MonthRange.startingWith(range.until()));

        assertEquals(timeline, after.merge(before).merge(inside));
        if (!inside.segments().isEmpty()) {
            assertThrows(IllegalArgumentException.class, () -> timeline.merge(inside));
        }
    }

    @Property(tries = 300)
    void aCombinationIsDecidedMonthByMonth(@ForAll("timelines") Timeline<Yen> one, @ForAll("timelines") Timeline<Yen> other) {
        Timeline<String> combined = one.combine(other, (left, right) -> Fact.known(left.shown() + "/" + right.shown(), "計算"));

        for (YearMonth month : ALL.months()) {
            boolean silent = one.clip(only(month)).segments().isEmpty() && other.clip(only(month)).segments().isEmpty();
            assertEquals(
                    silent ? Timeline.unknown().at(month) : Fact.known(one.at(month).shown() + "/" + other.at(month).shown(), "計算"),
                    combined.at(month));
        }
    }

    @Property(tries = 300)
    void aSumIsUnknownWhereOneChildIsAndNoneAddsNothing(
            @ForAll("timelines") Timeline<Yen> one, @ForAll("timelines") Timeline<Yen> other) {
        Timeline<Yen> sum = Timeline.sum(List.of(one, other));

        for (YearMonth month : ALL.months()) {
            assertEquals(expected(one.at(month), other.at(month)), sum.at(month).shown(), month.toString());
        }
    }

    private static String expected(Fact<Yen> one, Fact<Yen> other) {
        if (one instanceof Fact.Unknown<Yen> || other instanceof Fact.Unknown<Yen>) {
            return "不明";
        }
        if (one instanceof Fact.Known<Yen>(Yen left, String _) && other instanceof Fact.Known<Yen>(Yen right, String _)) {
            return left.value() + right.value() + "円";
        }
        return one instanceof Fact.Known<Yen> ? one.shown() : other.shown();
    }

    @Property(tries = 300)
    void theOrderOfTheChildrenChangesNoSum(@ForAll("timelines") Timeline<Yen> one, @ForAll("timelines") Timeline<Yen> two,
            @ForAll("timelines") Timeline<Yen> three, @ForAll long seed) {
        var shuffled = new ArrayList<>(List.of(one, two, three));
        Collections.shuffle(shuffled, new Random(seed));

        for (YearMonth month : ALL.months()) {
            assertEquals(Timeline.sum(List.of(one, two, three)).at(month).shown(), Timeline.sum(shuffled).at(month).shown());
        }
    }

    @Property(tries = 300)
    void segmentsAreInOrderApartOrDifferentFromTheirNeighbours(@ForAll("timelines") Timeline<Yen> timeline) {
        List<Timeline.Segment<Yen>> segments = timeline.segments();
        for (int i = 1; i < segments.size(); i++) {
            MonthRange before = segments.get(i - 1).months();
            MonthRange next = segments.get(i).months();
            assertTrue(before.until() != null && !next.from().isBefore(before.until()));
            assertTrue(!before.isFollowedBy(next) || !segments.get(i - 1).fact().equals(segments.get(i).fact()));
        }
    }

    @Property(tries = 300)
    void stretchesCoverThePeriodOnceAndBreakAtEveryChange(
            @ForAll("ranges") MonthRange range, @ForAll List<@net.jqwik.api.constraints.IntRange(min = -3, max = 40) Integer> changes) {
        YearMonth to = FIRST.plusMonths(29);
        Stretches stretches = Stretches.between(range.from().isAfter(to) ? to : range.from(), to);
        changes.forEach(change -> stretches.changeWith(FIRST.plusMonths(change)));

        YearMonth next = range.from().isAfter(to) ? to : range.from();
        var starts = new ArrayList<YearMonth>();
        for (Stretches.Stretch stretch : stretches.list()) {
            assertEquals(next, stretch.from());
            assertTrue(stretch.length() > 0);
            starts.add(stretch.from());
            next = stretch.from().plusMonths(stretch.length());
        }
        assertEquals(to.plusMonths(1), next);
        for (int change : changes) {
            YearMonth month = FIRST.plusMonths(change);
            boolean inside = !month.isBefore(starts.getFirst()) && !month.isAfter(to);
            assertTrue(!inside || starts.contains(month), month.toString());
        }
    }

    private static MonthRange only(YearMonth month) {
        return MonthRange.closed(month, month);
    }
}
