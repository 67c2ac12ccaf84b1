package jp.todoke.doubles.chukan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.todoke.doubles.togo.LinkageCodes;
import jp.todoke.doubles.wire.Digests;
import jp.todoke.doubles.wire.Scenario;

/** Requests for 符号. The number of a request is a function of its request id; what it asked for is kept while the process lives. */
final class LinkageCodeRequests {

    /** Whose 宛名番号 were asked for. */
    record Asked(String municipality, List<String> atenabango) {}

    private final LinkageCodes codes;
    private final Map<String, Asked> requests = new HashMap<>();

    LinkageCodeRequests(LinkageCodes codes) {
        this.codes = codes;
    }

    synchronized String keep(String requestId, Asked asked) {
        String number = "F" + HexFormat.of().formatHex(Digests.sha256(requestId), 0, 15);
        requests.putIfAbsent(number, asked);
        asked.atenabango().forEach(atenabango -> codes.request(asked.municipality(), atenabango));
        return number;
    }

    synchronized void forget() {
        requests.clear();
        codes.forget();
    }

    synchronized Optional<Asked> find(String number) {
        return Optional.ofNullable(requests.get(number));
    }

    Map<String, ?> state(String number, Asked asked, Scenario scenario) {
        List<Map<String, Object>> results = new ArrayList<>();
        for (String atenabango : asked.atenabango()) {
            results.add(result(codes.state(asked.municipality(), atenabango),
                    scenario == Scenario.ANOTHER_PERSON ? "000000000000000" : atenabango));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("fugoIraiBango", number);
        body.put("results", results);
        body.put("retryAfterMillis", codes.retryAfterMillis());
        return body;
    }

    private static Map<String, Object> result(LinkageCodes.State state, String atenabango) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("atenabango", atenabango);
        switch (state) {
            case ACQUIRED, REQUESTED -> result.put("state", state.name());
            case IMPOSSIBLE -> refused(result, "NO_KOJINBANGO");
            case UNKNOWN -> refused(result, "NOT_FOUND");
            case NOT_ACQUIRED, LAPSED -> refused(result, "OTHER");
        }
        return result;
    }

    private static void refused(Map<String, Object> result, String reason) {
        result.put("state", "REFUSED");
        result.put("reason", reason);
    }
}
