package jp.todoke.integration.inquiry.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import jp.todoke.integration.Line.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rounds whose line breaks, whose process dies, and whose lists and answers are not what was asked. */
class RoundTroubleTest extends RoundWork {
    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource({"OUTAGE_HTML, inquiry-files", "TRUNCATED, inquiry-files", "ANSWER_LOST, inquiry-files", "HTML_200, inquiry-files",
            "EMPTY_OBJECT, inquiry-files", "TOKEN_REFUSED, inquiry-files", "OUTAGE_HTML, /result", "TRUNCATED, /result",
            "ANSWER_LOST, /result",
            "HTML_200, /result", "EMPTY_OBJECT, /result", "TOKEN_REFUSED, /result", "OUTAGE_HTML, limit=1000", "TRUNCATED, limit=1000",
            "ANSWER_LOST, limit=1000", "HTML_200, limit=1000", "EMPTY_OBJECT, limit=1000", "TOKEN_REFUSED, limit=1000"})
    void repeatsWhatReachedNobody(Trouble trouble, String where) {
        String round = startTax(number(101), number(102), number(104));
        LINE.breaks(where, trouble, trouble);

        inquiryFiles.drain();
        if (trouble != Trouble.TOKEN_REFUSED) {
            assertThat(get(round).path("state").asString()).isEqualTo("RUNNING");
        }
        CLOCK.advance(Duration.ofMinutes(1));
        inquiryFiles.drain();
        CLOCK.advance(Duration.ofMinutes(1));
        inquiryFiles.drain();

        assertThat(outcomes(round)).isEqualTo(Map.of(2L, "PROVIDED", 3L, "UNDECLARED", 4L, "NO_COPY"));
        assertThat(uploads().stream().map(call -> call.headers().get("x-request-id")).distinct()).hasSize(1);
        assertThat(uploads().stream().map(call -> call.body().replaceAll("(?m)^--.*$", "")).distinct()).hasSize(1);
        assertThat(count("provision_record")).isEqualTo("3");
        assertThat(count("inquiry_answer")).isEqualTo("3");
        assertThat(count("inquiry_file_stray")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SENDING", "ACCEPTED", "LISTED"})
    void repeatedStepsOfADeadProcessChangeNothing(String state) {
        String round = startTax(number(101), number(102), "999990000000001", "999980000000001");
        inquiryFiles.drain();
        List<String> before = query("select inquiry_id || state || answer || answered_at from linkage.inquiry order by 1");

        change("update linkage.inquiry_file set state = '" + state + "', completed_at = null, next_attempt_at = '2026-01-01'");
        CLOCK.advance(Duration.ofMinutes(1));
        inquiryFiles.drain();

        assertThat(query("select inquiry_id || state || answer || answered_at from linkage.inquiry order by 1")).isEqualTo(before);
        assertThat(count("provision_record")).isEqualTo("3");
        assertThat(count("inquiry_answer")).isEqualTo("2");
        assertThat(count("inquiry_file_stray")).isEqualTo("0");
        assertThat(get(round).path("state").asString()).isEqualTo("COMPLETED");
    }

    @Test
    void neverSendsOtherBytesUnderTheSameName() {
        startTax(number(101));
        LINE.breaks("inquiry-files", Trouble.OUTAGE_HTML);
        inquiryFiles.drain();
        change("update linkage.inquiry set withhold_cd = '1'");

        CLOCK.advance(Duration.ofMinutes(1));
        inquiryFiles.drain();

        assertThat(uploads()).hasSize(1);
        assertThat(query("select state || ' ' || last_trouble from linkage.inquiry_file")).containsExactly("SENDING IllegalStateException");
    }

    /** What a result file may bring beside what was asked. */
    private enum Disorder {
        OUT_OF_ORDER(lines -> lines.reversed()), //
        DUPLICATE(lines -> List.of(lines.get(0), lines.get(1), lines.get(0))), //
        UNKNOWN_RECEIPT(lines -> List.of(lines.get(0), lines.get(1), lines.get(0).replaceFirst("Bango\":\"....", "Bango\":\"XXXX"))), //
        SECOND_ANSWER(lines -> List.of(lines.get(0), lines.get(1), lines.get(0).replace("4210000", "1"))), //
        UNREADABLE_ANSWER(lines -> List.of(lines.get(0), "{\"recordNo\":", lines.get(1))), //
        MISSING(lines -> List.of(lines.get(1))), //
        WRONG_LAYOUT(lines -> List.of(lines.get(0).replaceFirst("\"hanNo\":\"....\"", "\"hanNo\":\"0099\""), lines.get(1))), //
        WITHOUT_RESULT(lines -> List.of(lines.get(0).replace("\"resultKind\"", "\"other\""), lines.get(1)));

        private final UnaryOperator<List<String>> change;

        Disorder(UnaryOperator<List<String>> change) {
            this.change = change;
        }

        /** The last line tells the end. */
        String of(String window) {
            List<String> lines = window.lines().toList();
            List<String> changed = new ArrayList<>(change.apply(lines.subList(0, lines.size() - 1)));
            changed.add(lines.getLast());
            return String.join("\n", changed) + "\n";
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, nullValues = "-", textBlock = """
            disorder,          first,           code,           apart
            OUT_OF_ORDER,      PROVIDED,        -,              -
            DUPLICATE,         PROVIDED,        -,              -
            UNKNOWN_RECEIPT,   PROVIDED,        -,              UNKNOWN_RECEIPT
            SECOND_ANSWER,     PROVIDED,        -,              SECOND_ANSWER
            UNREADABLE_ANSWER, PROVIDED,        -,              UNREADABLE_ANSWER
            MISSING,           UNAVAILABLE,     RESULT_MISSING, -
            WRONG_LAYOUT,      LAYOUT_MISMATCH, -,              -
            WITHOUT_RESULT,    UNAVAILABLE,     RESULT_MISSING, UNREADABLE_ANSWER
            """)
    void matchesByKeyAndKeepsTheRestApart(Disorder disorder, String first, String code, String apart) {
        String round = startTax(number(101), number(104));
        LINE.rewrites("/answers", disorder::of);

        inquiryFiles.drain();

        assertThat(outcomes(round)).isEqualTo(Map.of(2L, first, 3L, "NO_COPY"));
        Map<Long, String> expected = new TreeMap<>();
        if (code != null) {
            expected.put(2L, code);
        }
        if (apart != null) {
            expected.put(0L, apart);
        }
        assertThat(errors(round)).isEqualTo(expected);
        assertThat(get(round).at("/progress/apart").asInt()).isEqualTo(apart == null ? 0 : 1);
        assertThat(count("provision_record")).isEqualTo("2");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            left out,                       code
            '\\{"recordNo":1,[^}]*\\},',    NOT_LISTED
            '(?<="recordNo":1,"atenabango":")0+101', NOT_LISTED
            """)
    void namesARecordThatNoListHolds(String leftOut, String code) {
        String round = startTax(number(101), number(104));
        LINE.rewrites("/result", lists -> lists.replaceFirst(leftOut, leftOut.startsWith("(") ? "000000000000777" : ""));

        inquiryFiles.drain();

        assertThat(errors(round)).containsEntry(2L, code);
        assertThat(outcomes(round)).isEqualTo(Map.of(2L, "UNAVAILABLE", 3L, "NO_COPY"));
    }

    @Test
    void refusesNobodyForTheRecordOfAnother() {
        String round = startTax("999980000000001", number(104));
        LINE.rewrites("/result", lists -> lists.replace("\"atenabango\":\"999980000000001\"", "\"atenabango\":\"000000000000777\""));

        inquiryFiles.drain();

        assertThat(errors(round)).isEqualTo(Map.of(2L, "NOT_LISTED"));
    }

    @Test
    void acceptsWhatTheStaffOfTheProviderAnswersLater() {
        String round = startTax(number(111), number(101));
        inquiryFiles.drain();
        assertThat(outcomes(round)).isEqualTo(Map.of(2L, "", 3L, "PROVIDED"));
        assertThat(get(round).path("state").asString()).isEqualTo("RUNNING");
        assertThat(get(round).at("/progress/open").asInt()).isEqualTo(1);

        // Over a weekend, whatever day it is.
        for (int hour = 0; hour < 4 * 24; hour++) {
            CLOCK.advance(Duration.ofHours(1));
            inquiryFiles.drain();
        }

        assertThat(outcomes(round)).isEqualTo(Map.of(2L, "PROVIDED", 3L, "PROVIDED"));
        assertThat(get(round).path("state").asString()).isEqualTo("COMPLETED");
    }

    @Test
    void endsWhatThePeerNoLongerKnows() {
        String round = startTax(number(101));
        LINE.breaks("/result", Trouble.OUTAGE_HTML);
        inquiryFiles.drain();
        change("update linkage.inquiry_file set receipt_no = 'F00'");

        CLOCK.advance(Duration.ofMinutes(1));
        inquiryFiles.drain();

        assertThat(outcomes(round)).isEqualTo(Map.of(2L, "EXPIRED"));
        assertThat(errors(round)).isEqualTo(Map.of(2L, "RESULT_EXPIRED"));
    }

    @Test
    void endsAFileThatThePeerRefuses() {
        String round = startTax(number(101), number(102));
        LINE.breaks("inquiry-files", Trouble.BAD_REQUEST);

        inquiryFiles.drain();

        assertThat(errors(round)).isEqualTo(Map.of(2L, "FILE_REJECTED", 3L, "FILE_REJECTED"));
        assertThat(uploads()).hasSize(1);
        assertThat(get(round).path("state").asString()).isEqualTo("COMPLETED");
    }

    @Test
    void takesNoResultFileWithoutEnd() {
        String round = startTax(number(101), number(102));
        LINE.breaks("limit=1000", Trouble.ENDLESS);

        inquiryFiles.drain();

        assertThat(errors(round)).isEqualTo(Map.of(2L, "RESULT_TOO_LARGE", 3L, "RESULT_TOO_LARGE"));
        assertThat(count("inquiry_answer")).isEqualTo("0");
    }

    @Test
    void givesUpAfterThreeDaysWithoutAnybody() {
        String round = startTax(number(101));
        LINE.breaks("inquiry-files", Trouble.OUTAGE_HTML, Trouble.OUTAGE_HTML);
        inquiryFiles.drain();

        CLOCK.advance(Duration.ofHours(73));
        inquiryFiles.drain();

        assertThat(errors(round)).isEqualTo(Map.of(2L, "UNREACHED"));
        assertThat(outcomes(round)).isEqualTo(Map.of(2L, "UNAVAILABLE"));
    }

    @Test
    void sendsNothingNewWhileRecordsWaitTooLongForTheirSeal() {
        startTax(number(101));
        inquiryFiles.drain();
        CLOCK.advance(Duration.ofHours(5));
        String round = startTax(number(102));

        inquiryFiles.drain();
        assertThat(uploads()).hasSize(1);

        change("truncate linkage.provision_record");
        CLOCK.advance(Duration.ofMinutes(1));
        inquiryFiles.drain();
        assertThat(outcomes(round)).isEqualTo(Map.of(2L, "UNDECLARED"));
    }
}
