package jp.todoke.doubles.control;

import java.util.ArrayList;
import java.util.List;
import jp.todoke.doubles.wire.Conduct;
import jp.todoke.doubles.wire.Scenario;
import org.jspecify.annotations.Nullable;

/** The next answers of an operation, for one person or for whoever comes. Those that were written first are used first. */
final class Scripts {

    static final int MOST = 1_000;
    static final int MOST_TIMES = 100_000;

    /** A scenario, or what a result says. */
    record Answer(Scenario scenario, @Nullable String resultKind) {
        static final Answer NONE = new Answer(Scenario.NONE, null);

        String label() {
            return resultKind == null ? scenario.label() : resultKind;
        }
    }

    /** @param left how many answers are still to come */
    record Script(String operation, @Nullable String person, Answer answer, int left) {
        private boolean fits(Conduct.Asked asked) {
            return Targets.hits(operation, asked) && (person == null || person.equals(asked.person()));
        }
    }

    private final List<Script> scripts = new ArrayList<>();
    private volatile boolean written;

    Answer next(Conduct.Asked asked) {
        return written ? taken(asked) : Answer.NONE;
    }

    private synchronized Answer taken(Conduct.Asked asked) {
        for (int i = 0; i < scripts.size(); i++) {
            Script script = scripts.get(i);
            if (script.fits(asked)) {
                scripts.set(i, new Script(script.operation(), script.person(), script.answer(), script.left() - 1));
                scripts.removeIf(one -> one.left() == 0);
                written = !scripts.isEmpty();
                return script.answer();
            }
        }
        return Answer.NONE;
    }

    synchronized void write(Script script) {
        if (scripts.size() >= MOST) {
            throw new Unacceptable("/", "at most " + MOST + " scripts wait; clear them");
        }
        scripts.add(script);
        written = true;
    }

    synchronized void clear() {
        scripts.clear();
        written = false;
    }

    synchronized List<Script> all() {
        return List.copyOf(scripts);
    }
}
