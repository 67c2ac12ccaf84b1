package jp.todoke.benefits.people;

import java.util.ArrayList;
import java.util.List;
import jp.todoke.api.benefits.api.FeedsApi;
import jp.todoke.api.benefits.model.FeedResult;
import jp.todoke.api.benefits.model.Resident;
import jp.todoke.api.benefits.model.ResidentFeed;
import jp.todoke.api.benefits.model.TaxFeed;
import jp.todoke.api.benefits.model.TaxRow;
import jp.todoke.benefits.audit.AuditTrail;
import jp.todoke.guard.Idempotency;
import jp.todoke.guard.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Transactional
class FeedController implements FeedsApi {
    private final People people;
    private final TaxRegister taxes;
    private final AuditTrail audit;
    private final Idempotency idempotency;

    FeedController(People people, TaxRegister taxes, AuditTrail audit, Idempotency idempotency) {
        this.people = people;
        this.taxes = taxes;
        this.audit = audit;
        this.idempotency = idempotency;
    }

    @Override
    public ResponseEntity<FeedResult> feedResidents(String idempotencyKey, ResidentFeed feed) {
        requireStays(feed);
        Idempotency.Answer<FeedResult> answer = idempotency.once("feedResidents", feed, FeedResult.class, () -> {
            int changed = people.takeOver(feed.getAsOf(), feed.getResidents());
            return taken("feedResidents", feed.getResidents().size(), changed);
        });
        return ResponseEntity.status(answer.status()).body(answer.body());
    }

    @Override
    public ResponseEntity<FeedResult> feedTaxes(String idempotencyKey, TaxFeed feed) {
        requireIncomes(feed);
        Idempotency.Answer<FeedResult> answer = idempotency.once(
                "feedTaxes", feed, FeedResult.class, () -> taken("feedTaxes", feed.getRows().size(), taxes.takeOver(feed)));
        return ResponseEntity.status(answer.status()).body(answer.body());
    }

    private Idempotency.Answer<FeedResult> taken(String operation, int received, int changed) {
        audit.record(operation, null, "received " + received + ", changed " + changed);
        return new Idempotency.Answer<>(200, new FeedResult(received, changed), null);
    }

    /** What a schema cannot say: nobody leaves before coming. */
    private static void requireStays(ResidentFeed feed) {
        List<Problem.FieldError> errors = new ArrayList<>();
        for (int index = 0; index < feed.getResidents().size(); index++) {
            Resident resident = feed.getResidents().get(index);
            if (resident.getRemovedOn() != null && resident.getRemovedOn().isBefore(resident.getResidentSince())) {
                errors.add(new Problem.FieldError(
                        "/residents/" + index + "/removedOn", "CONTRADICTS", "消除日が、住民となった日より前です。日付を確認してください。"));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    /** What a schema cannot say: an income stands exactly where it was declared. */
    private static void requireIncomes(TaxFeed feed) {
        List<Problem.FieldError> errors = new ArrayList<>();
        for (int index = 0; index < feed.getRows().size(); index++) {
            TaxRow row = feed.getRows().get(index);
            if (row.getDeclared() != (row.getTotalIncomeYen() != null)) {
                errors.add(new Problem.FieldError(
                        "/rows/" + index + "/totalIncomeYen", "CONTRADICTS", "申告済みの行には合計所得金額を記載し、未申告の行には記載しないでください。"));
            }
            if (!row.getDeclared() && row.getDetail() != null) {
                errors.add(new Problem.FieldError("/rows/" + index + "/detail", "CONTRADICTS", "未申告の行には所得・控除の内訳を記載しないでください。"));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }
}
