package jp.todoke.benefits.law;

import java.time.YearMonth;
import java.util.List;

/** The rows of one parameter over time; each runs until the next begins. */
public final class ParameterSeries<T> {
    private final String name;
    private final Timeline<Parameter<T>> rows;

    private ParameterSeries(String name, Timeline<Parameter<T>> rows) {
        this.name = name;
        this.rows = rows;
    }

    /** Rows stand oldest first. */
    public static <T> ParameterSeries<T> of(String name, List<Parameter<T>> rows) {
        Timeline<Parameter<T>> timeline = Timeline.unknown();
        for (int i = 0; i < rows.size(); i++) {
            Parameter<T> row = rows.get(i);
            MonthRange months = new MonthRange(row.from(), i + 1 < rows.size() ? rows.get(i + 1).from() : null);
            timeline = timeline.with(months, Fact.known(row, row.provenance().source()));
        }
        return new ParameterSeries<>(name, timeline);
    }

    public Parameter<T> at(YearMonth month) {
        return switch (rows.at(month)) {
            case Fact.Known<Parameter<T>>(Parameter<T> row, _) -> row;
            case Fact.KnownNone<Parameter<T>> _ -> throw new ParameterMissing(name, month);
            case Fact.Unknown<Parameter<T>> _ -> throw new ParameterMissing(name, month);
        };
    }

    public String name() {
        return name;
    }

    public List<Parameter<T>> rows() {
        return rows.segments().stream().map(segment -> at(segment.months().from())).toList();
    }
}
