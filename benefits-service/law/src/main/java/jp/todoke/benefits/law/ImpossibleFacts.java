package jp.todoke.benefits.law;

import java.util.List;

/** Facts that contradict each other or the Act's order of events: no decision is made. Every bad place is named at once, without values. */
public final class ImpossibleFacts extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Problem> problems;

    /** {@code pointer} is a JSON pointer into the plain form of the facts. */
    public record Problem(String pointer, String code, String message) {}

    public ImpossibleFacts(List<Problem> problems) {
        super("impossible facts at " + problems.stream().map(Problem::pointer).toList());
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
