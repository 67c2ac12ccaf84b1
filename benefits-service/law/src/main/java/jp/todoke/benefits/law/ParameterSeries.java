package jp.todoke.benefits.law;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one parameter over time; each runs until the next begins. A row may abolish the parameter: then none is in force. */
public final class ParameterSeries<T> {
    private final String name;
    private final YearMonth[] changes;
    private final List<@Nullable Parameter<T>> inForce;

    private ParameterSeries(String name, YearMonth[] changes, List<@Nullable Parameter<T>> inForce) {
        this.name = name;
        this.changes = changes;
        this.inForce = inForce;
    }

    /** A row of a parameter file: without a parameter it abolishes what was in force. */
    record Row<T>(YearMonth from, @Nullable Parameter<T> parameter) {}

    /** Rows stand oldest first. */
    public static <T> ParameterSeries<T> of(String name, List<Parameter<T>> rows) {
        return ofRows(name, rows.stream().map(row -> new Row<T>(row.from(), row)).toList());
    }

    static <T> ParameterSeries<T> ofRows(String name, List<Row<T>> rows) {
        var inForce = new ArrayList<@Nullable Parameter<T>>();
        rows.forEach(row -> inForce.add(row.parameter()));
        return new ParameterSeries<>(name, rows.stream().map(Row::from).toArray(YearMonth[]::new), inForce);
    }

    /** @throws ParameterMissing when no row is in force */
    public Parameter<T> at(YearMonth month) {
        Parameter<T> row = find(month);
        if (row == null) {
            throw new ParameterMissing(name, month);
        }
        return row;
    }

    /** The row in force, or nothing. */
    public @Nullable Parameter<T> find(YearMonth month) {
        for (int i = changes.length - 1; i >= 0; i--) {
            if (!month.isBefore(changes[i])) {
                return inForce.get(i);
            }
        }
        return null;
    }

    public String name() {
        return name;
    }

    /** The rows that fix a value, oldest first. */
    public List<Parameter<T>> rows() {
        var rows = new ArrayList<Parameter<T>>();
        for (Parameter<T> row : inForce) {
            if (row != null) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** The months with which something changes, an abolition included. */
    public List<YearMonth> changes() {
        return List.copyOf(Arrays.asList(changes));
    }

    /** What is in force in each month: a row, known to be none after an abolition, unknown before the first row. */
    public Timeline<Parameter<T>> timeline() {
        Timeline<Parameter<T>> timeline = Timeline.unknown();
        for (int i = 0; i < changes.length; i++) {
            Parameter<T> row = inForce.get(i);
            MonthRange months = new MonthRange(changes[i], i + 1 < changes.length ? changes[i + 1] : null);
            timeline = timeline.with(months, row == null ? Fact.none(name) : Fact.known(row, row.provenance().source()));
        }
        return timeline;
    }
}
