package jp.todoke.integration.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import jp.todoke.channel.WorkQueue;
import jp.todoke.integration.Line.Trouble;
import jp.todoke.integration.Portal;
import jp.todoke.tenancy.Municipality;
import jp.todoke.tenancy.Tenant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** Applications from マイナポータル: each is taken once, whatever breaks. */
class PortalIntakeTest extends PortalWork {
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
        LINE.clear();
        Tenant.run(new Municipality(HERE), () -> handler.handle(claim));

        assertThat(LINE.passed()).as("what was taken is not fetched again").isEmpty();
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
        }, trouble);

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
        assertThat(requests("GET", other)).as("listed again, as all are while one is in trouble").isEqualTo(1);
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
