package jp.todoke.integration.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import jp.todoke.integration.Line.Passed;
import jp.todoke.integration.Line.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** 住登外者宛名番号: 照会 first, 付番 only where it finds nobody, and never twice. */
class NumberingTest extends Questions {
    private static final List<String> ALWAYS = List.of("shikuchosonkodo", "nayosemotofuragu", "tagyomusanshofukafuragu", "sosashaid",
            "sosanengappi", "sosajikoku");

    @ParameterizedTest(name = "{0}: {1} of {4} is answered {5}, number {6}")
    @CsvSource(useHeadersInDisplayName = true, nullValues = "-", textBlock = """
            id,     name,      birthDate,  sex, address,              answer,    number
            NUM-01, 外野　一子, 1991-02-03, 2,   東京都隣野市東三丁目２番, PROVIDED,  900000000000201
            NUM-02, 外野　一子, 1991-02-03, 2,   東京都隣野市西一丁目１番, PROVIDED,  900000000000201
            NUM-03, 外野 一子,  1991-02-03, 2,   東京都隣野市東三丁目2番,  PROVIDED,  900000000000201
            NUM-04, 旧姓　一子, 1991-02-03, 2,   隣野市北一丁目１番,      PROVIDED,  900000000000201
            NUM-05, 双外　花子, 1985-05-05, 2,   隣野市東四丁目１番,      AMBIGUOUS, -
            NUM-06, 外野　一子, 1991-02-03, 0,   東京都隣野市東三丁目２番, AMBIGUOUS, -
            NUM-07, 宿無　三郎, 1970-07-07, 1,   隣野市東七丁目１番,      AMBIGUOUS, -
            """)
    void takesOverOnePersonInAllFourAndNumbersNobody(String id, String name, String birthDate, String sex, String address, String answer,
            String number) {
        UUID inquiry = number(name, birthDate, sex, address);

        inquiries.drain();

        assertThat(state(inquiry)).isEqualTo("COMPLETED " + answer);
        assertThat(told(inquiry).path("numbering"))
                .isEqualTo(number == null
                        ? tools.jackson.databind.node.MissingNode.getInstance()
                        : json.readTree("{\"atenabango\":\"" + number + "\",\"existing\":true}"));
        assertThat(LINE.passed()).extracting(Passed::path).containsExactly(SEARCH);
        assertThat(query("select atenabango from linkage.linkage_code")).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} born {2} is numbered anew")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            id,     name,      birthDate,  sex, address
            NUM-11, 新外　五郎, 1990-10-10, 1,   隣野市南一丁目１番
            NUM-12, 外野　一子, 1992-02-03, 2,   東京都隣野市東三丁目２番
            NUM-13, 外野　一子, 1991-02-03, 2,   東京都隣野市東九丁目９番
            NUM-14, 秘外　次郎, 1979-09-09, 1,   隣野市東五丁目１番
            NUM-15, 他市　四郎, 1969-01-01, 1,   隣野市東六丁目１番
            NUM-16, ＪＯＨＮ　ＤＯＥ, 1981-01-01, 1, 隣野市南二丁目１番
            """)
    void numbersWhomNoRecordFits(String id, String name, String birthDate, String sex, String address) {
        UUID inquiry = number(name, birthDate, sex, address);

        inquiries.drain();

        assertThat(state(inquiry)).isEqualTo("COMPLETED PROVIDED");
        assertThat(told(inquiry).at("/numbering/existing").asBoolean(true)).isFalse();
        assertThat(told(inquiry).at("/numbering/atenabango").asString()).matches("9[0-9]{14}").isNotEqualTo("900000000000204");
        assertThat(LINE.passed()).extracting(Passed::path).containsExactly(SEARCH, NUMBER);
    }

    @Test
    void writesEveryRequiredItemAndNoIndividualNumber() {
        UUID inquiry = ask("NUMBERING",
                """
                        {"name":"辻󠄀外 六子","kana":"ﾂｼﾞｿﾄ ﾛｸｺ","birthDate":"1993-12-31","sex":"2","address":"神奈川県架空市1-2-3","addressMunicipalityCode":"141003",
                         "fromJuki":false}""",
                "");

        inquiries.drain();

        assertThat(state(inquiry)).isEqualTo("COMPLETED PROVIDED");
        JsonNode query = json.readTree(calls(SEARCH).getFirst().body());
        JsonNode body = json.readTree(calls(NUMBER).getFirst().body());
        assertThat(query.has("kojinbango")).isFalse();
        assertThat(body.has("kojinbango")).isFalse();
        assertThat(ALWAYS).allMatch(body::has);
        assertThat(body.valueStream().noneMatch(JsonNode::isNull)).as("absent is not null").isTrue();
        assertThat(body.path("shorikubun").asString()).isEqualTo("0");
        assertThat(body.path("shikuchosonkodo").asString()).isEqualTo(HERE);
        assertThat(body.path("shimei").asString()).as("the variation of the character stays").isEqualTo("辻󠄀外　六子");
        assertThat(body.path("uji_nihonjin").asString()).isEqualTo("辻󠄀外");
        assertThat(body.path("na_nihonjin").asString()).isEqualTo("六子");
        assertThat(body.path("shimei_furigana").asString()).isEqualTo("ツジソト　ロクコ");
        assertThat(body.path("jusho_todofuken").asString()).isEqualTo("神奈川県");
        assertThat(body.path("jusho_choaza").asString()).isEqualTo("架空市１－２－３");
        assertThat(body.path("tagyomusanshofukafuragu").asString()).isEqualTo("0");
        assertThat(body.path("sosashaid").asString()).isEqualTo("SYSTEMAUTO");
        assertThat(LINE.passed()).allSatisfy(call -> {
            assertThat(call.path()).doesNotContain("?");
            assertThat(call.headers()).containsEntry("x-user-id", "SYSTEM-AUTO").containsEntry("x-client-gyomu", "990");
        });
    }

    @Test
    void hidesFromOtherBusinessesWhatMayHaveComeFromJuki() {
        number("住基　七子", "1994-04-04", "2", "隣野市南四丁目１番");

        inquiries.drain();

        assertThat(json.readTree(calls(NUMBER).getFirst().body()).path("tagyomusanshofukafuragu").asString()).isEqualTo("1");
    }

    @Test
    void keepsNoRecordOfProvisionAndShowsNobodyInTheRow() {
        UUID inquiry = number("外野　一子", "1991-02-03", "2", "東京都隣野市東三丁目２番");

        inquiries.drain();

        assertThat(query("select 1 from linkage.provision_record")).isEmpty();
        assertThat(query("select concat_ws(' ', provider_kikan_cd, legal_source_mark, jimu_cd, tm_cd) from linkage.inquiry"))
                .containsExactly("ATENA-031 PROVISIONAL");
        assertThat(query("select inquiry::text from linkage.inquiry where inquiry_id = '" + inquiry + "'").getFirst())
                .doesNotContain("外野", "1991-02-03", "隣野市");
    }

    @Test
    void doesNotAskAboutHalfAPerson() {
        UUID inquiry = ask("NUMBERING", "{\"name\":\"外野　一子\",\"birthDate\":\"1991-02-03\"}", "");

        assertThat(inquiries.drain()).isZero();

        assertThat(state(inquiry)).isEqualTo("FAILED PERSON_UNKNOWN");
        assertThat(LINE.passed()).isEmpty();
    }

    @ParameterizedTest(name = "{0} at {1}: numbered once all the same")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            trouble,       operation,                      name,      searches
            OUTAGE_HTML,   jutogaishaatenakihonjohosyokai, 障外　一男, 2
            TRUNCATED,     jutogaishaatenakihonjohosyokai, 障外　二男, 2
            ANSWER_LOST,   jutogaishaatenakihonjohosyokai, 障外　三男, 2
            HTML_200,      jutogaishaatenakihonjohosyokai, 障外　四男, 2
            EMPTY_OBJECT,  jutogaishaatenakihonjohosyokai, 障外　五男, 2
            TOKEN_REFUSED, jutogaishaatenakihonjohosyokai, 障外　六男, 2
            OUTAGE_HTML,   jutogaishaatenabangofuban,      番外　一男, 2
            TRUNCATED,     jutogaishaatenabangofuban,      番外　二男, 2
            ANSWER_LOST,   jutogaishaatenabangofuban,      番外　三男, 2
            HTML_200,      jutogaishaatenabangofuban,      番外　四男, 2
            EMPTY_OBJECT,  jutogaishaatenabangofuban,      番外　五男, 2
            TOKEN_REFUSED, jutogaishaatenabangofuban,      番外　六男, 1
            LOCKED,        jutogaishaatenabangofuban,      番外　七男, 2
            """)
    void numbersOnceHoweverTheLineBreaks(Trouble trouble, String operation, String name, int searches) {
        LINE.breaks("/" + operation, trouble);
        UUID inquiry = number(name, "1980-08-08", "1", "隣野市南三丁目１番");

        inquiries.drain();
        CLOCK.advance(Duration.ofSeconds(2));
        inquiries.drain();

        assertThat(state(inquiry)).isEqualTo("COMPLETED PROVIDED");
        assertThat(calls(SEARCH)).hasSize(searches);
        assertThat(calls(NUMBER).stream().map(call -> call.headers().get("x-request-id")).distinct()).hasSizeLessThanOrEqualTo(1);
        String number = told(inquiry).at("/numbering/atenabango").asString();
        UUID again = number(name, "1980-08-08", "1", "隣野市南三丁目１番");
        inquiries.drain();
        assertThat(told(again).path("numbering")).as("there is one such person")
                .isEqualTo(json.readTree("{\"atenabango\":\"" + number + "\",\"existing\":true}"));
    }

    @ParameterizedTest(name = "{0} is told to nobody as a number")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            operation,                      name,      birthDate,  address
            jutogaishaatenakihonjohosyokai, 外野　一子, 1991-02-03, 東京都隣野市東三丁目２番
            jutogaishaatenabangofuban,      別外　八子, 1995-05-05, 隣野市南五丁目１番
            """)
    void catchesAnAnswerAboutAnotherPerson(String operation, String name, String birthDate, String address) {
        LINE.breaks("/" + operation, Trouble.ANOTHER_PERSON);
        UUID inquiry = number(name, birthDate, "2", address);

        inquiries.drain();

        assertThat(state(inquiry)).isEqualTo("COMPLETED ANOTHER_PERSON");
        assertThat(told(inquiry).has("numbering")).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"'\"shikuchosonkodo\":\"139998\"', '\"shikuchosonkodo\":\"139980\"'", "1991-02-03, 1991-02-04",
            "'\"seibetsu\":\"2\"', '\"seibetsu\":\"1\"'"})
    void takesNobodyOverWhoDiffersIn(String asked, String found) {
        LINE.rewrites(SEARCH, answer -> replacing(answer, asked, found));
        UUID inquiry = number("外野　一子", "1991-02-03", "2", "東京都隣野市東三丁目２番");

        inquiries.drain();

        assertThat(state(inquiry)).isEqualTo("COMPLETED ANOTHER_PERSON");
        assertThat(calls(NUMBER)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"A00000000000001, 異形　十子", "90000000000001, 短形　十子"})
    void takesNoNumberOfAnotherForm(String number, String name) {
        LINE.rewrites(NUMBER, answer -> answer.replaceFirst("\"atenabango\":\"[0-9]+\"", "\"atenabango\":\"" + number + "\""));
        UUID inquiry = number(name, "1997-07-07", "2", "隣野市南七丁目１番");

        inquiries.drain();

        assertThat(state(inquiry)).isEqualTo("COMPLETED LAYOUT_MISMATCH");
    }

    @Test
    void takesNoNumberThatAnotherMunicipalityGave() {
        LINE.rewrites(NUMBER, answer -> replacing(answer, "\"shikuchosonkodo\":\"139998\"", "\"shikuchosonkodo\":\"139980\""));
        UUID inquiry = number("他市　九子", "1996-06-06", "2", "隣野市南六丁目１番");

        inquiries.drain();

        assertThat(state(inquiry)).isEqualTo("COMPLETED ANOTHER_PERSON");
    }

    @ParameterizedTest
    @CsvSource({"jutogaishaatenakihonjohosyokai", "jutogaishaatenabangofuban"})
    void doesNotRepeatWhatIsRefused(String operation) {
        LINE.breaks("/" + operation, Trouble.BAD_REQUEST);
        UUID inquiry = number("拒外　一子", "1996-06-06", "2", "隣野市南六丁目１番");

        inquiries.drain();
        CLOCK.advance(Duration.ofMinutes(10));
        inquiries.drain();

        assertThat(state(inquiry)).isEqualTo("FAILED UNAVAILABLE");
        assertThat(calls(operation)).hasSize(1);
    }

    @ParameterizedTest(name = "a process that died before {0} is continued")
    @CsvSource({"jutogaishaatenakihonjohosyokai", "jutogaishaatenabangofuban"})
    void continuesAfterTheDeathOfAProcess(String operation) {
        LINE.breaks("/" + operation, Trouble.OUTAGE_HTML);
        UUID inquiry = number("死外　" + (operation.length() > 26 ? "一" : "二"), "1997-07-07", "1", "隣野市南七丁目１番");
        inquiries.drain();
        change("update linkage.inquiry set next_attempt_at = requested_at, lease_until = '" + CLOCK.instant().plusSeconds(180) + "'");

        assertThat(inquiries.drain()).isZero();
        CLOCK.advance(Duration.ofSeconds(181));
        inquiries.drain();

        assertThat(state(inquiry)).isEqualTo("COMPLETED PROVIDED");
        assertThat(calls(SEARCH)).as("照会 comes before 付番 that is repeated").hasSize(2);
    }

    @Test
    void knowsThatNobodyCanAskAboutWhomItJustNumbered() {
        UUID numbering = number("番後　九郎", "1998-08-08", "1", "隣野市南八丁目１番");
        inquiries.drain();
        String number = told(numbering).at("/numbering/atenabango").asString();
        LINE.clear();

        UUID tax = askTax(number);

        assertThat(inquiries.drain()).isZero();
        assertThat(state(tax)).isEqualTo("FAILED NO_LINKAGE_CODE");
        assertThat(LINE.passed()).isEmpty();
    }
}
