package jp.todoke.integration.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jp.todoke.integration.Line.Trouble;
import jp.todoke.integration.Portal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** 処理状況 on its way back to マイナポータル. */
class PortalReportTest extends PortalWork {
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
}
