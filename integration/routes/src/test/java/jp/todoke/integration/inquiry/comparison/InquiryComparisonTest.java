package jp.todoke.integration.inquiry.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import jp.todoke.channel.DispatchMappers;
import jp.todoke.channel.WorkQueue;
import jp.todoke.channel.WorkQueues;
import jp.todoke.integration.Line.Trouble;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** E12 照会状況 beside our own rows. */
class InquiryComparisonTest extends ComparingTest {
    private static final WorkQueue.Settings SETTINGS = WorkQueue.Settings.standard(Duration.ofMinutes(3));

    @Autowired
    WorkQueues queues;
    @Autowired
    DispatchMappers mappers;
    @Autowired
    ComparisonProperties properties;
    @Autowired
    ComparisonDispatcher dispatcher;

    private DueComparisons due(boolean open) {
        return new DueComparisons(mappers.mapper(ComparisonClaimMapper.class), _ -> open, properties);
    }

    @Test
    void findsNothingWhereBothKnowTheSame() {
        // Forty in one instant and fifteen in another: pages end amid them.
        IntStream.range(0, 40).forEach(_ -> asked(ICHIRO));
        CLOCK.advance(Duration.ofSeconds(1));
        IntStream.range(0, 15).forEach(_ -> asked(BY_STAFF));

        compare();

        assertThat(differences(Matter.INQUIRIES)).isEmpty();
        assertThat(trouble(Matter.INQUIRIES)).isEqualTo("-");
        assertThat(requests("chukan-listInquiries")).as("fifty-five by twenty-five").isEqualTo(3);
        assertThat(LINE.passed().stream().filter(call -> call.path().startsWith("/chukan/inquiries?")).toList()).hasSize(3)
                .allSatisfy(call -> {
                    assertThat(call.headers()).containsEntry("x-if-id", "IF_SKI_10723").containsEntry("x-user-id", "SYSTEM-AUTO");
                    assertThat(call.path()).doesNotContain(ICHIRO).doesNotContain(BY_STAFF);
                });
    }

    @Test
    void showsOnceWhatItAcceptedAndWeDoNotKnow() {
        UUID stranger = asked(ICHIRO);
        IntStream.range(0, 30).forEach(_ -> asked(BY_STAFF));
        String requestId = of(stranger, "request_id");
        set(stranger, "request_id = '" + UUID.randomUUID() + "'");

        compare();
        String found = query("select found_at::text from linkage.network_difference").getFirst();
        compare();

        String receipt = of(stranger, "receipt_no");
        assertThat(differences(Matter.INQUIRIES)).containsExactly("NOT_KNOWN_HERE " + receipt);
        assertThat(query("select found_at::text from linkage.network_difference where confirmed_at > found_at")).containsExactly(found);
        assertThat(gauge("todoke.network.differences", "kind", "NOT_KNOWN_HERE")).isEqualTo(1);

        set(stranger, "request_id = '" + requestId + "'");
        compare();

        assertThat(differences(Matter.INQUIRIES)).isEmpty();
        assertThat(query("select 1 from linkage.network_difference where closed_at is not null")).hasSize(1);
        assertThat(gauge("todoke.network.differences", "kind", "NOT_KNOWN_HERE")).isZero();
    }

    @Test
    void showsWhatWaitsHereAndIsNotListedThere() {
        List<UUID> waiting = new ArrayList<>();
        IntStream.range(0, 30).forEach(_ -> waiting.add(asked(BY_STAFF)));
        UUID lost = waiting.get(13);
        String receipt = of(lost, "receipt_no");
        set(lost, "receipt_no = 'LOST'");

        compare();

        assertThat(differences(Matter.INQUIRIES)).containsExactly("NOT_KNOWN_THERE LOST", "OTHER_RECEIPT " + receipt);
        assertThat(of(lost, "state || ' ' || receipt_no")).as("nothing is done").isEqualTo("WAITING_PROVIDER LOST");

        set(lost, "receipt_no = '" + receipt + "'");
        compare();
        assertThat(differences(Matter.INQUIRIES)).isEmpty();
    }

    @Test
    void anEmptyListTellsThatWhatWaitsIsNotThere() {
        UUID waiting = asked(BY_STAFF);
        asked(ICHIRO);
        scripted("chukan-listInquiries", "nothing-found", 1);

        compare();
        assertThat(differences(Matter.INQUIRIES)).containsExactly("NOT_KNOWN_THERE " + of(waiting, "receipt_no"));

        compare();
        assertThat(differences(Matter.INQUIRIES)).isEmpty();
    }

    @Test
    void aDifferenceThatLeftTheWindowIsOverWhenTheInquiryIs() {
        UUID waiting = asked(BY_STAFF);
        scripted("chukan-listInquiries", "nothing-found", 1);
        compare();
        CLOCK.advance(properties.window());

        compare();
        assertThat(differences(Matter.INQUIRIES)).as("nobody has looked it up").hasSize(1);
        // Staff answer on the next business day, and a weekend may lie between.
        CLOCK.advance(Duration.ofDays(4));
        inquiries.drain();
        assertThat(of(waiting, "state")).isEqualTo("COMPLETED");
        compare();

        assertThat(differences(Matter.INQUIRIES)).isEmpty();
    }

    @Test
    void whatItNoLongerKeepsSaysNothingOfOurs() {
        asked(BY_STAFF);
        CLOCK.advance(Duration.ofMinutes(1));
        administer("POST", "/admin/reset", "");
        asked(BY_STAFF);

        compare();

        assertThat(differences(Matter.INQUIRIES)).isEmpty();
    }

    @Test
    void whatIsStillBeingSentGetsItsReceiptByBeingSent() {
        asked(ICHIRO);
        LINE.breaks("/chukan/inquiries", Trouble.ANSWER_LOST);
        UUID lost = asked(BY_STAFF);
        assertThat(of(lost, "state")).isEqualTo("REGISTERED");

        compare();
        assertThat(differences(Matter.INQUIRIES)).isEmpty();
        assertThat(gauge("todoke.network.inquiries.recovering")).isEqualTo(1);

        inquiries.drain();
        compare();
        assertThat(of(lost, "receipt_no is not null")).isEqualTo("t");
        assertThat(gauge("todoke.network.inquiries.recovering")).isZero();
        assertThat(administer("GET", "/admin/counts?operation=chukan-registerInquiry", "").path("keys").asInt()).isEqualTo(2);
    }

    @Test
    void showsWhatItAcceptedAfterWeGaveUp() {
        LINE.breaks("/chukan/inquiries", Trouble.ANSWER_LOST);
        UUID lost = asked(BY_STAFF);
        set(lost, "state = 'FAILED', answer = 'UNAVAILABLE', answered_at = now(), next_attempt_at = null");

        compare();

        assertThat(differences(Matter.INQUIRIES)).singleElement().asString().startsWith("GIVEN_UP_HERE ");
        assertThat(query("select inquiry_id::text from linkage.network_difference")).containsExactly(lost.toString());
    }

    @Test
    void knowsTheReceiptOfBeforeItAskedAnew() {
        scripted("chukan-getInquiryResult", "CAPACITY", 1);
        UUID anew = asked(ICHIRO);
        assertThat(of(anew, "state")).isEqualTo("DRAFT");

        compare();
        assertThat(differences(Matter.INQUIRIES)).isEmpty();

        inquiries.drain();
        compare();
        assertThat(of(anew, "state")).isEqualTo("COMPLETED");
        assertThat(differences(Matter.INQUIRIES)).isEmpty();
        assertThat(query("select inquiry_id::text from linkage.inquiry_former_receipt")).containsExactly(anew.toString());
    }

    @Test
    void isDoneByOneProcessAtATime() {
        asked(ICHIRO);
        CLOCK.advance(Duration.ofHours(1));
        AtomicInteger others = new AtomicInteger();
        DueComparisons there = due(true);
        WorkQueue.Claims here = (now, until, limit) -> due(true).claim(now, until, 1);
        WorkQueue second = queues.open("comparison-there", SETTINGS, there, _ -> others.incrementAndGet());
        List<String> held = new ArrayList<>();
        WorkQueue first = queues.open("comparison-here", SETTINGS, here, claim -> {
            if (held.isEmpty()) {
                held.add(claim.id().toString());
                second.drain();
            }
        });

        first.drain();

        assertThat(held).hasSize(1);
        assertThat(others).as("the other matter, and not the one that is held").hasValue(1);
    }

    @Test
    void isDoneAtOnceAfterAStartAlsoWhereTheFirstLookWasRolledBack() {
        asked(ICHIRO);
        compare();
        DueComparisons due = due(true);
        AtomicBoolean lost = new AtomicBoolean();
        WorkQueue started = queues.open("comparison-rolled-back", SETTINGS, (now, until, limit) -> {
            List<WorkQueue.Claim> claimed = due.claim(now, until, limit);
            if (!lost.getAndSet(true)) {
                throw new IllegalStateException("lost");
            }
            return claimed;
        }, dispatcher);

        assertThatThrownBy(started::drain).hasMessage("lost");
        assertThat(started.drain()).isEqualTo(2);
    }

    @Test
    void isDoneAtOnceAfterAStartAndThenWhenItIsDue() {
        asked(ICHIRO);
        assertThat(compare()).as("both matters").isEqualTo(2);
        assertThat(comparisons.drain()).isZero();

        WorkQueue started = queues.open("comparison-started", SETTINGS, due(true), dispatcher);
        assertThat(started.drain()).isEqualTo(2);
        assertThat(started.drain()).isZero();

        assertThat(compare()).as("masters are compared once a day").isEqualTo(1);
    }

    @Test
    void restsOutsideTheServiceHours() {
        asked(ICHIRO);
        CLOCK.advance(Duration.ofHours(1));

        assertThat(queues.open("comparison-night", SETTINGS, due(false), dispatcher).drain()).isZero();
        assertThat(requests("chukan-listInquiries")).isZero();
        assertThat(queues.open("comparison-day", SETTINGS, due(true), dispatcher).drain()).isEqualTo(2);
    }
}
