package jp.todoke.verifier;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes along the chain of one day, place by place; after a break it goes on from what it found, so that one deed is one finding. */
final class DayWalk {
    /** How far around a record its true place is looked for; a wider gap is no gap but a place that somebody wrote. */
    private static final int NEIGHBOURHOOD = 1_000;
    private static final int MOST_AT_ONE_PLACE = 100;

    private final String municipality;
    private final String day;
    private final Columns columns;
    private final Report report;
    /** Those from which the next record may go on; empty after a break that leaves none to trust. */
    private Set<String> ends;
    private final List<Seen> atOnePlace = new ArrayList<>();
    private long place;
    private long position;
    private boolean broken;

    /** @param whole whether its columns give its hash */
    private record Seen(@Nullable String[] row, boolean whole) {}

    /** @param previous empty when it is not known */
    DayWalk(String municipality, String day, String previous, Columns columns, Report report) {
        this.municipality = municipality;
        this.day = day;
        this.ends = previous.isEmpty() ? Set.of() : Set.of(previous);
        this.columns = columns;
        this.report = report;
    }

    void see(@Nullable String[] row) {
        report.record();
        long of = Long.parseLong(Objects.requireNonNullElse(row[Columns.POSITION], "0"));
        if (of != place) {
            settle();
            place = of;
        }
        if (atOnePlace.size() < MOST_AT_ONE_PLACE) {
            atOnePlace.add(new Seen(row, columns.hashOf(row).equals(row[Columns.HASH])));
        } else {
            found(Finding.Kind.INSERTED, of, row);
        }
    }

    /** @return the hash with which the next day begins */
    String end(long sealedRecords, String sealedLast) {
        settle();
        if (position < sealedRecords) {
            found(Finding.Kind.TRUNCATED, position + 1, null);
        } else if (!broken && (position > sealedRecords || !ends.isEmpty() && !ends.contains(sealedLast))) {
            found(Finding.Kind.ENDS_OTHERWISE, position, null);
        }
        return sealedLast;
    }

    /** All records of one place are known: one of them is the link, the others do not belong here. */
    private void settle() {
        if (atOnePlace.isEmpty()) {
            return;
        }
        Seen link = atOnePlace.stream().filter(seen -> seen.whole() && follows(seen.row())).findFirst()
                .or(() -> atOnePlace.stream().filter(Seen::whole).findFirst()).orElse(atOnePlace.getFirst());
        Set<String> here = new HashSet<>();
        here.add(text(link.row(), Columns.HASH));
        for (Seen seen : atOnePlace) {
            if (seen != link) {
                boolean branch = seen.whole() && follows(seen.row()) && !here.contains(text(seen.row(), Columns.HASH));
                found(branch ? Finding.Kind.FORKED : Finding.Kind.INSERTED, place, seen.row());
                if (branch) {
                    here.add(text(seen.row(), Columns.HASH));
                }
            }
        }
        atOnePlace.clear();
        step(link.row(), link.whole(), here);
    }

    private void step(@Nullable String[] row, boolean whole, Set<String> here) {
        if (!whole && wasElsewhere(row)) {
            found(Finding.Kind.REORDERED, place, row);
            position = place;
            ends = Set.of();
            return;
        }
        if (!whole && (place <= position || place > position + NEIGHBOURHOOD)) {
            found(Finding.Kind.INSERTED, place, row);
            return;
        }
        if (place <= position) {
            found(Finding.Kind.REORDERED, place, row);
            return;
        }
        boolean gap = place > position + 1;
        long named = Math.min(place - 1, position + NEIGHBOURHOOD);
        for (long gone = position + 1; gone <= named; gone++) {
            found(Finding.Kind.REMOVED, gone, null);
        }
        report.foundMore(place - 1 - named);
        if (!whole) {
            found(Finding.Kind.CHANGED, place, row);
        } else if (!gap && !follows(row)) {
            found(Finding.Kind.FORKED, place, row);
        }
        position = place;
        ends = here;
    }

    private boolean follows(@Nullable String[] row) {
        return ends.isEmpty() || ends.contains(text(row, Columns.PREVIOUS));
    }

    /** Of many broken records only the first are looked at so closely. */
    private boolean wasElsewhere(@Nullable String[] row) {
        if (!report.keepsMore()) {
            return false;
        }
        for (long at = Math.max(1, place - NEIGHBOURHOOD); at <= place + NEIGHBOURHOOD; at++) {
            if (at != place && columns.hashOf(Columns.at(row, at)).equals(row[Columns.HASH])) {
                return true;
            }
        }
        return false;
    }

    private static String text(@Nullable String[] row, int column) {
        return Objects.requireNonNullElse(row[column], "");
    }

    private void found(Finding.Kind kind, long at, @Nullable String @Nullable [] row) {
        broken = true;
        report.found(new Finding(kind, municipality, day, at, row == null ? null : row[Columns.RECORD_ID]));
    }
}
