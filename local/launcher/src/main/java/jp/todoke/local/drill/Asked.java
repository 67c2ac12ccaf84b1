package jp.todoke.local.drill;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import jp.todoke.local.postgres.Database;

/** What integration holds of its inquiries, held against what the 中間サーバー has seen of them. */
final class Asked {

    /** An inquiry that left for the 中間サーバー: it alone is asked by 特定個人情報名コード. */
    record Inquiry(String requestId, String person, String institution, Instant requestedAt) {}

    private final List<Inquiry> inquiries;
    private final List<DoublesDesk.Taken> taken;

    Asked(List<Inquiry> inquiries, List<DoublesDesk.Taken> taken) {
        this.inquiries = inquiries;
        this.taken = taken;
    }

    static Asked of(Database database, DoublesDesk doubles) {
        var inquiries = new ArrayList<Inquiry>();
        try (Connection connection = database.connectAsSuperuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select request_id, atenabango, provider_kikan_cd, requested_at from linkage.inquiry where sent_at is not null and tm_cd is not null")) {
            while (rows.next()) {
                inquiries.add(new Inquiry(rows.getString(1), rows.getString(2), rows.getString(3), rows.getTimestamp(4).toInstant()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be asked", e);
        }
        return new Asked(inquiries, doubles.taken("chukan-registerInquiry"));
    }

    int inquiries() {
        return inquiries.size();
    }

    /** Registrations that came again under the same request id, as they may after an answer that was lost. */
    long repeated() {
        return taken.stream().mapToLong(one -> one.taken() - 1L).sum();
    }

    /** What must be 0, by name. */
    Map<String, Long> broken() {
        Set<String> held = new HashSet<>();
        Map<String, Integer> ofPerson = new HashMap<>();
        inquiries.forEach(inquiry -> {
            held.add(inquiry.requestId());
            ofPerson.merge(inquiry.person(), 1, Integer::sum);
        });
        Set<String> seen = new HashSet<>();
        taken.forEach(one -> {
            seen.add(one.requestId());
            ofPerson.merge(one.person(), -1, Integer::sum);
        });
        var broken = new LinkedHashMap<String, Long>();
        broken.put("never_registered", held.stream().filter(id -> !seen.contains(id)).count());
        broken.put("registered_beside_the_rows", seen.stream().filter(id -> !held.contains(id)).count());
        broken.put("persons_asked_about_twice", ofPerson.values().stream().filter(difference -> difference < 0).count());
        broken.put("request_ids_shared", (long) inquiries.size() - held.size());
        return broken;
    }

    /**
     * How many went out although an inquiry to the same institution that was older by more than this had gone out later by more than this. One
     * institution may be left alone longer than another.
     */
    long overtaking(Duration allowed) {
        Map<String, Instant> went = new HashMap<>();
        taken.forEach(one -> went.put(one.requestId(), one.first()));
        return inquiries.stream().collect(Collectors.groupingBy(Inquiry::institution)).values().stream()
                .mapToLong(ofOne -> overtaking(ofOne, went, allowed)).sum();
    }

    private static long overtaking(List<Inquiry> ofOne, Map<String, Instant> went, Duration allowed) {
        List<Inquiry> byAge = ofOne.stream().sorted(Comparator.comparing(Inquiry::requestedAt)).toList();
        long overtaking = 0;
        Instant latest = Instant.MIN;
        int older = 0;
        for (Inquiry inquiry : byAge) {
            while (byAge.get(older).requestedAt().plus(allowed).isBefore(inquiry.requestedAt())) {
                Instant at = went.getOrDefault(byAge.get(older).requestId(), Instant.MIN);
                latest = at.isAfter(latest) ? at : latest;
                older++;
            }
            Instant own = went.get(inquiry.requestId());
            overtaking += own != null && !latest.equals(Instant.MIN) && own.plus(allowed).isBefore(latest) ? 1 : 0;
        }
        return overtaking;
    }

    /** Neighbours in the order of going out that stand in the order of asking the other way round, in percent. */
    long neighboursSwappedPercent() {
        Map<String, Instant> asked = new HashMap<>();
        inquiries.forEach(inquiry -> asked.put(inquiry.requestId(), inquiry.requestedAt()));
        List<Instant> order = taken.stream().map(one -> asked.get(one.requestId())).filter(Objects::nonNull).toList();
        long swapped = 0;
        for (int i = 1; i < order.size(); i++) {
            swapped += order.get(i).isBefore(order.get(i - 1)) ? 1 : 0;
        }
        return order.size() < 2 ? 0 : 100 * swapped / (order.size() - 1);
    }
}
