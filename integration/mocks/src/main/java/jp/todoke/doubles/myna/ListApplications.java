package jp.todoke.doubles.myna;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.todoke.doubles.wire.PeerRequest;
import jp.todoke.doubles.wire.Refusal;
import jp.todoke.doubles.wire.Reply;
import org.jspecify.annotations.Nullable;

/** E28 GET /myna/applications 申請データ一覧取得: by day of arrival, procedure and whether it was fetched, in pages. */
final class ListApplications extends MynaOperation {

    private static final int PAGE = 100;
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    ListApplications(Gate gate) {
        super(gate, "listApplications", "申請データ一覧取得");
    }

    @Override
    Reply answer(String municipality, Gate from, PeerRequest request) {
        LocalDate first = day("from", request);
        LocalDate last = day("to", request);
        String procedure = request.query("procedure");
        String after = request.query("after");
        boolean unreadOnly = "true".equals(request.query("unread"));
        List<Applications.Application> found = from.applications().of(municipality).stream().filter(one -> {
            LocalDate arrived = one.arrivedAt().atZone(JAPAN).toLocalDate();
            return !arrived.isBefore(first) && !arrived.isAfter(last) && (procedure == null || procedure.equals(one.procedure()))
                    && (after == null || one.number().compareTo(after) > 0)
                    && (!unreadOnly || !from.dealings().wasRead(one));
        }).toList();
        Map<String, Object> body = new LinkedHashMap<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        found.stream().limit(PAGE).forEach(one -> rows.add(row(one, !from.dealings().wasRead(one))));
        body.put("applications", rows);
        if (found.size() > PAGE) {
            body.put("next", found.get(PAGE - 1).number());
        }
        return Reply.of(200, body);
    }

    private static Map<String, Object> row(Applications.Application one, boolean unread) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("uketsukeBango", one.number());
        row.put("procedure", one.procedure());
        row.put("arrivedAt", one.arrivedAt().atZone(JAPAN).toOffsetDateTime().toString());
        row.put("bytes", one.bytes());
        row.put("sha256", one.sha256());
        row.put("unread", unread);
        return row;
    }

    private static LocalDate day(String name, PeerRequest request) {
        String text = request.query(name);
        if (text == null) {
            throw Refusal.invalid(List.of(Refusal.Fault.missing(name)));
        }
        LocalDate day = parsed(text);
        if (day == null) {
            throw Refusal.invalid(List.of(Refusal.Fault.notAllowed(name, "YYYY-MM-DD")));
        }
        return day;
    }

    private static @Nullable LocalDate parsed(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            return null;
        }
    }
}
