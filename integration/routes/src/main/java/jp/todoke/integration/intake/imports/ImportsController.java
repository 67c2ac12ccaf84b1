package jp.todoke.integration.intake.imports;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import jp.todoke.api.intake.api.ImportsApi;
import jp.todoke.api.intake.model.FieldError;
import jp.todoke.api.intake.model.ImportState;
import jp.todoke.api.intake.model.IntakeImport;
import jp.todoke.api.intake.model.RefusedRow;
import jp.todoke.guard.Caller;
import jp.todoke.guard.Idempotency;
import jp.todoke.guard.Problem;
import jp.todoke.integration.intake.Views;
import jp.todoke.tenancy.Tenant;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** 一括取込 (方式4) of specs/api/intake.yaml: the table is read through and kept at once, its rows are judged afterwards. */
@RestController
class ImportsController implements ImportsApi {
    private static final int ACCEPTED = 202;
    private static final int MOST_BYTES = 6 * 1024 * 1024;
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final TypeReference<List<FieldError>> ERRORS = new TypeReference<>() {
    };

    private final ImportMapper imports;
    private final Idempotency idempotency;
    private final Views views;
    private final Clock clock;
    private final JsonMapper json;

    ImportsController(ImportMapper imports, Idempotency idempotency, Views views, Clock clock, JsonMapper json) {
        this.imports = imports;
        this.idempotency = idempotency;
        this.views = views;
        this.clock = clock;
        this.json = json;
    }

    @Override
    @Transactional
    public ResponseEntity<IntakeImport> importApplications(String idempotencyKey, Resource body) {
        byte[] table = bounded(body);
        int rows = ApplicationTable.read(table).rows().size();
        String sha256 = sha256(table);
        Idempotency.Answer<IntakeImport> answer = idempotency.once("importApplications", sha256, IntakeImport.class, () -> {
            imports.keepIfNew(new ImportMapper.NewImport(Tenant.current().code(), UUID.randomUUID(), sha256, table, rows, clock.instant(),
                    Caller.current().subject()));
            return new Idempotency.Answer<>(ACCEPTED, answer(imports.byHash(sha256), List.of()), null);
        });
        return ResponseEntity.status(ACCEPTED).body(answer.body());
    }

    @Override
    @Transactional
    public ResponseEntity<IntakeImport> getImport(UUID importId, Integer after, Integer limit) {
        ImportMapper.ImportRow row = imports.byId(importId);
        if (row == null) {
            throw Problem.notFound();
        }
        List<RefusedRow> refused = imports.refused(importId, after, limit).stream().map(this::refused).toList();
        views.ofImport(importId, refused.size());
        IntakeImport answer = answer(row, refused);
        return ResponseEntity.ok(refused.size() < limit ? answer : answer.next(refused.getLast().getLine()));
    }

    private IntakeImport answer(ImportMapper.ImportRow row, List<RefusedRow> refused) {
        ImportMapper.Tally tally = imports.tally(row.importId());
        return new IntakeImport(row.importId(), ImportState.fromValue(row.state()), row.sha256(),
                row.receivedAt().atZone(JAPAN).toOffsetDateTime(), row.rowCount(), tally.judged(), tally.accepted(), tally.refused(),
                tally.alreadyTaken(), refused);
    }

    private RefusedRow refused(ImportMapper.Refused row) {
        return new RefusedRow(row.line(), json.readValue(row.refusals(), ERRORS)).packageId(row.packageId())
                .uketsukeBango(row.uketsukeBango());
    }

    private static byte[] bounded(Resource body) {
        try (InputStream in = body.getInputStream()) {
            byte[] table = in.readNBytes(MOST_BYTES + 1);
            if (table.length > MOST_BYTES) {
                throw Problem.of(413, "BODY_TOO_LARGE", "取込ファイルが大きすぎます。6MBまでにしてください。");
            }
            return table;
        } catch (IOException e) {
            throw Problem.of(400, "BODY_UNREADABLE", "取込ファイルを最後まで受け取れませんでした。もう一度送信してください。");
        }
    }

    private static String sha256(byte[] table) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(table));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
