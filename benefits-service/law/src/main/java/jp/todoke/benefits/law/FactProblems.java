package jp.todoke.benefits.law;

import java.util.ArrayList;
import java.util.List;

/** Gathers every bad place of the facts, so that all of them are named at once. */
public final class FactProblems {
    private final List<ImpossibleFacts.Problem> problems = new ArrayList<>(0);

    public void add(String pointer, String code, String message) {
        problems.add(new ImpossibleFacts.Problem(pointer, code, message));
    }

    /** @throws ImpossibleFacts when anything was found */
    public void refuseIfAny() {
        if (!problems.isEmpty()) {
            throw new ImpossibleFacts(problems);
        }
    }
}
