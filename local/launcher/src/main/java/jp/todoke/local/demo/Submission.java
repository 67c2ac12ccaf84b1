package jp.todoke.local.demo;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.todoke.client.intake.model.FieldError;
import jp.todoke.client.intake.model.IntakePackage;
import jp.todoke.client.intake.model.PackageList;
import jp.todoke.client.intake.model.PackageProblem;
import jp.todoke.client.intake.model.PackageState;
import jp.todoke.local.sample.ApplicationForm;
import jp.todoke.local.sample.ApplicationPackage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;

/** What the intake said to one package: taken over, or refused and kept with its reasons. */
public record Submission(ApplicationForm form, boolean accepted, @Nullable UUID packageId, List<FieldError> errors) {

    private static final int PAGE = 500;
    private static final MediaType ZIP = MediaType.valueOf("application/zip");

    /** Posts the package of a form; the key makes a second attempt harmless. */
    public static Submission post(Desk desk, ApplicationForm form, String idempotencyKey) {
        Submission answer = desk.http()
                .post()
                .uri("/api/v1/intake/packages")
                .header("Idempotency-Key", idempotencyKey)
                .contentType(ZIP)
                .accept(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON)
                .body(ApplicationPackage.of(form))
                .exchange((request, response) -> read(form, response));
        if (answer == null) {
            throw new IllegalStateException("no answer to the package of application " + form.no());
        }
        return answer;
    }

    /** Every package that the intake keeps, refused ones included. */
    static Map<UUID, PackageState> kept(Desk desk) {
        var kept = new HashMap<UUID, PackageState>();
        UUID after = null;
        do {
            PackageList page = desk.intake().listPackages(null, null, after, PAGE);
            page.getItems().forEach(one -> kept.put(one.getPackageId(), one.getState()));
            after = page.getNext();
        } while (after != null);
        return kept;
    }

    private static Submission read(ApplicationForm form, ClientHttpResponse response) throws IOException {
        byte[] body = response.getBody().readAllBytes();
        int status = response.getStatusCode().value();
        return switch (status) {
            case 202 -> {
                IntakePackage taken = Desk.MAPPER.readValue(body, IntakePackage.class);
                yield new Submission(form, true, taken.getPackageId(), List.of());
            }
            case 400 -> {
                PackageProblem problem = Desk.MAPPER.readValue(body, PackageProblem.class);
                List<FieldError> errors = problem.getErrors();
                yield new Submission(form, false, problem.getPackageId(), errors == null ? List.of() : errors);
            }
            default -> throw new IllegalStateException("the intake answered " + status + " to the package of application " + form.no());
        };
    }
}
