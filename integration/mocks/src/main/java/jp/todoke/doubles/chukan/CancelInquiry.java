package jp.todoke.doubles.chukan;

import java.time.Instant;
import java.util.Map;
import jp.todoke.doubles.wire.PeerRequest;
import jp.todoke.doubles.wire.Refusal;
import jp.todoke.doubles.wire.Reply;

/** E11 IF_SKI_50111 照会の取りやめ: taken while there is no result; what becomes of it is pulled. */
final class CancelInquiry extends InquiryPull {

    CancelInquiry(Gate gate, Sources sources) {
        super(gate, sources, "cancelInquiry", "照会取りやめ", "032:chukan/inquiries:Create");
    }

    @Override
    Reply at(Progress progress, Sources from, PeerRequest request) {
        Instant now = from.clock().instant();
        switch (progress.state(now)) {
            case "COMPLETED" -> throw Refusal.business(409, "N0412", "照会結果が到着しているため、取りやめできません。");
            case "EXPIRED" -> throw Refusal.business(404, "N0410", "照会結果の保存期間が過ぎています。");
            default -> from.cancellations().take(request.segment(2), now);
        }
        return Reply.of(202,
                Map.of("state", "CANCEL_REQUESTED", "retryAfterMillis", from.profile().resultMillis(progress.receipt().draw()) / 4));
    }
}
