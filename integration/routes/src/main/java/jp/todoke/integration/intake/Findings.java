package jp.todoke.integration.intake;

import java.util.ArrayList;
import java.util.List;
import jp.todoke.guard.Problem.FieldError;

/** Collects everything that is wrong with a package, so that the applicant corrects it once and not item by item. */
final class Findings {
    /** Enough to correct by; a hostile package must not write a book. */
    private static final int MOST = 200;

    private final List<FieldError> errors = new ArrayList<>();

    void add(String pointer, String code, String messageJa) {
        if (errors.size() < MOST) {
            errors.add(new FieldError(pointer, code, messageJa));
        }
    }

    boolean none() {
        return errors.isEmpty();
    }

    List<FieldError> all() {
        return List.copyOf(errors);
    }
}
