package jp.todoke.integration.intake;

import java.util.List;
import java.util.UUID;
import jp.todoke.guard.Problem.FieldError;
import org.jspecify.annotations.Nullable;

/** Who wants to know what becomes of packages; told in the transaction of what it tells. */
public interface PackageNews {

    /** 受理. */
    void accepted(String uketsukeBango);

    /**
     * 差戻し. Not told of other bytes under a number that is in use: what was accepted under it stands.
     *
     * @param errors every reason
     */
    void refused(UUID packageId, List<FieldError> errors);

    /** The case has come so far. */
    void reached(String uketsukeBango, String status, @Nullable String message);
}
