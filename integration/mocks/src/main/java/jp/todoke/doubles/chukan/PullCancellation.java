package jp.todoke.doubles.chukan;

import java.time.Instant;
import java.util.Map;
import jp.todoke.doubles.wire.PeerRequest;
import jp.todoke.doubles.wire.Refusal;
import jp.todoke.doubles.wire.Reply;

/** E11 IF_SKI_50412 取りやめ結果の取得. */
final class PullCancellation extends InquiryPull {

    PullCancellation(Gate gate, Sources sources) {
        super(gate, sources, "getInquiryCancellation", "取りやめ結果取得", READ);
    }

    @Override
    Reply at(Progress progress, Sources from, PeerRequest request) {
        Instant taken = from.cancellations().of(request.segment(2))
                .orElseThrow(() -> Refusal.business(404, "N0413", "取りやめの依頼がありません。"));
        Instant told = Cancellations.told(taken, progress, from);
        Instant now = from.clock().instant();
        String state = !progress.completesAt().isAfter(told) ? "TOO_LATE" : now.isBefore(told) ? "CANCEL_REQUESTED" : "CANCELLED";
        return Reply.of(200, Map.of("state", state, "retryAfterMillis", Math.max(0, told.toEpochMilli() - now.toEpochMilli())));
    }
}
