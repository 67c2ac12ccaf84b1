package jp.todoke.doubles.chukan;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import jp.todoke.doubles.togo.LinkageCodes;
import jp.todoke.doubles.wire.Digests;
import jp.todoke.doubles.wire.PeerRequest;
import jp.todoke.doubles.wire.Refusal;
import jp.todoke.doubles.wire.Reply;
import jp.todoke.doubles.wire.Seal;
import tools.jackson.databind.JsonNode;

/** E07 IF_SKI_10111 照会内容の登録: gives a receipt, not an answer. */
final class RegisterInquiry extends ChukanOperation {

    private final Seal seal;
    private final LatencyProfile profile;
    private final Clock clock;
    private final LinkageCodes codes;
    private final LegalTuples tuples = new LegalTuples();
    private final AcceptedInquiries accepted;

    RegisterInquiry(Gate gate, Seal seal, LatencyProfile profile, Clock clock, LinkageCodes codes,
            AcceptedInquiries accepted) {
        super(gate, "registerInquiry", "照会内容登録", "032:chukan/inquiries:Create");
        this.seal = seal;
        this.profile = profile;
        this.clock = clock;
        this.codes = codes;
        this.accepted = accepted;
    }

    @Override
    Reply accepted(PeerRequest request) {
        JsonNode inquiry = Objects.requireNonNull(request.json());
        String requestId = Objects.requireNonNull(request.header("X-Request-Id"));
        Instant now = clock.instant();
        Receipt fresh = Receipt.of(inquiry, requestId, now, tuples.verdict(inquiry, LocalDate.ofInstant(now, Progress.JAPAN)));
        if (codes.missing(fresh.asker(), fresh.atenabango())) {
            throw Refusal.business(400, "N0415", "符号が取得されていません。");
        }
        Receipt receipt = accepted.onceFor(requestId, Digests.sha512(request.body()), fresh);
        String number = receipt.number(seal);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("uketsukeBango", number);
        body.put("state", "ACCEPTED");
        body.put("acceptedAt", Progress.written(receipt.acceptedAt()));
        body.put("retryAfterMillis", profile.resultMillis(receipt.draw()));
        body.put("_links", Map.of("self", Map.of("href", "/chukan/inquiries/" + number + "/status")));
        return Reply.of(202, body).after(profile.callMillis(receipt.draw()));
    }
}
