package jp.todoke.integration.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.todoke.channel.WorkQueue;
import jp.todoke.integration.IntegrationTest;
import jp.todoke.integration.Portal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ImportTest extends IntegrationTest {
    private static final String PATH = "/api/v1/intake/imports";
    private static final String PACKAGES = "/api/v1/intake/packages";
    private static final String CASEWORKER = token("caseworker", HERE, "intake:write intake:read");

    @Autowired
    JsonMapper json;
    @Autowired
    @Qualifier("imports")
    WorkQueue imports;
    @Autowired
    @Qualifier("portal-list")
    WorkQueue lists;
    @Autowired
    @Qualifier("portal-fetch")
    WorkQueue fetches;

    @BeforeEach
    void emptyPortal() {
        Portal.clear();
    }

    /** The family of {@link Packages#XML}, in cells. */
    private static Map<String, String> row(String number) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("uketsukeBango", number);
        row.put("procedure", "CHILD_ALLOWANCE_NEW");
        row.put("arrivedAt", "2026-11-16T09:12:00+09:00");
        row.put("amends", "");
        row.put("jpkiSerial", "J0000000001");
        row.put("signatureVerified", "true");
        row.put("signedAt", "2026-11-16T09:10:00+09:00");
        row.put("applicant.name", "届野　一郎");
        row.put("applicant.kana", "トドケノ　イチロウ");
        row.put("applicant.birthDate", "1990-04-05");
        row.put("applicant.occupation", "EMPLOYEE");
        row.put("spouse.name", "届野　花子");
        row.put("spouse.birthDate", "1991-02-03");
        row.put("spouse.livesTogether", "true");
        row.put("children.1.name", "届野　太郎");
        row.put("children.1.birthDate", "2026-10-31");
        row.put("children.1.livesTogether", "true");
        row.put("children.2.name", "届野　次子");
        row.put("children.2.birthDate", "2024-02-29");
        row.put("children.2.livesTogether", "true");
        row.put("countedSiblings.1.name", "届野　次郎");
        row.put("countedSiblings.1.birthDate", "2006-06-10");
        row.put("countedSiblings.1.declaredOn", "2026-11-16");
        row.put("cause.kind", "BIRTH");
        row.put("cause.on", "2026-10-31");
        row.put("separation", "false");
        row.put("account.usePublicAccount", "true");
        row.put("children.4.name", "");
        row.put("children.4.birthDate", "");
        row.put("children.4.livesTogether", "");
        return row;
    }

    private static Map<String, String> row(String number, String column, String value) {
        Map<String, String> row = row(number);
        if (!row.containsKey(column)) {
            throw new IllegalArgumentException(column);
        }
        row.put(column, value);
        return row;
    }

    private static String line(Iterable<String> cells) {
        return String.join(",",
                IntStream.range(0, 1).boxed().flatMap(_ -> java.util.stream.StreamSupport.stream(cells.spliterator(), false))
                        .map(cell -> cell.matches(".*[,\"\r\n].*") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell).toList())
                + "\r\n";
    }

    private static String table(List<Map<String, String>> rows) {
        return line(rows.getFirst().keySet()) + rows.stream().map(row -> line(row.values())).collect(Collectors.joining());
    }

    private static String table(Map<String, String> row) {
        return table(List.of(row));
    }

    private static String table(Map<String, String> first, Map<String, String> second) {
        return table(List.of(first, second));
    }

    private HttpResponse<String> post(String table, String key) {
        return send(request(PATH, CASEWORKER).header("Content-Type", "text/csv; charset=utf-8").header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(table)));
    }

    private JsonNode imported(String table) {
        HttpResponse<String> response = post(table, "key-" + UUID.randomUUID());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        imports.drain();
        return get(PATH + "/" + body(response).path("importId").asString());
    }

    private JsonNode get(String path) {
        return json.readTree(send(request(path, CASEWORKER)).body());
    }

    private JsonNode body(HttpResponse<String> response) {
        return json.readTree(response.body());
    }

    private List<String> refusals(JsonNode imported) {
        return imported.path("errors").valueStream().flatMap(row -> row.path("errors").valueStream()
                .map(error -> row.path("line").asInt() + error.path("pointer").asString() + " " + error.path("code").asString())).toList();
    }

    private static List<String> messages() {
        return query("select payload::text from linkage.outbox where type = 'application.received' order by position");
    }

    /** What the case is told, without the way and the original. */
    private JsonNode told() {
        ObjectNode told = (ObjectNode) json.readTree(messages().getFirst());
        told.remove(List.of("packageId", "sha256"));
        change("""
                truncate linkage.outbox, linkage.portal_application, linkage.portal_report, linkage.portal_watch, linkage.intake_import,
                  linkage.intake_import_row, linkage.intake_package""");
        return told;
    }

    @Test
    void tellsTheCaseTheSameWhicheverWayAnApplicationCame() {
        for (Map.Entry<Packages, Map<String, String>> one : Map.of(new Packages(), row("P"), Packages.childRearing(), childRearing())
                .entrySet()) {
            String number = Portal.number();
            byte[] zip = one.getKey().without("attachments/child.pdf").number(number).zip();
            one.getValue().put("uketsukeBango", number);

            assertThat(send(request(PACKAGES, CASEWORKER).header("Content-Type", "application/zip")
                    .header("Idempotency-Key", "key-" + UUID.randomUUID()).POST(HttpRequest.BodyPublishers.ofByteArray(zip))).statusCode())
                    .isEqualTo(202);
            JsonNode byApi = told();
            Portal.put(HERE, number, zip);
            change("insert into linkage.portal_watch (municipality_code, watch_id, next_attempt_at) values ('139998', gen_random_uuid(), '2026-11-01')");
            CLOCK.advance(Duration.ofMinutes(31));
            lists.drain();
            fetches.drain();
            JsonNode byPortal = told();
            assertThat(imported(table(one.getValue())).path("accepted").asInt()).isEqualTo(1);
            JsonNode byTable = told();

            assertThat(byPortal).isEqualTo(byApi);
            assertThat(byTable).isEqualTo(byApi);
            assertThat(byApi.at("/application/children")).hasSize(2);
        }
    }

    private static Map<String, String> childRearing() {
        Map<String, String> row = new LinkedHashMap<>();
        row("R").forEach(
                (column, value) -> row.put(column, column.matches("(applicant|jpki|sign|arrived|uketsuke|amends).*") ? value : ""));
        row.putAll(Map.of("procedure", "CHILD_REARING_ALLOWANCE_NEW", "applicant.name", "届野　春子", "applicant.kana", "トドケノ　ハルコ",
                "applicant.birthDate", "1991-06-07", "applicant.occupation", "", "children.1.name", "届野　夏子", "children.1.birthDate",
                "2019-08-01", "children.1.livesTogether", "true", "cause.kind", "NONE", "account.usePublicAccount", "true"));
        row.putAll(Map.of("children.4.name", "届野　秋男", "children.4.birthDate", "2022-02-28", "children.4.livesTogether", "true", "relation",
                "MOTHER", "ground", "DIVORCE", "groundOn", "2026-09-30", "childSupportYen", "300000", "publicPension", "false"));
        row.put("supporters.1.name", "届野　冬雄");
        row.put("supporters.1.birthDate", "1961-02-03");
        row.put("supporters.1.relationship", "PARENT");
        row.put("supporters.1.livesTogetherSince", "2026-10-01");
        row.put("supporters.2.name", "届野　冬美");
        row.put("supporters.2.birthDate", "1962-03-04");
        row.put("supporters.2.relationship", "PARENT");
        return row;
    }

    @Test
    void goesOnWithGoodRowsAndNamesEveryBadItemOfTheOthersAtItsLine() {
        Map<String, String> twoFaults = row("T-2", "applicant.kana", "");
        twoFaults.put("children.2.birthDate", "2026-02-30");
        Map<String, String> gap = row("T-3", "children.2.name", "");
        gap.putAll(Map.of("children.2.birthDate", "", "children.2.livesTogether", "", "children.4.name", "届野　三郎", "children.4.birthDate",
                "2027-01-01", "children.4.livesTogether", "yes"));
        Map<String, String> twoLines = row("T-4", "spouse.name", "届野\n花子");

        JsonNode imported = imported(
                table(List.of(row("T-1"), twoFaults, gap, twoLines, row("T-5"), row("T-6", "arrivedAt", "2026-11-17T00:00:00+09:00"),
                        row("T-7", "signatureVerified", "yes"), row("T 8"))));

        assertThat(refusals(imported)).containsExactlyInAnyOrder("3/applicant.kana REQUIRED", "3/children.2.birthDate IMPOSSIBLE",
                "4/children.4.birthDate IMPOSSIBLE", "4/children.4.livesTogether INVALID", "5/spouse.name CHARACTER",
                "8/arrivedAt IMPOSSIBLE", "9/signatureVerified REQUIRED", "10/uketsukeBango INVALID");
        assertThat(imported.path("state").asString()).isEqualTo("DONE");
        assertThat(List.of(imported.path("rows").asInt(), imported.path("judged").asInt(), imported.path("accepted").asInt(),
                imported.path("refused").asInt(), imported.path("alreadyTaken").asInt())).containsExactly(8, 8, 2, 6, 0);
        assertThat(messages()).hasSize(2);
    }

    @Test
    void keepsEachRowAsItStoodInTheTable() {
        String table = table(row("T-1", "applicant.kana", "a\"b,c"));

        JsonNode refused = imported(table).at("/errors/0");

        String id = refused.path("packageId").asString();
        HttpResponse<String> original = send(request(PACKAGES + "/" + id + "/original", CASEWORKER));
        assertThat(original.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(original.body() + "\r\n").isEqualTo(table);
        JsonNode kept = get(PACKAGES + "/" + id);
        assertThat(kept.path("way").asString()).isEqualTo("IMPORT");
        assertThat(kept.path("sha256").asString()).isEqualTo(PackageReader.sha256(original.body().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void takesARowOnceWhereverItStands() {
        JsonNode first = imported(table(row("T-1"), row("T-2")));
        JsonNode second = imported(table(row("T-2"), row("T-3")));

        assertThat(first.path("accepted").asInt()).isEqualTo(2);
        assertThat(second.path("accepted").asInt()).isEqualTo(1);
        assertThat(second.path("alreadyTaken").asInt()).isEqualTo(1);
        assertThat(messages()).hasSize(3);
    }

    @Test
    void findsAnApplicationThatCameAsAPackageAndRefusesAnotherUnderItsNumber() {
        assertThat(send(request(PACKAGES, CASEWORKER).header("Content-Type", "application/zip").header("Idempotency-Key", "key-00000001")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new Packages().number("T-1").zip()))).statusCode()).isEqualTo(202);

        assertThat(imported(table(row("T-1"))).path("alreadyTaken").asInt()).isEqualTo(1);
        assertThat(refusals(imported(table(row("T-1", "children.1.name", "届野　三郎"))))).containsExactly("2/uketsukeBango NUMBER_IN_USE");
        assertThat(messages()).hasSize(1);
    }

    @Test
    void theSameTableIsOneImport() {
        String table = table(row("T-1"));
        String id = imported(table).path("importId").asString();

        assertThat(body(post(table, "key-00000001")).path("importId").asString()).isEqualTo(id);
        assertThat(body(post(table, "key-00000001")).path("importId").asString()).isEqualTo(id);
        assertThat(post(table(row("T-2")), "key-00000001").statusCode()).isEqualTo(409);
        assertThat(messages()).hasSize(1);
    }

    @Test
    void goesOnWhereADeadProcessStopped() {
        String table = table(List.of(row("T-1"), row("T-2"), row("T-3")));
        String id = imported(table).path("importId").asString();
        change("""
                delete from linkage.intake_import_row where line > 2;
                delete from linkage.outbox where payload->>'uketsukeBango' <> 'T-1';
                delete from linkage.intake_package where uketsuke_bango <> 'T-1';
                update linkage.intake_import set state = 'RUNNING', next_attempt_at = received_at, lease_until = received_at + interval '2 minutes'""");

        assertThat(imports.drain()).as("while the other may live").isZero();
        CLOCK.advance(Duration.ofMinutes(2));
        assertThat(imports.drain()).isEqualTo(1);

        JsonNode done = get(PATH + "/" + id);
        assertThat(done.path("accepted").asInt()).isEqualTo(3);
        assertThat(messages()).hasSize(3);
    }

    @Test
    void judgesManyRowsInTurns() {
        Map<String, String> wrong = row("L-1", "applicant.kana", "");
        String table = line(wrong.keySet()) + IntStream.range(0, 450).mapToObj(i -> {
            wrong.put("uketsukeBango", "L-" + i);
            return line(wrong.values());
        }).collect(Collectors.joining());

        JsonNode first = imported(table);

        assertThat(first.path("refused").asInt()).isEqualTo(450);
        assertThat(first.path("errors")).hasSize(100);
        assertThat(first.path("next").asInt()).isEqualTo(101);
        JsonNode rest = get(PATH + "/" + first.path("importId").asString() + "?after=101&limit=500");
        assertThat(rest.path("errors")).hasSize(350);
        assertThat(rest.has("next")).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            an unknown column       | amends,   | amends,note,        | /1/5 UNKNOWN_COLUMN
            a column twice          | amends,   | procedure,          | /1/procedure REPEATED
            a column that is needed | procedure,|                     | /1/procedure REQUIRED
            a place too far         | amends,   | children.31.name,   | /1/4 UNKNOWN_COLUMN
            """)
    void namesWhatIsWrongWithTheHeader(String what, String old, String replacement, String finding) {
        String table = table(row("T-1")).replace(old, replacement == null ? "" : replacement);

        HttpResponse<String> response = post(table, "key-00000001");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(body(response).path("code").asString()).isEqualTo("TABLE_REFUSED");
        assertThat(body(response).path("errors").valueStream()
                .map(error -> error.path("pointer").asString() + " " + error.path("code").asString())).contains(finding);
        assertThat(query("select 1 from linkage.intake_import")).isEmpty();
    }

    @Test
    void refusesWhatIsNoTable() {
        String good = table(row("T-1"));

        assertThat(post("", "key-00000001").statusCode()).isEqualTo(400);
        assertThat(post(good.substring(0, good.indexOf('\n') + 1), "key-00000002").body()).contains("EMPTY");
        assertThat(post(good + "\"T-2,", "key-00000003").body()).contains("/3", "UNREADABLE");
        assertThat(post(good + (good.substring(good.indexOf('\n') + 1)).repeat(5000), "key-00000004").body()).contains("TOO_MANY_ROWS");
        assertThat(send(request(PATH, CASEWORKER).header("Content-Type", "text/csv").header("Idempotency-Key", "key-00000005")
                .POST(HttpRequest.BodyPublishers.ofByteArray(good.getBytes(java.nio.charset.Charset.forName("Shift_JIS"))))).body())
                .contains("ENCODING");
        assertThat(query("select 1 from linkage.intake_import")).isEmpty();
    }

    @Test
    void refusesARowWithMoreOrFewerCells() {
        String table = table(row("T-1"), row("T-2")).replace("T-2,", "T-2,,");

        assertThat(refusals(imported(table))).containsExactly("3 CELLS");
    }

    @Test
    void takesATableWithAByteOrderMarkAndPlainLineEnds() {
        String table = "\uFEFF" + table(row("T-1"), row("T-2")).replace("\r\n", "\n") + "\n";

        assertThat(imported(table).path("accepted").asInt()).isEqualTo(2);
    }

    @Test
    void showsAnImportToItsMunicipalityOnlyAndRecordsTheView() {
        String id = imported(table(row("T-1"))).path("importId").asString();

        assertThat(send(request(PATH + "/" + id, token("caseworker-b", NEIGHBOUR, "intake:read"))).statusCode()).isEqualTo(404);
        assertThat(query(
                "select viewer || ' ' || operation || ' ' || shown || ' ' || (import_id = '%s') from linkage.intake_view".formatted(id)))
                .containsExactly("caseworker getImport 0 true");
    }
}
