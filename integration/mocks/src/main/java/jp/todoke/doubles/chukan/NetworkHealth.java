package jp.todoke.doubles.chukan;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.todoke.doubles.wire.PeerRequest;
import jp.todoke.doubles.wire.Reply;

/** E23 IF_SYM_20212 稼動状態の取得: up, unless whoever runs the double has said otherwise. */
final class NetworkHealth extends ChukanOperation {

    private final ServiceState service;
    private final Clock clock;

    NetworkHealth(Gate gate, ServiceState service, Clock clock) {
        super(gate, "getNetworkHealth", "稼動状態取得", InquiryPull.READ);
        this.service = service;
        this.clock = clock;
    }

    @Override
    Reply accepted(PeerRequest request) {
        ServiceState.Told told = service.at(clock.instant());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("state", told.state().name());
        Instant until = told.until();
        if (until != null) {
            body.put("until", Progress.written(until));
        }
        return Reply.of(200, body);
    }
}
