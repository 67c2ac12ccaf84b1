package jp.todoke.doubles.chukan;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.todoke.doubles.wire.PeerRequest;
import jp.todoke.doubles.wire.Reply;
import jp.todoke.doubles.wire.Scenario;

/** E09 IF_SKI_10712 照会状況の取得. */
final class PullStatus extends InquiryPull {

    PullStatus(Gate gate, Sources sources) {
        super(gate, sources, "getInquiryStatus", "照会状況取得", READ);
    }

    @Override
    Reply at(Progress progress, Sources from, PeerRequest request) {
        boolean older = request.scenario() == Scenario.OUT_OF_ORDER;
        Instant now = older ? progress.receipt().acceptedAt().minusMillis(1) : from.clock().instant();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("state", from.cancellations().stands(request.segment(2), progress, from) ? "CANCELLED" : progress.state(now));
        if (progress.permitted(now)) {
            body.put("shoriTsuban", progress.shoriTsuban());
            body.put("teikyoKyokaShoNichiji", Progress.written(progress.permittedAt()));
        }
        body.put("retryAfterMillis", older ? 0 : progress.retryAfterMillis(now));
        return Reply.of(200, body);
    }
}
