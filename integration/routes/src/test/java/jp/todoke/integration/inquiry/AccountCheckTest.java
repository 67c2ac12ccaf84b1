package jp.todoke.integration.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import jp.todoke.integration.Line.Passed;
import jp.todoke.integration.Line.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** 口座確認: whether an account exists and bears the name, before money is sent there. */
class AccountCheckTest extends Questions {

    @ParameterizedTest(name = "{0}: {2} of bank {1} for {3} is {4}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            id,     bank, number,  kana,           outcome
            ACC-01, 0001, 0000123, トドケノ　イチロウ, MATCH
            ACC-02, 0001, 0000123, ﾄﾄﾞｹﾉ ｲﾁﾛｳ,      MATCH
            ACC-03, 0001, 0000123, トドケノ　ジロウ,   NAME_MISMATCH
            ACC-04, 0001, 0000998, トドケノ　イチロウ, NOT_FOUND
            ACC-05, 9999, 0000001, トドケノ　イチロウ, UNSUPPORTED_BANK
            """)
    void tellsWhatTheBankSays(String id, String bank, String number, String kana, String outcome) {
        UUID inquiry = checkAccount(bank, number, kana);

        inquiries.drain();

        assertThat(state(inquiry)).isEqualTo("COMPLETED PROVIDED");
        assertThat(told(inquiry).path("accountCheck")).isEqualTo(json.readTree("{\"outcome\":\"" + outcome + "\"}"));
        assertThat(LINE.passed()).extracting(Passed::path).containsExactly(VERIFY);
    }

    @ParameterizedTest(name = "{0}: asked again and answered")
    @EnumSource(value = Trouble.class, names = {"OUTAGE_HTML", "TRUNCATED", "ANSWER_LOST", "HTML_200", "EMPTY_OBJECT", "TOKEN_REFUSED"})
    void asksAgainHoweverTheLineBreaks(Trouble trouble) {
        LINE.breaks(VERIFY, trouble);
        UUID inquiry = checkAccount("0001", "0000123", "トドケノ　イチロウ");

        inquiries.drain();
        CLOCK.advance(Duration.ofSeconds(2));
        inquiries.drain();

        assertThat(state(inquiry)).isEqualTo("COMPLETED PROVIDED");
        assertThat(calls(VERIFY).stream().map(call -> call.headers().get("x-request-id")).distinct()).hasSize(1);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"ANOTHER_PERSON, COMPLETED ANOTHER_PERSON", "BAD_REQUEST, FAILED UNAVAILABLE"})
    void appliesNothingThatWasNotAsked(Trouble trouble, String state) {
        LINE.breaks(VERIFY, trouble);
        UUID inquiry = checkAccount("0001", "0000123", "トドケノ　イチロウ");

        inquiries.drain();

        assertThat(state(inquiry)).isEqualTo(state);
        assertThat(told(inquiry).has("accountCheck")).isFalse();
    }

    @ParameterizedTest(name = "{0} instead of {1}")
    @CsvSource({"'\"bank4\":\"0009\"', '\"bank4\":\"0001\"'", "'\"branch3\":\"009\"', '\"branch3\":\"001\"'",
            "'\"type1\":\"2\"', '\"type1\":\"1\"'", "'\"no7\":\"0000124\"', '\"no7\":\"0000123\"'"})
    void appliesNoAnswerAboutAnotherAccount(String told, String asked) {
        LINE.rewrites(VERIFY, answer -> replacing(answer, asked, told));
        UUID inquiry = checkAccount("0001", "0000123", "トドケノ　イチロウ");

        inquiries.drain();

        assertThat(state(inquiry)).isEqualTo("COMPLETED ANOTHER_PERSON");
    }

    @Test
    void isNotAskedWithoutAnAccount() {
        UUID inquiry = ask("ACCOUNT_CHECK", "{}", "");

        assertThat(inquiries.drain()).isZero();
        assertThat(state(inquiry)).isEqualTo("FAILED PERSON_UNKNOWN");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void showsTheAccountNowhere(CapturedOutput output) {
        checkAccount("0001", "0000777", "ヒミツ　ナマエ");
        LINE.breaks(VERIFY, Trouble.TRUNCATED);

        inquiries.drain();
        CLOCK.advance(Duration.ofSeconds(2));
        inquiries.drain();

        assertThat(query("select inquiry::text from linkage.inquiry").getFirst()).doesNotContain("0000777", "ヒミツ");
        assertThat(query("select 1 from linkage.provision_record")).isEmpty();
        assertThat(output.getAll()).doesNotContain("0000777", "ヒミツ");
        assertThat(LINE.passed()).allMatch(call -> !call.path().contains("0000777"));
    }
}
