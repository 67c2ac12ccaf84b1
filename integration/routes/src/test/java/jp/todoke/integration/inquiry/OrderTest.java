package jp.todoke.integration.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.todoke.integration.Line.Trouble;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** In which order questions leave, and what holds them back. */
class OrderTest extends AskingTest {
    @Autowired
    NetworkHealth health;

    private static List<String> sentFor(String path) {
        return LINE.passed().stream().filter(call -> call.method().equals("POST") && call.path().equals(path))
                .map(call -> call.headers().get("x-request-id")).toList();
    }

    private static String requestId(UUID inquiry) {
        return query("select request_id from linkage.inquiry where inquiry_id = '" + inquiry + "'").getFirst();
    }

    @Test
    void aLaterQuestionAboutThePersonWaitsUntilTheEarlierOneHasArrived() {
        LINE.breaks("/chukan/inquiries", Trouble.OUTAGE_HTML);
        UUID first = askTax(ICHIRO);
        inquiries.drain();
        UUID second = askTax(ICHIRO);

        assertThat(inquiries.drain()).as("the first is not due again yet, and the second not before it").isZero();
        assertThat(state(second)).isEqualTo("DRAFT -");
        CLOCK.advance(Duration.ofSeconds(2));
        inquiries.drain();

        assertThat(sentFor("/chukan/inquiries")).containsExactly(requestId(first), requestId(first), requestId(second));
        assertThat(state(second)).isEqualTo("COMPLETED PROVIDED");
    }

    @Test
    void otherPersonsAndOtherInformationDoNotWait() {
        LINE.breaks("/chukan/inquiries", Trouble.OUTAGE_HTML);
        UUID held = askTax(ICHIRO);
        inquiries.drain();
        UUID account = ask("ACCOUNT", "{\"atenabango\":\"" + ICHIRO + "\"}", "");
        UUID another = askTax("000000000000102");
        UUID elsewhere = ask("TAX", "{\"atenabango\":\"" + ICHIRO + "\"}", ",\"providerMunicipality\":\"139998\",\"year\":2026");

        inquiries.drain();

        assertThat(state(held)).isEqualTo("REGISTERED -");
        assertThat(List.of(account, another, elsewhere)).allSatisfy(inquiry -> assertThat(state(inquiry)).startsWith("COMPLETED "));
    }

    @Test
    void aQuestionThatWaitsForStaffHoldsNobodyUp() {
        UUID byStaff = askTax("000000000000111");
        inquiries.drain();
        UUID again = askTax("000000000000111");

        inquiries.drain();

        assertThat(List.of(state(byStaff), state(again))).containsOnly("WAITING_PROVIDER -");
    }

    @Test
    void searchesForTheSamePersonLeaveInOrder() {
        LINE.breaks("/juki/search", Trouble.OUTAGE_HTML);
        String ichiro = "{\"name\":\"届野　一郎\",\"birthDate\":\"1990-04-05\"}";
        ask("IDENTITY", ichiro, "");
        inquiries.drain();
        ask("IDENTITY", ichiro, "");
        UUID another = ask("IDENTITY", "{\"name\":\"双野　花子\",\"birthDate\":\"1985-01-01\"}", "");

        assertThat(inquiries.drain()).as("the other person alone").isEqualTo(1);
        assertThat(state(another)).isEqualTo("COMPLETED AMBIGUOUS");
        assertThat(query("select 1 from linkage.inquiry where line like '%届野%'")).isEmpty();
        assertThat(query("select distinct length(line) from linkage.inquiry")).containsExactly("32");
    }

    @Test
    void whileAProviderIsAwayItsQuestionsWaitAndThenLeaveOldestFirst() {
        LINE.breaks("/chukan/inquiries", Stream.generate(() -> Trouble.OUTAGE_HTML).limit(20).toArray(Trouble[]::new));
        List<UUID> early = IntStream.range(0, 20).mapToObj(number -> askTax("0000000000002%02d".formatted(number))).toList();
        inquiries.drain();
        int triedInVain = sentFor("/chukan/inquiries").size();
        List<UUID> late = IntStream.range(20, 30).mapToObj(number -> askTax("0000000000002%02d".formatted(number))).toList();
        CLOCK.advance(Duration.ofMillis(10));
        inquiries.drain();
        assertThat(sentFor("/chukan/inquiries")).as("nobody is called in vain").hasSize(triedInVain);
        UUID account = ask("ACCOUNT", "{\"atenabango\":\"" + ICHIRO + "\"}", "");
        LINE.clear();
        for (int minute = 0; minute < 3; minute++) {
            CLOCK.advance(Duration.ofMinutes(1));
            inquiries.drain();
        }

        assertThat(state(account)).startsWith("COMPLETED ");
        assertThat(Stream.concat(early.stream(), late.stream())).allSatisfy(inquiry -> assertThat(state(inquiry)).startsWith("COMPLETED "));
        assertThat(sentFor("/chukan/inquiries")).filteredOn(late.stream().map(OrderTest::requestId).toList()::contains)
                .isEqualTo(late.stream().map(OrderTest::requestId).toList());
    }

    @Test
    void capacityOfOneProviderLeavesTheOthersAlone() {
        UUID congested = askTax("000000000000109");
        inquiries.drain();
        UUID same = askTax(ICHIRO);
        UUID other = ask("ACCOUNT", "{\"atenabango\":\"" + ICHIRO + "\"}", "");

        inquiries.drain();
        assertThat(state(congested)).isEqualTo("DRAFT -");
        assertThat(state(same)).as("its provider is left alone for 60 s").isEqualTo("DRAFT -");
        assertThat(state(other)).isEqualTo("COMPLETED PROVIDED");
        CLOCK.advance(Duration.ofSeconds(60));
        inquiries.drain();

        assertThat(state(same)).isEqualTo("COMPLETED PROVIDED");
    }

    @Test
    void aBlockadeIsWaitedOutByAllAndByNobodyElse() {
        LINE.breaks("/chukan/inquiries", Trouble.BLOCKED);
        UUID blocked = askTax(ICHIRO);
        inquiries.drain();
        UUID account = ask("ACCOUNT", "{\"atenabango\":\"" + ICHIRO + "\"}", "");
        UUID search = ask("IDENTITY", "{\"name\":\"届野　一郎\",\"birthDate\":\"1990-04-05\"}", "");
        CLOCK.advance(Duration.ofSeconds(59));
        inquiries.drain();

        assertThat(sentFor("/chukan/inquiries")).hasSize(1);
        assertThat(state(blocked)).isEqualTo("REGISTERED -");
        assertThat(state(search)).isEqualTo("COMPLETED PROVIDED");
        CLOCK.advance(Duration.ofSeconds(1));
        inquiries.drain();

        assertThat(sentFor("/chukan/inquiries")).startsWith(requestId(blocked), requestId(blocked));
        assertThat(List.of(state(blocked), state(account))).containsOnly("COMPLETED PROVIDED");
        assertThat(query("select attempts from linkage.inquiry")).containsOnly("0");
    }

    @Test
    void looksForAnAnswerEverMoreRarely() {
        askTax("000000000000111");
        inquiries.drain();
        LINE.clear();
        CLOCK.advance(Duration.ofMinutes(59));
        assertThat(inquiries.drain()).as("staff is looked after by the hour").isZero();
        CLOCK.advance(Duration.ofMinutes(1));
        inquiries.drain();

        assertThat(calls()).containsExactly("GET /chukan/inquiries/…/status");
    }

    @Test
    void whileTheNetworkIsMaintainedItIsLeftAloneForAnHourAtMost() {
        LINE.breaks("/chukan/health", Trouble.MAINTENANCE);
        health.look();
        UUID tax = askTax(ICHIRO);
        UUID search = ask("IDENTITY", "{\"name\":\"届野　一郎\",\"birthDate\":\"1990-04-05\"}", "");
        CLOCK.advance(Duration.ofMinutes(59));
        inquiries.drain();

        assertThat(calls()).containsExactly("GET /chukan/health", "POST /juki/search");
        assertThat(state(search)).isEqualTo("COMPLETED PROVIDED");
        CLOCK.advance(Duration.ofMinutes(1));
        health.look();
        inquiries.drain();

        assertThat(state(tax)).isEqualTo("COMPLETED PROVIDED");
    }

    @Test
    void twoProcessesShareTheWorkAndDoNothingTwice() {
        int questions = 100;
        IntStream.range(0, questions).forEach(number -> askTax("0000000000003%02d".formatted(number)));

        // Threads of their own: the HTTP client needs those of the common pool.
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var both = List.of(1, 2).stream().map(_ -> CompletableFuture.supplyAsync(inquiries::drain, threads)).toList();

            assertThat(both.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(questions);
        }
        assertThat(sentFor("/chukan/inquiries")).hasSize(questions).doesNotHaveDuplicates();
        assertThat(told()).hasSize(questions);
        assertThat(query("select count(*) from linkage.provision_record")).containsExactly("" + questions);
    }

    @Test
    void noMoreLeavesInASecondThanIsAllowed() {
        var gate = new Gate("a", 3, 10, CLOCK);
        assertThat(IntStream.range(0, 5).filter(_ -> gate.enter()).count()).isEqualTo(3);
        assertThat(gate.isClosed()).isTrue();
        CLOCK.advance(Duration.ofSeconds(1));

        assertThat(gate.isClosed()).isFalse();
        assertThat(IntStream.range(0, 5).filter(_ -> gate.enter()).count()).isEqualTo(3);
    }

    @Test
    void aSlowInstitutionTakesHalfOfThePlacesAtMost() {
        var gate = new Gate("a", 100, 2, CLOCK);
        assertThat(IntStream.range(0, 5).filter(_ -> gate.enter()).count()).isEqualTo(2);
        gate.leave(true);

        assertThat(gate.enter()).isTrue();
        assertThat(gate.enter()).isFalse();
    }
}
