package jp.todoke.integration.inquiry.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** E24 マスター更新情報 beside our own lists. */
class MasterComparisonTest extends ComparingTest {
    private static final String CORE_CITY_ENDS = "{\"table\":\"INSTITUTION\",\"kikanCd\":\"0220101202501700\",\"kikanKbn\":\"CORE_CITY\",\"appliesTo\":\"2027-03-31\"}";
    private static final String CORE_CITY_STAYS = "{\"table\":\"INSTITUTION\",\"kikanCd\":\"0220101202501700\",\"kikanKbn\":\"CORE_CITY\"}";

    @BeforeEach
    void somebodyAsks() {
        asked(ICHIRO);
    }

    private void changed(String row) {
        administer("PUT", "/admin/masters", "{\"rows\":[" + row + "]}");
    }

    private int compareTheNextDay() {
        CLOCK.advance(Duration.ofDays(1));
        return comparisons.drain();
    }

    @Test
    void findsNothingWhereTheNationHasWhatWeHave() {
        compare();

        assertThat(differences(Matter.MASTERS)).isEmpty();
        assertThat(trouble(Matter.MASTERS)).isEqualTo("-");
        assertThat(requests("chukan-listMasterChanges")).as("all of it").isGreaterThan(5);

        LINE.clear();
        compareTheNextDay();
        assertThat(LINE.passed().stream().filter(call -> call.path().startsWith("/chukan/masters"))).as("only what changed").singleElement()
                .satisfies(call -> {
                    assertThat(call.path()).contains("since=");
                    assertThat(call.headers()).containsEntry("x-if-id", "IF_SCM_30112");
                });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', useHeadersInDisplayName = true, textBlock = """
            what                                | row                                                                                                          | difference
            a new tuple of a duty of ours       | "table":"TUPLE","jimuCd":"JM01000000106000","jimutetsuzukiCd":"JT01010000010699","teikyoshaKbn":"MUNICIPALITY","tokuteikojinjohomeiCd":"TM00000000000002","appliesFrom":"2027-04-01" | NEW_THERE TUPLE JM01000000106000 JT01010000010699 TM00000000000002 MUNICIPALITY 2027-04-01: → -
            a tuple of a duty that is not ours  | "table":"TUPLE","jimuCd":"JM01000000999000","jimutetsuzukiCd":"JT01010000010699","teikyoshaKbn":"MUNICIPALITY","tokuteikojinjohomeiCd":"TM00000000000002","appliesFrom":"2027-04-01" | -
            a 中核市 that ends                   | "table":"INSTITUTION","kikanCd":"0220101202501700","kikanKbn":"CORE_CITY","appliesTo":"2027-03-31"          | CHANGED_THERE INSTITUTION 0220101202501700: CORE_CITY until 2027-03-31 → CORE_CITY
            a 市 that becomes 中核市             | "table":"INSTITUTION","kikanCd":"0220113998001700","kikanKbn":"CORE_CITY"                                   | NEW_THERE INSTITUTION 0220113998001700: CORE_CITY → -
            a town that ends                    | "table":"INSTITUTION","kikanCd":"0220113305101700","kikanKbn":"MUNICIPALITY","appliesTo":"2027-03-31"       | NEW_THERE INSTITUTION 0220113305101700: MUNICIPALITY until 2027-03-31 → -
            a town as there are many            | "table":"INSTITUTION","kikanCd":"0220113305101700","kikanKbn":"MUNICIPALITY"                                | -
            a new version of a layout           | "table":"LAYOUT","tokuteikojinjohomeiCd":"TM00000000000050","datasetNo":"0001","hanNo":"0009","appliesFrom":"2027-06-01" | NEW_THERE LAYOUT TM00000000000050 0001 0009 2027-06-01: → -
            a layout that ends                  | "table":"LAYOUT","tokuteikojinjohomeiCd":"TM00000000000050","datasetNo":"0001","hanNo":"0007","appliesFrom":"2024-05-27","appliesTo":"2027-07-31" | CHANGED_THERE LAYOUT TM00000000000050 0001 0007 2024-05-27: until 2027-07-31 →
            a layout of something never asked   | "table":"LAYOUT","tokuteikojinjohomeiCd":"TM00000000000030","datasetNo":"0001","hanNo":"0009","appliesFrom":"2027-06-01" | -
            a duty of ours that ends            | "table":"DUTY","jimuCd":"JM01000000106000","appliesTo":"2027-03-31"                                         | CHANGED_THERE DUTY JM01000000106000: until 2027-03-31 →
            a duty that is not ours             | "table":"DUTY","jimuCd":"JM01000000999000"                                                                  | -
            """)
    void showsWhatDiffersAndConcernsUs(String what, String row, String difference) {
        compare();
        changed("{" + row + "}");
        compareTheNextDay();

        assertThat(query("select kind || ' ' || item || ': ' || ltrim(coalesce(theirs, '-') || ' → ') || coalesce(ours, '-') "
                + "from linkage.network_difference where closed_at is null and matter = 'MASTERS'").stream().map(String::strip))
                .isEqualTo(difference.equals("-") ? List.of() : List.of(difference));
    }

    @Test
    void isOverWhenTheNationHasAgainWhatWeHave() {
        changed(CORE_CITY_ENDS);
        compare();
        compareTheNextDay();
        assertThat(differences(Matter.MASTERS)).containsExactly("CHANGED_THERE INSTITUTION 0220101202501700");
        assertThat(query("select 1 from linkage.network_difference")).as("one row, however often it is told").hasSize(1);
        assertThat(gauge("todoke.network.differences", "kind", "CHANGED_THERE")).isEqualTo(1);

        changed(CORE_CITY_STAYS);
        compareTheNextDay();

        assertThat(differences(Matter.MASTERS)).isEmpty();
        assertThat(gauge("todoke.network.differences", "kind", "CHANGED_THERE")).isZero();
    }

    @Test
    void aRowThatIsGoneIsShownUntilAllIsReadAgain() {
        LINE.rewrites("/chukan/masters", body -> body.replaceFirst("\\{\"table\":\"DUTY\"[^}]*},", ""));
        compare();
        assertThat(differences(Matter.MASTERS)).containsExactly("GONE_THERE DUTY JM01000000057000");

        compareTheNextDay();
        assertThat(differences(Matter.MASTERS)).as("it has not changed").hasSize(1);

        change("update linkage.network_comparison set told_until = null");
        compareTheNextDay();
        assertThat(differences(Matter.MASTERS)).isEmpty();
    }

    @Test
    void changesNothingOfWhatWeAsk() {
        changed("{\"table\":\"DUTY\",\"jimuCd\":\"JM01000000106000\",\"appliesTo\":\"2020-03-31\"}");
        compare();
        assertThat(differences(Matter.MASTERS)).hasSize(1);

        assertThat(of(asked(ICHIRO), "state || ' ' || answer")).isEqualTo("COMPLETED PROVIDED");
    }
}
