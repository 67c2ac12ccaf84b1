package jp.todoke.doubles.chukan;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
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

    /** Enough for every request that a client may still repeat; an older id gets a new receipt with the same result. */
    private static final int REMEMBERED = 20_000;

    private record Accepted(byte[] bodyHash, Receipt receipt) {}

    private final Seal seal;
    private final LatencyProfile profile;
    private final Clock clock;
    private final LinkageCodes codes;
    private final LegalTuples tuples = new LegalTuples();
    private final Map<String, Accepted> accepted = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Accepted> eldest) {
            return size() > REMEMBERED;
        }
    };

    RegisterInquiry(Gate gate, Seal seal, LatencyProfile profile, Clock clock, LinkageCodes codes) {
        super(gate, "registerInquiry", "照会内容登録", "032:chukan/inquiries:Create");
        this.seal = seal;
        this.profile = profile;
        this.clock = clock;
        this.codes = codes;
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
        Receipt receipt = onceFor(requestId, new Accepted(Digests.sha512(request.body()), fresh));
        String number = receipt.number(seal);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("uketsukeBango", number);
        body.put("state", "ACCEPTED");
        body.put("acceptedAt", Progress.written(receipt.acceptedAt()));
        body.put("retryAfterMillis", profile.resultMillis(receipt.draw()));
        body.put("_links", Map.of("self", Map.of("href", "/chukan/inquiries/" + number + "/status")));
        return Reply.of(202, body).after(profile.callMillis(receipt.draw()));
    }

    private Receipt onceFor(String requestId, Accepted now) {
        Accepted before;
        synchronized (accepted) {
            before = accepted.putIfAbsent(requestId, now);
        }
        if (before == null) {
            return now.receipt();
        }
        if (!Arrays.equals(before.bodyHash(), now.bodyHash())) {
            throw Refusal.business(400, "N0411", "同じリクエストIDで異なる内容が送信されました。");
        }
        return before.receipt();
    }
}
