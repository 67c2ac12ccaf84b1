package jp.todoke.benefits.law;

import java.time.YearMonth;

/** No row of a parameter is in force in the month asked about: the question is refused by the parameter's name, never guessed at. */
public final class ParameterMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String parameter;
    private final YearMonth month;

    public ParameterMissing(String parameter, YearMonth month) {
        super("no row of parameter " + parameter + " is in force in " + month);
        this.parameter = parameter;
        this.month = month;
    }

    public String parameter() {
        return parameter;
    }

    public YearMonth month() {
        return month;
    }
}
