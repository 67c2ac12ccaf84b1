package jp.todoke.integration.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import jp.todoke.channel.WorkQueue;
import jp.todoke.integration.IntegrationTest;
import jp.todoke.integration.Line.Trouble;
import jp.todoke.integration.Portal;
import jp.todoke.tenancy.Municipality;
import jp.todoke.tenancy.Tenant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PortalIntakeTest extends IntegrationTest {
    private static final String PATH = "/api/v1/intake/packages";
    private static final String CASEWORKER = token("caseworker", HERE, "intake:write intake:read");
    private static final String LIST = "unread=true";
    private final String number = Portal.number();

    @Autowired
    JsonMapper json;
    @Autowired
    @Qualifier("portal-list")
    WorkQueue lists;
    @Autowired
    @Qualifier("portal-fetch")
    WorkQueue fetches;
    @Autowired
    @Qualifier("portal-report")
    WorkQueue reports;
    @Autowired
    @Qualifier("intake")
    WorkQueue unjudged;

    @BeforeEach
    void begin(@Autowired Resilience4JCircuitBreakerFactory breakers) {
        Portal.clear();
        breakers.getCircuitBreakerRegistry().getAllCircuitBreakers().forEach(breaker -> breaker.reset());
        watch(HERE);
    }

    private static void watch(String municipality) {
        change("insert into linkage.portal_watch (municipality_code, watch_id, next_attempt_at) values ('%s', gen_random_uuid(), '2026-11-01')"
                .formatted(municipality));
    }

    private void put(Packages packages) {
        Portal.put(HERE, number, packages.number(number).zip());
    }

    /** Lets the time pass after which everything is due again, and works until nothing is. */
    private void work() {
        CLOCK.advance(Duration.ofMinutes(31));
        lists.drain();
        fetches.drain();
        reports.drain();
    }

    private static List<String> applications() {
        return query("select state || coalesce(' ' || trouble, '') from linkage.portal_application order by uketsuke_bango");
    }

    private static List<String> packages() {
        return query("select state || ' ' || way from linkage.intake_package order by received_at, state");
    }

    private static List<String> messages() {
        return query("select payload::text from linkage.outbox where type = 'application.received'");
    }

    private static List<String> reported() {
        return query("select state || ' ' || status from linkage.portal_report order by application_id, position");
    }

    private static long requests(String method, String end) {
        return LINE.passed().stream().filter(one -> one.method().equals(method) && one.path().endsWith(end)).count();
    }

    private JsonNode shown() {
        return json.readTree(send(request(PATH + "?uketsukeBango=" + number, CASEWORKER)).body()).at("/items/0");
    }

    private void caseSays(String status) {
        String id = query("select package_id::text from linkage.intake_package where state = 'ACCEPTED' order by received_at").getFirst();
        assertThat(deliver(UUID.randomUUID().toString(), "application.status", id,
                "{\"packageId\":\"" + id + "\",\"status\":\"" + status + "\",\"message\":\"処理状況のお知らせです。\"}")).isEqualTo(202);
    }

    private HttpResponse<String> submit(byte[] zip) {
        return send(request(PATH, CASEWORKER).header("Content-Type", "application/zip").header("Idempotency-Key", "k-" + UUID.randomUUID())
                .POST(HttpRequest.BodyPublishers.ofByteArray(zip)));
    }

    @Test
    void takesAnApplicationOnceHoweverOftenItIsListed() {
        put(new Packages());

        for (int i = 0; i < 3; i++) {
            work();
        }
        change("update linkage.portal_application set listed_at = listed_at - interval '1 day'");
        work();

        assertThat(applications()).containsExactly("TAKEN");
        assertThat(packages()).containsExactly("ACCEPTED PORTAL");
        assertThat(messages()).hasSize(1);
        assertThat(requests("GET", number)).isEqualTo(1);
        assertThat(requests("GET", LIST)).isEqualTo(4);
        assertThat(requests("POST", "/myna/login")).as("one login for 30 minutes each").isEqualTo(4);
    }

    @Test
    void keepsTheArrivalThatThePortalSaysAtNightAndOnAHoliday() {
        put(new Packages().arrivedAt("2026-11-15T23:59:59+09:00").xml2("<declaredOn>2026-11-16", "<declaredOn>2026-11-15"));

        work();

        assertThat(json.readTree(messages().getFirst()).path("arrivedAt").asString()).isEqualTo("2026-11-15T23:59:59+09:00");
        assertThat(shown().path("arrivedAt").asString()).isEqualTo("2026-11-15T23:59:59+09:00");
        assertThat(shown().path("way").asString()).isEqualTo("PORTAL");
    }

    @Test
    void takesOnlyWhatIsOfItsOwnMunicipality() {
        put(new Packages());
        Portal.put(NEIGHBOUR, number, new Packages().number(number).municipality(NEIGHBOUR).zip());
        watch(NEIGHBOUR);

        work();

        assertThat(query("select municipality_code || ' ' || state from linkage.intake_package order by 1"))
                .containsExactly(NEIGHBOUR + " ACCEPTED", HERE + " ACCEPTED");
        assertThat(query("select municipality_code || ' ' || state from linkage.portal_report order by 1"))
                .containsExactly(NEIGHBOUR + " TO_TYPE_IN", HERE + " SENT");
    }

    @Test
    void fetchesWhatADeadProcessListedAndDidNotFetch() {
        put(new Packages());
        CLOCK.advance(Duration.ofMinutes(31));
        lists.drain();
        change("update linkage.portal_application set lease_until = '%s'".formatted(CLOCK.instant().plusSeconds(60)));

        assertThat(fetches.drain()).as("while the other may live").isZero();
        CLOCK.advance(Duration.ofSeconds(61));
        assertThat(fetches.drain()).isEqualTo(1);

        assertThat(packages()).containsExactly("ACCEPTED PORTAL");
    }

    @Test
    void fetchesAgainWhatWasFetchedAndNotKept() {
        put(new Packages());
        CLOCK.advance(Duration.ofMinutes(31));
        lists.drain();
        LINE.breaks(number, Trouble.TRUNCATED);
        fetches.drain();
        assertThat(packages()).isEmpty();

        work();

        assertThat(packages()).containsExactly("ACCEPTED PORTAL");
        assertThat(messages()).hasSize(1);
        assertThat(requests("GET", number)).isEqualTo(2);
    }

    @Test
    void judgesWhatADeadProcessKeptAndDidNotJudge() {
        put(new Packages());
        work();
        change("""
                truncate linkage.outbox, linkage.portal_report;
                update linkage.intake_package set state = 'RECEIVED', judged_at = null, uketsuke_bango = null, next_attempt_at = received_at""");

        work();
        assertThat(messages()).as("fetched already").isEmpty();
        unjudged.drain();
        reports.drain();

        assertThat(packages()).containsExactly("ACCEPTED PORTAL");
        assertThat(messages()).hasSize(1);
        assertThat(reported()).hasSize(1);
    }

    @Test
    void twoProcessesThatFetchTheSameTakeItOnce(@Autowired @Qualifier("portalFetch") WorkQueue.Handler handler) {
        put(new Packages());
        CLOCK.advance(Duration.ofMinutes(31));
        lists.drain();
        var claim = new WorkQueue.Claim(HERE,
                UUID.fromString(query("select application_id::text from linkage.portal_application").getFirst()), 0);

        IntStream.range(0, 4)
                .mapToObj(_ -> CompletableFuture.runAsync(() -> Tenant.run(new Municipality(HERE), () -> handler.handle(claim)),
                        Thread::startVirtualThread))
                .toList().forEach(CompletableFuture::join);

        assertThat(packages()).containsExactly("ACCEPTED PORTAL");
        assertThat(messages()).hasSize(1);
        assertThat(reported()).hasSize(1);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"list, OUTAGE_HTML", "list, HTML_200", "list, TRUNCATED", "list, ANSWER_LOST", "list, EMPTY_OBJECT", "list, BAD_REQUEST",
            "login, OUTAGE_HTML", "login, TRUNCATED", "login, ANSWER_LOST", "login, EMPTY_OBJECT", "login, BAD_REQUEST",
            "fetch, OUTAGE_HTML", "fetch, HTML_200", "fetch, TRUNCATED", "fetch, ANSWER_LOST", "fetch, SLOW", "fetch, EMPTY_OBJECT",
            "fetch, BAD_REQUEST", "report, OUTAGE_HTML", "report, HTML_200", "report, TRUNCATED", "report, ANSWER_LOST", "report, SLOW",
            "report, EMPTY_OBJECT"})
    void outlivesWhatGoesWrong(String operation, Trouble trouble) {
        put(new Packages());
        LINE.breaks(switch (operation) {
            case "list" -> LIST;
            case "login" -> "/myna/login";
            case "fetch" -> number;
            default -> number + "/status";
        }, isAskedTwice(operation, trouble) ? new Trouble[]{trouble, trouble} : new Trouble[]{trouble});

        work();
        assertThat(query("select trouble from linkage.portal_watch union all select trouble from linkage.portal_application "
                + "union all select trouble from linkage.portal_report").stream().filter(said -> !said.equals("null")).toList())
                .as("the trouble is told").hasSize(1).allMatch(said -> said.matches("[A-Z0-9_]+"));
        work();

        assertThat(packages()).containsExactly("ACCEPTED PORTAL");
        assertThat(messages()).hasSize(1);
        assertThat(reported()).containsExactly("SENT ACCEPTED");
        assertThat(statusesAtThePortal()).containsExactly("ACCEPTED");
    }

    /** Where the answer of a GET is lost, the HTTP client itself asks a second time before it gives in. */
    private static boolean isAskedTwice(String operation, Trouble trouble) {
        return trouble == Trouble.ANSWER_LOST && (operation.equals("list") || operation.equals("fetch"));
    }

    private List<String> statusesAtThePortal() {
        LINE.clear();
        // The double is asked by our own client: what it shows is what an applicant sees.
        change("update linkage.portal_report set state = 'WAITING', settled_at = null, attempts = 1, next_attempt_at = made_at "
                + "where position = (select max(position) from linkage.portal_report)");
        reports.drain();
        assertThat(requests("POST", "/status")).as("it is there already").isZero();
        return reported().stream().filter(one -> one.startsWith("SENT")).map(one -> one.split(" ")[1]).toList();
    }

    @ParameterizedTest
    @EnumSource(value = Trouble.class, names = {"OUTAGE_HTML", "TRUNCATED", "EMPTY_OBJECT"})
    void asksWhatIsShownBeforeItRepeatsAReport(Trouble trouble) {
        put(new Packages());
        LINE.breaks(number + "/status", Trouble.ANSWER_LOST);
        work();
        LINE.breaks("/status?uketsukeBango=" + number, trouble);
        work();
        assertThat(reported()).containsExactly("WAITING ACCEPTED");
        work();

        assertThat(reported()).containsExactly("SENT ACCEPTED");
        assertThat(requests("POST", "/status")).as("sent once, found twice").isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"unread=true", "number", "status"})
    void goesOnWithAFreshTokenWhenTheOldOneEndsInTheMiddle(String where) {
        put(new Packages());
        LINE.breaks(where.equals("number") ? number : where, Trouble.TOKEN_REFUSED);

        work();

        assertThat(packages()).containsExactly("ACCEPTED PORTAL");
        assertThat(reported()).containsExactly("SENT ACCEPTED");
        assertThat(requests("POST", "/myna/login")).isEqualTo(2);
    }

    @Test
    void doesNotAskAgainForWhatThePortalDoesNotHave() {
        put(new Packages());
        CLOCK.advance(Duration.ofMinutes(31));
        lists.drain();
        Portal.takeAway(HERE, number);
        fetches.drain();
        work();

        assertThat(applications()).containsExactly("GONE");
        assertThat(requests("GET", number)).isEqualTo(1);
        put(new Packages());
        work();
        assertThat(applications()).as("listed again").containsExactly("TAKEN");
    }

    @Test
    void catchesThePackageOfAnotherNumber() {
        String other = Portal.number();
        byte[] mixedUp = new Packages().number(other).zip();
        Portal.put(HERE, number, mixedUp);
        Portal.put(HERE, other, mixedUp);

        work();

        assertThat(applications()).containsExactly("LISTED ANOTHER_APPLICATION", "TAKEN");
        assertThat(packages()).containsExactly("ACCEPTED PORTAL");
        assertThat(query("select uketsuke_bango from linkage.intake_package")).containsExactly(other);
        assertThat(reported()).containsExactly("SENT ACCEPTED");
        put(new Packages().xml("届野　太郎", "届野　三郎"));
        work();
        assertThat(applications()).as("mended by the portal").containsExactly("TAKEN", "TAKEN");
        assertThat(messages()).hasSize(2);
    }

    @Test
    void keepsABrokenPackageAndSendsItBackOnce() {
        byte[] broken = Arrays.copyOf(new Packages().number(number).zip(), 300);
        Portal.put(HERE, number, broken);

        for (int i = 0; i < 3; i++) {
            work();
        }

        assertThat(packages()).containsExactly("REFUSED PORTAL");
        assertThat(query("select sha256 from linkage.intake_package")).containsExactly(PackageReader.sha256(broken));
        assertThat(requests("GET", number)).isEqualTo(1);
        assertThat(reported()).containsExactly("SENT RETURNED");
        assertThat(query("select message from linkage.portal_report").getFirst()).contains("ZIPファイルとして読み取れません");
        assertThat(messages()).isEmpty();
    }

    @Test
    void sendsEveryReasonBackInTheApplicantsWords() {
        put(new Packages().xml("<kana>トドケノ　イチロウ</kana>", "").xml2("<separation>false</separation>", ""));

        work();

        assertThat(query("select message from linkage.portal_report").getFirst()).startsWith("申請データに不備があります。")
                .contains("/application.xml/applicant/kana", "/application.xml/separation", "必須項目です").doesNotContain("届野");
        assertThat(shown().at("/backFeed/state").asString()).isEqualTo("SENT");
        assertThat(shown().at("/backFeed/status").asString()).isEqualTo("RETURNED");
    }

    @Test
    void refusesUnfetchedWhatIsTooLarge() {
        Portal.put(HERE, number, new byte[6 * 1024 * 1024 + 1]);

        work();

        assertThat(applications()).containsExactly("OVERSIZE");
        assertThat(requests("GET", number)).isZero();
        assertThat(reported()).containsExactly("SENT RETURNED");
    }

    @Test
    void theSameApplicationByApiAndByPortalIsOne() {
        put(new Packages());
        assertThat(submit(new Packages().number(number).zip()).statusCode()).isEqualTo(202);
        caseSays("IN_REVIEW");

        work();

        assertThat(applications()).containsExactly("TAKEN");
        assertThat(packages()).containsExactly("ACCEPTED API");
        assertThat(messages()).hasSize(1);
        assertThat(reported()).as("the portal learns what happened before").containsExactly("SENT ACCEPTED", "SENT IN_REVIEW");
    }

    @Test
    void otherBytesUnderANumberInUseAreKeptAsideAndNotSentBack() {
        assertThat(submit(new Packages().number(number).zip()).statusCode()).isEqualTo(202);
        put(new Packages().xml("届野　太郎", "届野　三郎"));

        work();

        assertThat(packages()).containsExactly("ACCEPTED API", "REFUSED PORTAL");
        assertThat(query("select refusals->0->>'code' from linkage.intake_package where state = 'REFUSED'"))
                .containsExactly("NUMBER_IN_USE");
        assertThat(messages()).hasSize(1);
        assertThat(reported()).as("what stands under the number is 受付").containsExactly("SENT ACCEPTED");
    }

    @Test
    void reportsInOrderAndNeverBackwards() {
        put(new Packages());
        work();
        LINE.breaks(number + "/status", Trouble.OUTAGE_HTML, Trouble.ANSWER_LOST);
        caseSays("IN_REVIEW");
        caseSays("ACCEPTED");
        caseSays("COMPLETED");
        caseSays("IN_REVIEW");

        reports.drain();
        assertThat(reported()).as("the second waits for the first").containsExactly("SENT ACCEPTED", "WAITING IN_REVIEW",
                "WAITING COMPLETED");
        work();
        work();

        assertThat(reported()).containsExactly("SENT ACCEPTED", "SENT IN_REVIEW", "SENT COMPLETED");
        assertThat(LINE.passed().stream().filter(one -> one.method().equals("POST") && one.path().endsWith("/status"))
                .map(one -> json.readTree(one.body()).path("status").asString()).distinct())
                .containsExactly("ACCEPTED", "IN_REVIEW", "COMPLETED");
        assertThat(shown().at("/backFeed/status").asString()).isEqualTo("COMPLETED");
    }

    @Test
    void sendsNothingWhereItIsSwitchedOffAndSaysWhatToTypeIn() {
        Portal.put(NEIGHBOUR, number, new Packages().number(number).municipality(NEIGHBOUR).zip());
        watch(NEIGHBOUR);

        work();

        assertThat(requests("POST", "/status")).isZero();
        JsonNode item = json.readTree(send(request(PATH, token("caseworker-b", NEIGHBOUR, "intake:read"))).body()).at("/items/0");
        assertThat(item.at("/backFeed/state").asString()).isEqualTo("TO_TYPE_IN");
        assertThat(item.at("/backFeed/status").asString()).isEqualTo("ACCEPTED");
        assertThat(item.at("/backFeed/message").asString()).isEqualTo("申請を受け付けました。");
    }

    @Test
    void aReportThatThePortalRefusesIsTypedIn() {
        put(new Packages());
        LINE.breaks(number + "/status", Trouble.BAD_REQUEST);

        work();
        work();

        assertThat(reported()).containsExactly("REFUSED ACCEPTED");
        assertThat(requests("POST", "/status")).isEqualTo(1);
    }

    @Test
    void listsAllPages() {
        List<String> numbers = IntStream.range(0, 105).mapToObj(_ -> Portal.number()).toList();
        numbers.forEach(one -> Portal.put(HERE, one, one.getBytes(StandardCharsets.UTF_8)));
        CLOCK.advance(Duration.ofMinutes(31));

        lists.drain();

        assertThat(query("select uketsuke_bango from linkage.portal_application order by 1")).isEqualTo(numbers);
    }

    @Test
    void restsWhereItIsSwitchedOff() {
        change("update linkage.portal_watch set municipality_code = '011002'");

        work();

        assertThat(LINE.passed()).isEmpty();
        assertThat(query("select next_attempt_at from linkage.portal_watch")).containsExactly("null");
    }
}
