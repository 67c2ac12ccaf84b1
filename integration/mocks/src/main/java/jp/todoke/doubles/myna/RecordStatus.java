package jp.todoke.doubles.myna;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import jp.todoke.doubles.wire.PeerRequest;
import jp.todoke.doubles.wire.Reply;
import tools.jackson.databind.JsonNode;

/** E28 POST /myna/applications/{uketsukeBango}/status 処理状況の登録. */
final class RecordStatus extends MynaOperation {

    private final Clock clock;

    RecordStatus(Gate gate, Clock clock) {
        super(gate, "recordStatus", "処理状況登録");
        this.clock = clock;
    }

    @Override
    Reply answer(String municipality, Gate from, PeerRequest request) {
        Applications.Application asked = asked(municipality, from, request);
        JsonNode report = Objects.requireNonNull(request.json());
        JsonNode message = report.path("message");
        String code = report.path("status").asString();
        from.dealings().record(asked, new Dealings.Status(Objects.requireNonNull(request.header("X-Request-Id")), code,
                message.isString() ? message.stringValue() : null, clock.instant()));
        return Reply.of(200, Map.of("uketsukeBango", asked.number(), "status", code));
    }
}
