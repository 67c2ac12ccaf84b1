package jp.todoke.doubles.chukan;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.todoke.doubles.wire.PeerRequest;
import jp.todoke.doubles.wire.Reply;
import jp.todoke.doubles.wire.Scenario;

/** E24 IF_SCM_30112 マスター更新情報. All askers are municipalities, so that one 照合リスト serves them all. */
final class ListMasterChanges extends ChukanOperation {
    /** 千代田区: nobody that asks here. */
    private static final String SOMEBODY_ELSE = "0220113101601700";

    private final Masters masters;
    private final Clock clock;

    ListMasterChanges(Gate gate, Masters masters, Clock clock) {
        super(gate, "listMasterChanges", "マスター更新情報取得", InquiryPull.READ);
        this.masters = masters;
        this.clock = clock;
    }

    @Override
    Reply accepted(PeerRequest request) {
        ListQuery query = new ListQuery(request);
        String asker = query.asker();
        int limit = query.limit();
        String after = request.query("after");
        int from = after == null ? 0 : ListQuery.read("after", after, "next", Integer::valueOf);
        Instant now = clock.instant();
        Scenario scenario = request.scenario();
        List<Masters.Row> found = scenario == Scenario.NOTHING_FOUND ? List.of() : masters.since(query.optionalInstant("since"));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("shokaishaKikanCd", scenario == Scenario.ANOTHER_PERSON ? SOMEBODY_ELSE : KikanCode.of(asker.substring(0, 5)));
        body.put("asOf", Progress.written(now));
        List<Map<String, String>> items = found.stream().skip(from).limit(limit).map(Masters.Row::cells)
                .collect(Collectors.toCollection(ArrayList::new));
        if (scenario == Scenario.OUT_OF_ORDER && !items.isEmpty()) {
            items.addFirst(items.getLast());
        }
        body.put("items",
                scenario == Scenario.WRONG_LAYOUT ? items.stream().map(row -> Map.of("table", row.get("table"))).toList() : items);
        if (found.size() > from + limit) {
            body.put("next", Integer.toString(from + limit));
        }
        return Reply.of(200, body);
    }
}
