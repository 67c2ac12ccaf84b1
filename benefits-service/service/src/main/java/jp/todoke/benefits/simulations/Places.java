package jp.todoke.benefits.simulations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.todoke.benefits.law.ImpossibleFacts;
import jp.todoke.guard.Problem;
import jp.todoke.guard.Problem.FieldError;

/** Which place of a request each item of the facts came from: the law names a wrong fact by its own lists, the sender knows only the request. */
final class Places {
    private final Map<String, List<String>> places;

    /** @param places by the name of a list of the facts, the pointer into the request of each of its items */
    Places(Map<String, List<String>> places) {
        this.places = places;
    }

    Problem refused(ImpossibleFacts impossible) {
        List<FieldError> errors = new ArrayList<>();
        impossible.problems()
                .forEach(problem -> errors.add(new FieldError(inRequest(problem.pointer()), problem.code(), problem.message())));
        return Problem.invalid(errors);
    }

    /** {@code /children/0/careUntil} of the facts; lists that stand in the request as they are keep their pointer. */
    private String inRequest(String pointer) {
        String[] steps = pointer.split("/", 4);
        List<String> items = steps.length < 3 ? null : places.get(steps[1]);
        if (items == null) {
            return pointer;
        }
        String item = items.get(Integer.parseInt(steps[2]));
        return steps.length == 4 ? item + "/" + steps[3] : item;
    }
}
