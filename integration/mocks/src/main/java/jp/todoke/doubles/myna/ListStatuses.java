package jp.todoke.doubles.myna;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.todoke.doubles.wire.PeerRequest;
import jp.todoke.doubles.wire.Reply;

/** E28 GET /myna/applications/status 申請処理状況一覧取得. */
final class ListStatuses extends MynaOperation {

    private static final int MOST = 1000;

    ListStatuses(Gate gate) {
        super(gate, "listStatuses", "申請処理状況一覧取得");
    }

    @Override
    Reply answer(String municipality, Gate from, PeerRequest request) {
        String number = request.query("uketsukeBango");
        List<Applications.Application> asked = from.applications().of(municipality).stream()
                .filter(one -> number == null || one.number().equals(number)).toList();
        if (number != null && asked.isEmpty()) {
            throw unknown();
        }
        List<Map<String, Object>> statuses = asked.stream()
                .flatMap(one -> from.dealings().statuses(one).stream().map(status -> row(one, status))).limit(MOST).toList();
        return Reply.of(200, Map.of("statuses", statuses));
    }

    private static Map<String, Object> row(Applications.Application one, Dealings.Status status) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("uketsukeBango", one.number());
        row.put("status", status.code());
        if (status.message() != null) {
            row.put("message", status.message());
        }
        row.put("recordedAt", status.recordedAt().toString());
        return row;
    }
}
