package jp.todoke.integration.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import jp.todoke.api.intake.api.IntakeApi;
import jp.todoke.api.intake.model.IntakePackage;
import jp.todoke.api.intake.model.PackageList;
import jp.todoke.api.intake.model.PackageState;
import jp.todoke.guard.Idempotency;
import jp.todoke.guard.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

/** The intake API of specs/api/intake.yaml. */
@RestController
class IntakeController implements IntakeApi {
    private static final int ACCEPTED = 202;
    private static final int MOST_SENT = 6 * 1024 * 1024;

    private final PackageIntake intake;
    private final IntakeMapper rows;
    private final PackageAnswers answers;
    private final Views views;

    IntakeController(PackageIntake intake, IntakeMapper rows, PackageAnswers answers, Views views) {
        this.views = views;
        this.intake = intake;
        this.rows = rows;
        this.answers = answers;
    }

    @Override
    public ResponseEntity<IntakePackage> submitPackage(String idempotencyKey, Resource body) {
        Idempotency.Answer<IntakePackage> answer = intake.submit(bounded(body));
        if (answer.status() != ACCEPTED) {
            throw PackageAnswers.refusal(answer.body());
        }
        return ResponseEntity.status(ACCEPTED).body(answer.body());
    }

    private static byte[] bounded(Resource body) {
        if (body instanceof ByteArrayResource read && read.contentLength() <= MOST_SENT) {
            // Read already and held to the limit: no second copy of megabytes.
            return read.getByteArray();
        }
        try (InputStream in = body.getInputStream()) {
            byte[] zip = in.readNBytes(MOST_SENT + 1);
            if (zip.length > MOST_SENT) {
                throw Problem.of(413, "BODY_TOO_LARGE", "申請データが大きすぎます。5MBまでにしてください。");
            }
            return zip;
        } catch (IOException e) {
            throw Problem.of(400, "BODY_UNREADABLE", "申請データを最後まで受け取れませんでした。もう一度送信してください。");
        }
    }

    @Override
    @Transactional
    public ResponseEntity<IntakePackage> getPackage(UUID packageId) {
        PackageRow row = rows.byId(packageId);
        if (row == null) {
            throw Problem.notFound();
        }
        views.ofPackage("getPackage", packageId);
        return ResponseEntity.ok(answers.of(row));
    }

    @Override
    @Transactional
    public ResponseEntity<Resource> getPackageOriginal(UUID packageId) {
        IntakeMapper.Original original = rows.original(packageId);
        if (original == null) {
            throw Problem.notFound();
        }
        views.ofPackage("getPackageOriginal", packageId);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(original.way().equals(Way.IMPORT.name()) ? "text/csv" : "application/zip"))
                .body(new ByteArrayResource(original.original()));
    }

    @Override
    @Transactional
    public ResponseEntity<PackageList> listPackages(@Nullable PackageState state, @Nullable String uketsukeBango, @Nullable UUID after,
            Integer limit) {
        List<IntakePackage> items = rows.list(state == null ? null : state.getValue(), uketsukeBango, after, limit).stream()
                .map(answers::of).toList();
        views.ofPackages(items.size());
        var list = new PackageList(items);
        return ResponseEntity.ok(items.size() < limit ? list : list.next(items.getLast().getPackageId()));
    }
}
