package jp.todoke.integration.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import jp.todoke.verifier.ArchiveVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RecordsApiTest extends RecordsTest {
    private static final String MOTHER = "000000000000201";
    private static final String CHILD = "000000000000202";
    private static final String FATHER = "000000000000203";

    @Autowired
    JsonMapper json;

    private HttpResponse<String> post(String operation, String municipality, String body) {
        return send(request("/api/v1/linkage-records/" + operation, token("caseworker", municipality, "records:search"))
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private JsonNode found(String body) {
        HttpResponse<String> answer = post("search", HERE, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items").valueStream().map(item -> item.path("recordId").asString()).toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            by             | asked                                                     | found
            nothing        | {}                                                        | c b a
            person         | {"atenabango":"000000000000202"}                          | b
            nobody         | {"atenabango":"000000000000999"}                          |
            case           | {"caseNumber":"C-2026-000007"}                            | c
            procedure      | {"jimutetsuzukiCd":"JT01010000000214"}                    | c b a
            other procedure | {"jimutetsuzukiCd":"JT01010000000001"}                   |
            outcome        | {"resultKind":"PROVIDED","atenabango":"000000000000201"}  | c a
            seal           | {"sealed":true}                                           | b a
            no seal        | {"sealed":false}                                          | c
            time           | {"occurredUntil":"2020-01-01T00:00:00+09:00"}             |
            """)
    void findsBy(String by, String asked, String found) {
        var names = new String[3];
        names[0] = written(HERE, MOTHER, "C-2026-000001", false).toString();
        names[1] = written(HERE, CHILD, "C-2026-000001", true).toString();
        seal();
        names[2] = written(HERE, MOTHER, "C-2026-000007", false).toString();
        written(NEIGHBOUR, MOTHER, "C-2026-000007", false);

        List<String> expected = found == null
                ? List.of()
                : Arrays.stream(found.split(" ")).map(name -> names[name.charAt(0) - 'a']).toList();
        assertThat(ids(found(asked))).isEqualTo(expected);
    }

    @Test
    void showsTheSealOfEachRecord() {
        written();
        seal();
        written();

        JsonNode items = found("{}").path("items");

        assertThat(items.at("/0/sealed").asBoolean()).isFalse();
        assertThat(items.get(0).has("hash")).isFalse();
        assertThat(items.at("/1/sealed").asBoolean()).isTrue();
        assertThat(items.at("/1/chainPosition").asLong()).isEqualTo(1);
        assertThat(items.at("/1/hash").asString())
                .isEqualTo(query("select encode(hash, 'hex') from linkage.provision_record where hash is not null").getFirst());
    }

    /** Over years, since the search goes back a quarter at a time. */
    @Test
    void pagesFromTheNewestToTheOldest() {
        List<String> newestFirst = IntStream.of(0, 1, 1, 200, 400, 2000)
                .mapToObj(days -> writtenAt(CLOCK.instant().minus(Duration.ofDays(days)), HERE, ICHIRO, "C-1", false).toString()).toList();
        String after = "";
        var seen = new ArrayList<String>();
        do {
            JsonNode page = found("{\"limit\":2" + (after.isEmpty() ? "" : ",\"after\":\"" + after + "\"") + "}");
            seen.addAll(ids(page));
            after = page.path("next").asString("");
        } while (!after.isEmpty());

        assertThat(seen).containsExactlyInAnyOrderElementsOf(newestFirst).startsWith(newestFirst.getFirst()).endsWith(newestFirst.get(3),
                newestFirst.get(4), newestFirst.getLast());
    }

    /**
     * 支援措置: the mother fled with the child; what is asked about them is withheld (照会側不開示コード 1). A is the city that asks.
     */
    @ParameterizedTest(name = "{0}: {1} sees {2}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            id     | person          | sees
            DIS-01 | 000000000000201 |
            DIS-02 | 000000000000202 | before
            DIS-03 | 000000000000203 | father
            DIS-04 | 000000000000999 |
            """)
    void disclosesWhatThePersonMaySee(String id, String person, String sees) {
        var before = CLOCK.instant();
        writtenAt(before, HERE, CHILD, "C-2026-000001", false);
        CLOCK.advance(Duration.ofMinutes(1));
        written(HERE, MOTHER, "C-2026-000002", true);
        written(HERE, CHILD, "C-2026-000002", true);
        var father = CLOCK.instant().plus(Duration.ofMinutes(1));
        writtenAt(father, HERE, FATHER, "C-2026-000002", false);
        writtenAt(father, NEIGHBOUR, person, "C-2026-000003", false);

        HttpResponse<String> answer = post("disclosure", HERE, "{\"atenabango\":\"" + person + "\",\"limit\":1}");

        JsonNode shown = json.readTree(answer.body());
        List<String> times = shown.path("items").valueStream().map(item -> Instant.parse(item.path("occurredAt").asString()).toString())
                .toList();
        assertThat(times).isEqualTo(sees == null ? List.of() : List.of((sees.equals("before") ? before : father).toString()));
        assertThat(shown.has("next")).as("a page that ends tells of nothing behind it").isFalse();
        assertThat(answer.body()).doesNotContain("C-2026", "caseworker", "officer", "receiptNo", "atenabango", "withheld", "resultKind");
    }

    @Test
    void keepsWhoLooked() {
        written(HERE, MOTHER, "C-2026-000001", false);
        found("{\"atenabango\":\"" + MOTHER + "\"}");
        post("disclosure", HERE, "{\"atenabango\":\"" + MOTHER + "\"}");
        post("disclosure", HERE, "{}");
        archive("");

        assertThat(
                query("""
                        select subject || ' ' || operation || ' ' || coalesce(atenabango, '-') || ' ' || shown from linkage.record_view order by view_id"""))
                .containsExactly("caseworker searchLinkageRecords " + MOTHER + " 1", "caseworker discloseLinkageRecords " + MOTHER + " 1",
                        "auditor getLinkageRecordArchive - 0");
    }

    @Test
    void refusesWhatCannotBeAsked() {
        assertThat(post("disclosure", HERE, "{}").statusCode()).isEqualTo(400);
        assertThat(post("search", HERE, "{\"after\":\"x\",\"limit\":0}").body()).contains("/after", "/limit");
        assertThat(archive("?until=2026-11-16").statusCode()).isEqualTo(400);
        assertThat(archive("?day=2026-11-17&until=2026-11-16").statusCode()).isEqualTo(400);
        assertThat(archive("?day=" + today()).statusCode()).as("an open day").isEqualTo(404);
        assertThat(send(request("/api/v1/linkage-records/archive", token("caseworker", HERE, "records:search"))).statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<byte[]> archive(String query) {
        return send(request("/api/v1/linkage-records/archive" + query, token("auditor", HERE, "recordfiles:read")),
                BodyHandlers.ofByteArray());
    }

    @Test
    void archivesClosedDaysForTheVerifier() throws IOException {
        String first = today().toString();
        IntStream.range(0, 3).forEach(_ -> written());
        seal();
        closeDay();
        IntStream.range(0, 2).forEach(_ -> written());
        written(NEIGHBOUR, ICHIRO, "C-2026-000009", false);
        seal();
        closeDay();

        HttpResponse<byte[]> range = archive("?day=" + first + "&until=" + today().minusDays(1));
        HttpResponse<byte[]> last = archive("");

        assertThat(range.headers().firstValue("Content-Disposition").orElse("")).contains("linkage-records-139998-" + first + ".ndjson.gz");
        assertThat(manifest(range.body())).contains("\"verification\":\"INTACT\"", "\"records\":\"5\"");
        var verified = ArchiveVerifier.verify(new ByteArrayInputStream(range.body()));
        assertThat(verified.report().findings()).isEmpty();
        assertThat(verified.report().records()).isEqualTo(5);
        assertThat(verified.days()).extracting(ArchiveVerifier.Day::day).containsExactly(first, today().minusDays(1).toString());
        assertThat(ArchiveVerifier.verify(new ByteArrayInputStream(last.body())).report().records()).isEqualTo(2);
        assertThat(new String(range.body(), StandardCharsets.ISO_8859_1)).as("compressed").doesNotContain(ICHIRO);
    }

    @Test
    void anArchiveOfABrokenChainSaysSoItself() throws IOException {
        IntStream.range(0, 3).forEach(_ -> written());
        seal();
        closeDay();
        change("update linkage.provision_record set case_number = 'C-9' where chain_position = 2");

        byte[] file = archive("").body();

        assertThat(manifest(file)).contains("\"verification\":\"BROKEN\"");
        assertThat(places(ArchiveVerifier.verify(new ByteArrayInputStream(file)).report()))
                .containsExactly("CHANGED " + today().minusDays(1) + " 2");
    }

    private static String manifest(byte[] file) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList().getLast();
        }
    }

    @Test
    void showsNobodyAnothersRecords() {
        UUID here = written(HERE, MOTHER, "C-2026-000001", false);
        written(NEIGHBOUR, MOTHER, "C-2026-000001", false);

        JsonNode there = json.readTree(post("search", NEIGHBOUR, "{}").body());

        assertThat(ids(there)).hasSize(1).doesNotContain(here.toString());
    }
}
