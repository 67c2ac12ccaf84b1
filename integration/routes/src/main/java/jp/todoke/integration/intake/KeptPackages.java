package jp.todoke.integration.intake;

import java.util.List;
import java.util.UUID;
import jp.todoke.guard.Problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How kept packages stand, for those who report of them. */
@Component
public class KeptPackages {

    /**
     * @param accepted whether a package was accepted under the number, whichever way it came
     * @param status   that the case last fed back
     * @param refusals of the package itself, while nothing was accepted under its number
     */
    public record Standing(boolean accepted, @Nullable String status, List<FieldError> refusals) {}

    private final IntakeMapper rows;
    private final PackageAnswers answers;

    KeptPackages(IntakeMapper rows, PackageAnswers answers) {
        this.rows = rows;
        this.answers = answers;
    }

    public Standing standing(String uketsukeBango, UUID packageId) {
        PackageRow accepted = rows.acceptedWithNumber(uketsukeBango);
        if (accepted != null) {
            return new Standing(true, accepted.applicationStatus(), List.of());
        }
        PackageRow own = rows.byId(packageId);
        List<FieldError> refusals = own == null
                ? List.of()
                : answers.errors(own.refusals()).stream()
                        .map(error -> new FieldError(error.getPointer(), error.getCode(), error.getMessage())).toList();
        return new Standing(false, null, refusals);
    }
}
