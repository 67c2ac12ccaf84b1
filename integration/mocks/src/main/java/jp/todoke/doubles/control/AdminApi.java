package jp.todoke.doubles.control;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import jp.todoke.doubles.chukan.ChukanPeer;
import jp.todoke.doubles.persons.PersonDirectory;
import jp.todoke.doubles.persons.Rows;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The operations of the administration; README.md shows each. */
public final class AdminApi {

    static final int MOST_CHANGED = 50_000;
    private static final int PAGE = 1_000;

    /** What is answered, as JSON. */
    record Answer(int status, Object body) {
        static Answer of(Object body) {
            return new Answer(200, body);
        }

        static Answer done() {
            return of(Map.of("done", true));
        }
    }

    private final Control control;
    private final PersonDirectory persons;
    private final ChukanPeer.Lists lists;
    private final Supplier<Map<String, Object>> about;

    /** @param about what GET /admin/info tells of the process itself */
    public AdminApi(Control control, PersonDirectory persons, ChukanPeer.Lists lists, Supplier<Map<String, Object>> about) {
        this.control = control;
        this.persons = persons;
        this.lists = lists;
        this.about = about;
    }

    Answer answer(String method, URI uri, byte[] body) {
        String[] path = uri.getPath().split("/");
        String what = path.length > 2 && path[1].equals("admin") ? path[2] : "";
        String first = path.length > 3 ? path[3] : "";
        String second = path.length > 4 ? path[4] : "";
        Wish wish = new Wish(body, control.targets());
        return switch (method + " " + what + (first.isEmpty() ? "" : "/…") + (second.isEmpty() ? "" : "/…")) {
            case "GET info" -> Answer.of(info());
            case "POST reset" -> reset();
            case "POST rows" -> change(wish.rows());
            case "GET persons/…/…" -> person(first, second);
            case "DELETE persons/…/…" -> remove(first, second);
            case "PUT delays/…" -> delay(wish.target(first), wish.delay());
            case "DELETE delays/…" -> control.delays().lift(first) ? Answer.done() : unknown();
            case "GET outages" -> Answer.of(outages());
            case "POST outages" -> new Answer(201, written(wish.outage(control.outages())));
            case "DELETE outages" -> done(control.outages()::clear);
            case "DELETE outages/…" ->
                first.matches("[0-9]{1,9}") && control.outages().lift(Integer.parseInt(first)) ? Answer.done() : unknown();
            case "PUT service" -> done(() -> control.service().set(wish.service()));
            case "PUT masters" -> done(() -> lists.masters().set(wish.masters()));
            case "DELETE masters" -> done(lists.masters()::clear);
            case "GET scripts" -> Answer.of(scripts());
            case "POST scripts" -> done(() -> control.scripts().write(wish.script()));
            case "DELETE scripts" -> done(control.scripts()::clear);
            case "GET requests" -> requests(query(uri));
            case "DELETE requests" -> done(() -> {
                control.journal().clear();
                control.counts().clear();
            });
            case "PUT journal" -> done(() -> control.journal().keepBodies(wish.bodies()));
            case "GET counts" -> counts(query(uri));
            default -> unknown();
        };
    }

    private static Answer done(Runnable work) {
        work.run();
        return Answer.done();
    }

    private static Answer unknown() {
        return AdminServer.problem(404, "/", "no such operation, or nothing of that name; see README.md");
    }

    private Answer reset() {
        control.reset();
        persons.reset();
        lists.clear();
        return Answer.done();
    }

    private Map<String, Object> info() {
        Map<String, Object> info = new LinkedHashMap<>(about.get());
        info.put("startedAt", control.started().toString());
        info.put("persons", persons.size());
        info.put("personsChanged", persons.data().changed());
        info.put("targets", control.targets());
        info.put("mastersChanged", lists.masters().changed());
        info.put("service", control.told());
        info.put("delays", control.delays().all());
        info.put("outages", outages());
        info.put("scripts", scripts());
        info.put("journal",
                Map.of("kept", control.journal().kept(), "limit", control.journal().size(), "bodies", control.journal().keepsBodies()));
        info.put("counts",
                Map.of("keys", control.counts().keys(), "limit", control.counts().limit(), "exact", control.counts().without() == 0));
        return info;
    }

    private Answer change(Map<String, List<JsonNode>> rows) {
        int more = rows.values().stream().mapToInt(List::size).sum();
        if (persons.data().changed() + more > MOST_CHANGED) {
            throw new Unacceptable("/",
                    "at most " + MOST_CHANGED + " persons may differ from the data files; reset, or start with other files");
        }
        try {
            persons.change(rows);
        } catch (Rows.BadData wrong) {
            throw new Unacceptable("/", String.valueOf(wrong.getMessage()));
        }
        return Answer.done();
    }

    private Answer person(String municipalityCode, String atenabango) {
        Map<String, List<JsonNode>> rows = persons.data().of(municipalityCode, atenabango);
        return rows.isEmpty() ? unknown() : Answer.of(rows);
    }

    private Answer remove(String municipalityCode, String atenabango) {
        if (persons.data().of(municipalityCode, atenabango).isEmpty()) {
            return unknown();
        }
        persons.remove(municipalityCode, atenabango);
        return Answer.done();
    }

    private Answer delay(String target, Delays.Delay delay) {
        control.delays().set(target, delay);
        return Answer.done();
    }

    private List<Map<String, @Nullable Object>> outages() {
        return control.outages().all().stream().map(AdminApi::written).toList();
    }

    private static Map<String, @Nullable Object> written(Outages.Outage outage) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("id", outage.id());
        written.put("target", outage.target());
        written.put("as", outage.as().label());
        written.put("from", outage.from());
        written.put("until", outage.until());
        return written;
    }

    private List<Map<String, @Nullable Object>> scripts() {
        return control.scripts().all().stream().map(script -> {
            Map<String, @Nullable Object> written = new LinkedHashMap<>();
            written.put("operation", script.operation());
            written.put("person", script.person());
            written.put("answer", script.answer().label());
            written.put("left", script.left());
            return written;
        }).toList();
    }

    private Answer requests(Map<String, String> query) {
        Instant since = instant(query, "since");
        Predicate<Journal.Entry> wanted = entry -> is(query, "operation", entry.operation()) && is(query, "requestId", entry.requestId())
                && is(query, "person", entry.person()) && (since == null || !entry.at().isBefore(since));
        return Answer.of(Map.of("requests", control.journal().find(wanted, limit(query))));
    }

    private Answer counts(Map<String, String> query) {
        Counts counts = control.counts();
        List<Counts.Count> found = counts.find(key -> is(query, "operation", key.operation()) && is(query, "requestId", key.requestId())
                && is(query, "person", key.person()));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("exact", counts.without() == 0);
        body.put("withoutKey", counts.without());
        body.put("totals", counts.totals());
        body.put("keys", found.size());
        body.put("requests", found.stream().mapToLong(Counts.Count::requests).sum());
        body.put("taken", found.stream().mapToLong(Counts.Count::taken).sum());
        body.put("items",
                found.stream().sorted(Comparator.comparing(Counts.Count::firstTurn).thenComparing(count -> count.key().toString()))
                        .limit(limit(query)).map(AdminApi::written).toList());
        return Answer.of(body);
    }

    private static Map<String, @Nullable Object> written(Counts.Count count) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("operation", count.key().operation());
        written.put("requestId", count.key().requestId());
        written.put("person", count.key().person());
        written.put("requests", count.requests());
        written.put("taken", count.taken());
        written.put("firstTaken", count.firstTaken());
        return written;
    }

    private static boolean is(Map<String, String> query, String name, @Nullable String value) {
        String wanted = query.get(name);
        return wanted == null || wanted.equals(value);
    }

    private static int limit(Map<String, String> query) {
        String limit = query.getOrDefault("limit", Integer.toString(PAGE));
        if (!limit.matches("[0-9]{1,7}")) {
            throw new Unacceptable("/limit", "must be a number");
        }
        return Integer.parseInt(limit);
    }

    private static @Nullable Instant instant(Map<String, String> query, String name) {
        String text = query.get(name);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new Unacceptable("/" + name, "must be an instant such as 2026-11-16T00:00:00Z");
        }
    }

    private static Map<String, String> query(URI uri) {
        String query = uri.getRawQuery();
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }
}
