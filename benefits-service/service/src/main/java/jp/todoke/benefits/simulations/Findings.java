package jp.todoke.benefits.simulations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.todoke.guard.Problem;
import jp.todoke.guard.Problem.FieldError;
import org.jspecify.annotations.Nullable;

/** Everything that is wrong with one case, gathered so that its sender learns of it at once. Values are never quoted. */
final class Findings {
    private final List<FieldError> found = new ArrayList<>(0);

    void add(String pointer, String code, String message) {
        add(new FieldError(pointer, code, message));
    }

    /** One place is named once for one reason, even where two checks see it; what was sent and could not be read is not missing as well. */
    void add(FieldError error) {
        boolean said = found.stream().anyMatch(known -> known.pointer().equals(error.pointer())
                && (known.code().equals(error.code()) || error.code().equals("REQUIRED")));
        if (!said) {
            found.add(error);
        }
    }

    void addAll(List<FieldError> errors) {
        errors.forEach(this::add);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    Problem problem() {
        return Problem.invalid(found);
    }

    /** A period of days that has no day in it. */
    void periodAt(String pointer, @Nullable LocalDate from, @Nullable LocalDate until) {
        if (from != null && until != null && !until.isAfter(from)) {
            add(pointer, "ENDS_BEFORE_START", "終わりの日（その日を含みません）は、始まりの日より後の日にしてください。");
        }
    }

    /** A list of the request; empty where it was left out or could not be read. Places that could not be read are null. */
    static <T> List<@Nullable T> listed(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** What of a list could be read. */
    static <T> List<T> readable(@Nullable List<T> list) {
        return listed(list).stream().filter(Objects::nonNull).toList();
    }
}
