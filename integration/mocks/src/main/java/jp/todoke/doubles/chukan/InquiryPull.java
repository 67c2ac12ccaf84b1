package jp.todoke.doubles.chukan;

import java.time.Clock;
import java.util.Optional;
import jp.todoke.doubles.persons.Person;
import jp.todoke.doubles.wire.PeerRequest;
import jp.todoke.doubles.wire.Refusal;
import jp.todoke.doubles.wire.Reply;
import jp.todoke.doubles.wire.Seal;
import org.jspecify.annotations.Nullable;

/** What is asked by receipt number. */
abstract class InquiryPull extends ChukanOperation {

    /** What both pulls read. */
    record Sources(Seal seal, LatencyProfile profile, Answers answers, Cancellations cancellations, Clock clock) {}

    static final String READ = "032:chukan/inquiries:Read";

    private final Sources sources;

    InquiryPull(Gate gate, Sources sources, String operationId, String title, String scope) {
        super(gate, operationId, title, scope);
        this.sources = sources;
    }

    abstract Reply at(Progress progress, Sources from, PeerRequest request);

    @Override
    final Reply accepted(PeerRequest request) {
        Receipt receipt = receipt(request).orElseThrow(InquiryPull::unknown);
        boolean staff = sources.answers().person(receipt).map(Person::answeredByStaff).orElse(false);
        return at(Progress.of(receipt, sources.profile(), staff), sources, request)
                .after(sources.profile().callMillis(receipt.draw()));
    }

    @Override
    public final void forget() {
        sources.cancellations().forget();
    }

    @Override
    protected final @Nullable String person(PeerRequest request) {
        return receipt(request).map(Receipt::atenabango).orElse(null);
    }

    /** chukan/inquiries/{uketsukeBango}/… */
    private Optional<Receipt> receipt(PeerRequest request) {
        return Receipt.read(request.segment(2), sources.seal());
    }

    static Refusal unknown() {
        return Refusal.business(404, "N0404", "受付番号に該当する照会がありません。");
    }
}
