package jp.todoke.benefits.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.todoke.api.benefits.api.FeedsApi;
import jp.todoke.api.benefits.model.FeedResult;
import jp.todoke.api.benefits.model.ResidentFeed;
import jp.todoke.api.benefits.model.TaxFeed;
import jp.todoke.benefits.audit.AuditTrail;
import jp.todoke.guard.CheckedBody;
import jp.todoke.guard.Idempotency;
import jp.todoke.guard.Problem;
import jp.todoke.guard.Problem.FieldError;
import jp.todoke.tenancy.BusinessDate;
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
    private final BusinessDate businessDate;

    FeedController(People people, TaxRegister taxes, AuditTrail audit, Idempotency idempotency, BusinessDate businessDate) {
        this.people = people;
        this.taxes = taxes;
        this.audit = audit;
        this.idempotency = idempotency;
        this.businessDate = businessDate;
    }

    @Override
    public ResponseEntity<FeedResult> feedResidents(String idempotencyKey, ResidentFeed feed) {
        refuse(FeedCheck.of(feed, businessDate.today()));
        Idempotency.Answer<FeedResult> answer = idempotency.once("feedResidents", feed, FeedResult.class, () -> {
            int changed = people.takeOver(feed.getAsOf(), feed.getResidents());
            return taken("feedResidents", feed.getResidents().size(), changed);
        });
        return ResponseEntity.status(answer.status()).body(answer.body());
    }

    @Override
    public ResponseEntity<FeedResult> feedTaxes(String idempotencyKey, TaxFeed feed) {
        refuse(FeedCheck.of(feed));
        Idempotency.Answer<FeedResult> answer = idempotency.once(
                "feedTaxes", feed, FeedResult.class, () -> taken("feedTaxes", feed.getRows().size(), taxes.takeOver(feed)));
        return ResponseEntity.status(answer.status()).body(answer.body());
    }

    private Idempotency.Answer<FeedResult> taken(String operation, int received, int changed) {
        audit.record(operation, null, "received " + received + ", changed " + changed);
        return new Idempotency.Answer<>(200, new FeedResult(received, changed), null);
    }

    /** Together with what the schema says, so that the sender learns of everything at once. */
    private static void refuse(List<FieldError> contradictions) {
        List<FieldError> errors = new ArrayList<>(CheckedBody.current().violations());
        Set<String> named = errors.stream().map(FieldError::pointer).collect(Collectors.toSet());
        contradictions.stream().filter(one -> !named.contains(one.pointer())).forEach(errors::add);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }
}
