package jp.todoke.integration.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import jp.todoke.channel.WorkQueue;
import jp.todoke.integration.Line.Trouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.context.TestPropertySource;

/**
 * Peers that take 31 s, or whose answers never come to an end, with a time-out that a test can wait for: the outcome is unknown, and asking again does
 * no harm.
 */
@TestPropertySource(properties = {"todoke.peers.timeouts.connect=PT0.5S", "todoke.peers.timeouts.read=PT1S"})
class SlowPeersTest extends Questions {
    @Autowired
    @Qualifier("linkage-code")
    WorkQueue codes;

    @ParameterizedTest
    @CsvSource({SEARCH + ",SLOW,遅外　一男", NUMBER + ",SLOW,遅外　二男", SEARCH + ",DRIPPING,遅外　三男", NUMBER + ",DRIPPING,遅外　四男"})
    void numberOnce(String operation, Trouble trouble, String name) {
        LINE.breaks(operation, trouble);
        UUID inquiry = number(name, "1980-08-08", "1", "隣野市遅一丁目１番");

        inquiries.drain();
        assertThat(state(inquiry)).isEqualTo("REGISTERED -");
        CLOCK.advance(Duration.ofSeconds(2));
        inquiries.drain();

        assertThat(state(inquiry)).isEqualTo("COMPLETED PROVIDED");
        assertThat(calls(NUMBER)).as("a person who was numbered is found and not numbered again").hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"SLOW", "DRIPPING"})
    void areAskedAgainAboutAnAccountAndACode(Trouble trouble) {
        LINE.breaks(VERIFY, trouble);
        UUID account = checkAccount("0001", "0000123", "トドケノ　イチロウ");
        inquiries.drain();
        CLOCK.advance(Duration.ofSeconds(2));
        inquiries.drain();
        assertThat(state(account)).isEqualTo("COMPLETED PROVIDED");

        LINE.breaks("/chukan/fugo-requests", trouble);
        askTax("000000000000160");
        inquiries.drain();
        codes.drain();
        CLOCK.advance(Duration.ofMinutes(10));
        codes.drain();

        assertThat(query("select request_no is not null from linkage.linkage_code")).containsExactly("t");
        assertThat(calls("/chukan/fugo-requests").stream().map(call -> call.headers().get("x-request-id")).distinct()).hasSize(1);
    }
}
