package jp.todoke.doubles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.todoke.doubles.Asker.Answer;
import jp.todoke.doubles.control.Control;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** E12 and E24: lists, page by page. */
class ListsTest {
    private static final String HERE = "0220113999801700";
    private static final String NEIGHBOUR = "0220113998001700";
    private static final Instant NOW = SettableClock.MONDAY_MORNING;
    private static Asker asker;

    @BeforeAll
    static void start() {
        asker = new Asker(new Settings.Administration(0, null, new Control.Keeping(0, 1000, false)));
    }

    @AfterAll
    static void stop() {
        asker.close();
    }

    @BeforeEach
    void reset() {
        asker.clock.set(NOW);
        assertEquals(200, asker.administer("POST", "/admin/reset", null).status());
    }

    private static Answer get(String path) {
        return asker.send("GET", path, null, asker.headers(Asker.CHUKAN));
    }

    private static Answer inquiries(String who, String more) {
        return get("/chukan/inquiries?shokaishaKikanCd=" + who + "&from=" + NOW.minusSeconds(3600) + "&to=" + NOW.plusSeconds(3600) + more);
    }

    private static List<String> numbers(Answer page) {
        Asker.keepsContract("chukan", "InquiryList", page);
        return page.json().path("items").valueStream().map(item -> item.path("uketsukeBango").asString()).toList();
    }

    @Test
    void listsWhatWasAcceptedInItsOrderAndOnce() {
        List<String> accepted = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            accepted.add(asker.receipt(Asker.inquiry("000000000000001", Asker.TAX)));
            asker.clock.set(NOW.plusSeconds(i + 1));
        }

        Answer first = inquiries(HERE, "&limit=2");
        Answer second = inquiries(HERE, "&limit=2&after=" + first.text("/next"));
        Answer last = inquiries(HERE, "&limit=2&after=" + second.text("/next"));

        List<String> listed = new ArrayList<>(numbers(first));
        listed.addAll(numbers(second));
        listed.addAll(numbers(last));
        assertEquals(accepted, listed);
        assertFalse(last.json().has("next"));
        assertEquals(List.of(), numbers(inquiries(NEIGHBOUR, "&limit=5")));
        assertFalse(first.body().contains("000000000000001"), "no person is named");
    }

    @Test
    void tellsUnderWhichRequestItWasAcceptedAndWhereItStands() {
        Map<String, String> headers = asker.headers(Asker.CHUKAN);
        asker.register(Asker.inquiry("000000000000021", Asker.TAX), headers);
        asker.receipt(Asker.inquiry("000000000000001", Asker.TAX));

        Answer waiting = inquiries(HERE, "&limit=5&state=WAITING_PROVIDER");

        assertEquals(1, numbers(waiting).size());
        assertEquals(headers.get("X-Request-Id"), waiting.text("/items/0/requestId"));
        assertEquals(1, numbers(inquiries(HERE, "&limit=5&state=COMPLETED")).size());
    }

    @Test
    void saysFromWhenItKnowsAll() {
        asker.receipt(Asker.inquiry("000000000000001", Asker.TAX));
        asker.clock.set(NOW.plusSeconds(60));
        asker.administer("POST", "/admin/reset", null);

        Answer list = inquiries(HERE, "&limit=5");

        assertEquals(List.of(), numbers(list));
        assertEquals(NOW.plusSeconds(60), Instant.from(OffsetDateTime.parse(list.text("/completeFrom"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            path                                                                                                       | code
            /chukan/inquiries?from=2026-11-16T00:00:00Z&to=2026-11-17T00:00:00Z&limit=5                                 | E0001
            /chukan/inquiries?shokaishaKikanCd=0220113999801700&to=2026-11-17T00:00:00Z&limit=5                         | E0001
            /chukan/inquiries?shokaishaKikanCd=0220113999801700&from=2026-11-16&to=2026-11-17T00:00:00Z&limit=5         | E0002
            /chukan/inquiries?shokaishaKikanCd=0220113999901700&from=2026-11-16T00:00:00Z&to=2026-11-17T00:00:00Z&limit=5 | E0002
            /chukan/inquiries?shokaishaKikanCd=0220113999801700&from=2026-11-16T00:00:00Z&to=2026-11-17T00:00:00Z&limit=1001 | E0002
            /chukan/inquiries?shokaishaKikanCd=0220113999801700&from=2026-11-16T00:00:00Z&to=2026-11-17T00:00:00Z&limit=5&state=LOST | E0002
            /chukan/inquiries?shokaishaKikanCd=0220113999801700&from=2026-11-16T00:00:00Z&to=2026-11-17T00:00:00Z&limit=5&after=x | E0002
            /chukan/masters?shokaishaKikanCd=0220113999801700                                                           | E0001
            /chukan/masters?shokaishaKikanCd=0220113999801700&limit=5&after=x                                           | E0002
            /chukan/masters?shokaishaKikanCd=0220113999801700&limit=5&since=yesterday                                   | E0002
            """)
    void refusesWhatIsNoQuestion(String path, String code) {
        Answer answer = get(path);

        assertEquals(400, answer.status());
        assertEquals(code, answer.text("/errors/0/code"));
    }

    private static List<JsonNode> masters(String more) {
        Answer page = get("/chukan/masters?shokaishaKikanCd=" + HERE + "&limit=1000" + more);
        Asker.keepsContract("chukan", "MasterChanges", page);
        return page.json().path("items").valueStream().toList();
    }

    @Test
    void tellsAllMastersOrWhatChanged() {
        assertTrue(masters("").stream().anyMatch(row -> row.path("kikanCd").asString("").equals("0220114100301700")), "横浜市");
        assertEquals(List.of(), masters("&since=2026-11-16T00:00:00Z"));
        int all = masters("").size();

        asker.clock.set(NOW.plus(Duration.ofDays(1)));
        Answer set = asker.administer("PUT", "/admin/masters", """
                {"rows":[{"table":"INSTITUTION","kikanCd":"0220114100301700","kikanKbn":"DESIGNATED_CITY","appliesTo":"2027-03-31"},
                 {"table":"DUTY","jimuCd":"JM01000000999000"}]}""");

        assertEquals(200, set.status(), set.body());
        assertEquals(all + 1, masters("").size());
        assertEquals(List.of("DUTY", "INSTITUTION"),
                masters("&since=" + NOW.plusSeconds(1)).stream().map(row -> row.path("table").asString()).toList());
        asker.administer("DELETE", "/admin/masters", null);
        assertEquals(all, masters("").size());
    }

    @Test
    void bothAreCounted() {
        inquiries(HERE, "&limit=5");
        masters("");
        masters("");

        JsonNode totals = asker.administer("GET", "/admin/counts", null).json().path("totals");

        assertEquals(1, totals.at("/chukan-listInquiries/taken").asInt());
        assertEquals(2, totals.at("/chukan-listMasterChanges/taken").asInt());
    }
}
