package jp.todoke.benefits.payments;

import java.util.List;
import java.util.UUID;
import jp.todoke.api.benefits.api.PaymentsApi;
import jp.todoke.api.benefits.model.ControlTotals;
import jp.todoke.api.benefits.model.PaymentRun;
import jp.todoke.api.benefits.model.PaymentRunRequest;
import jp.todoke.api.benefits.model.PaymentRunSummary;
import jp.todoke.benefits.audit.AuditTrail;
import jp.todoke.benefits.payments.BankFileMapper.BankFileRow;
import jp.todoke.guard.Caller;
import jp.todoke.guard.ETags;
import jp.todoke.guard.Idempotency;
import jp.todoke.guard.Idempotency.Answer;
import jp.todoke.guard.Problem;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

/** 支払処理 over HTTP: one transaction and one audit record per request. */
@RestController
@Transactional
class PaymentRunController implements PaymentsApi {
    private final PaymentRunCreation creation;
    private final PaymentRunApproval approval;
    private final PaymentRunViews views;
    private final BankFiles files;
    private final Idempotency idempotency;
    private final AuditTrail audit;

    PaymentRunController(PaymentRunCreation creation, PaymentRunApproval approval, PaymentRunViews views, BankFiles files,
            Idempotency idempotency,
            AuditTrail audit) {
        this.creation = creation;
        this.approval = approval;
        this.views = views;
        this.files = files;
        this.idempotency = idempotency;
        this.audit = audit;
    }

    @Override
    public ResponseEntity<PaymentRun> createPaymentRun(String idempotencyKey, PaymentRunRequest request) {
        return answered(idempotency.once("createPaymentRun", request, PaymentRun.class, () -> {
            UUID runId = creation.create(request.getProgramme().getValue(), request.getPaymentDate(), Caller.current().subject());
            return answer(201, "createPaymentRun", views.run(runId));
        }));
    }

    @Override
    public ResponseEntity<PaymentRun> approvePaymentRun(UUID runId, String ifMatch, String idempotencyKey, ControlTotals totals) {
        return answered(idempotency.once("approvePaymentRun", totals, PaymentRun.class, () -> {
            approval.approve(runId, ifMatch, totals.getCount(), totals.getTotalYen(), Caller.current().subject());
            return answer(200, "approvePaymentRun", views.run(runId));
        }));
    }

    @Override
    public ResponseEntity<PaymentRun> cancelPaymentRun(UUID runId, String ifMatch, String idempotencyKey) {
        return answered(idempotency.once("cancelPaymentRun", runId, PaymentRun.class, () -> {
            approval.cancel(runId, ifMatch);
            return answer(200, "cancelPaymentRun", views.run(runId));
        }));
    }

    @Override
    public ResponseEntity<PaymentRun> getPaymentRun(UUID runId) {
        return answered(answer(200, "getPaymentRun", views.run(runId)));
    }

    @Override
    public ResponseEntity<List<PaymentRunSummary>> listPaymentRuns() {
        audit.record("listPaymentRuns", null, null);
        return ResponseEntity.ok(views.all());
    }

    @Override
    public ResponseEntity<Resource> getBankFile(UUID runId) {
        BankFileRow file = files.ofRun(runId).orElseThrow(Problem::notFound);
        audit.record("getBankFile", null, file.name() + " " + file.sha256());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(file.name()).build().toString())
                .header("X-Content-SHA256", file.sha256()).body(new ByteArrayResource(file.content()));
    }

    private Answer<PaymentRun> answer(int status, String operation, PaymentRun run) {
        audit.record(operation, null,
                "run %s, %s, %d items, %d yen".formatted(run.getRunId(), run.getState(), run.getCount(), run.getTotalYen()));
        return new Answer<>(status, run, ETags.of(run.getVersion()));
    }

    private static ResponseEntity<PaymentRun> answered(Answer<PaymentRun> answer) {
        return ResponseEntity.status(answer.status()).eTag(answer.etag()).body(answer.body());
    }
}
