package jp.todoke.doubles.chukan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.todoke.doubles.chukan.AcceptedInquiries.Listed;
import jp.todoke.doubles.persons.Person;
import jp.todoke.doubles.wire.PeerRequest;
import jp.todoke.doubles.wire.Reply;
import jp.todoke.doubles.wire.Scenario;
import org.jspecify.annotations.Nullable;

/** E12 IF_SKI_10723/10734 照会状況, as a list: what was accepted of one municipality, with where it stands now. */
final class ListInquiries extends ChukanOperation {
    private static final Set<String> STATES = Set.of("ACCEPTED", "IN_PROGRESS", "WAITING_PROVIDER", "COMPLETED", "CANCELLED", "EXPIRED");
    /** 千代田区: nobody that asks here. */
    private static final String SOMEBODY_ELSE = "0220113101601700";

    private final InquiryPull.Sources sources;
    private final AcceptedInquiries accepted;

    ListInquiries(Gate gate, InquiryPull.Sources sources, AcceptedInquiries accepted) {
        super(gate, "listInquiries", "照会状況一覧取得", InquiryPull.READ);
        this.sources = sources;
        this.accepted = accepted;
    }

    @Override
    Reply accepted(PeerRequest request) {
        ListQuery query = new ListQuery(request);
        String asker = query.asker();
        int limit = query.limit();
        String state = state(request.query("state"));
        String after = request.query("after");
        Listed before = after == null ? null : place(after);
        Instant from = query.instant("from");
        if (before != null && before.receipt().acceptedAt().isAfter(from)) {
            from = before.receipt().acceptedAt();
        }
        List<Listed> found = request.scenario() == Scenario.NOTHING_FOUND
                ? List.of()
                : accepted.of(asker, from, query.instant("to"), sources.seal()).stream()
                        .filter(one -> before == null || one.isAfter(before)).filter(one -> state == null || state.equals(state(one)))
                        .limit(limit + 1L).toList();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("completeFrom", Progress.written(accepted.completeFrom()));
        List<Map<String, Object>> items = new ArrayList<>();
        found.stream().limit(limit).forEach(one -> items.add(written(one, KikanCode.of(asker.substring(0, 5)))));
        body.put("items", items);
        spoil(request.scenario(), items);
        if (found.size() > limit) {
            body.put("next", found.get(limit - 1).number());
        }
        return Reply.of(200, body);
    }

    private static @Nullable String state(@Nullable String named) {
        if (named != null && !STATES.contains(named)) {
            throw ListQuery.notAllowed("state", String.join("、", STATES.stream().sorted().toList()));
        }
        return named;
    }

    private Listed place(String number) {
        return Receipt.read(number, sources.seal()).map(receipt -> new Listed("", receipt, number))
                .orElseThrow(() -> ListQuery.notAllowed("after", "next"));
    }

    private String state(Listed one) {
        boolean staff = sources.answers().person(one.receipt()).map(Person::answeredByStaff).orElse(false);
        Progress progress = Progress.of(one.receipt(), sources.profile(), staff);
        Instant now = sources.clock().instant();
        return sources.cancellations().stands(one.number(), progress, sources) ? "CANCELLED" : progress.state(now);
    }

    private Map<String, Object> written(Listed one, String asker) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("uketsukeBango", one.number());
        item.put("requestId", one.requestId());
        item.put("shokaishaKikanCd", asker);
        item.put("state", state(one));
        item.put("acceptedAt", Progress.written(one.receipt().acceptedAt()));
        return item;
    }

    /** Another municipality's inquiry in between; one of its rows twice; rows without what makes them rows. */
    private static void spoil(Scenario scenario, List<Map<String, Object>> items) {
        if (items.isEmpty()) {
            return;
        }
        if (scenario == Scenario.ANOTHER_PERSON) {
            items.getLast().put("shokaishaKikanCd", SOMEBODY_ELSE);
        } else if (scenario == Scenario.OUT_OF_ORDER) {
            items.add(items.getFirst());
        } else if (scenario == Scenario.WRONG_LAYOUT) {
            items.forEach(item -> item.put("bango", item.remove("uketsukeBango")));
        }
    }
}
