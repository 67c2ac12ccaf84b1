package jp.todoke.benefits.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import jp.todoke.benefits.BenefitsTestSystem;
import jp.todoke.benefits.TestFamily;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** 児童手当 and 児童扶養手当 of one municipality, partly for one child: each is paid in its own months by its own file. */
class TwoProgrammesTest extends BenefitsTestSystem {
    private static final String RUNS = "/api/v1/payment-runs";
    private static final String CITY = "139882";
    private static final String FIRST = "CHILD_ALLOWANCE";
    private static final String SECOND = "CHILD_REARING_ALLOWANCE";

    @Test
    void paysEachProgrammeInItsOwnMonthsOnce() {
        TestFamily mother = TestFamily.divorcedMother().register("01", "january1Municipality", CITY);
        decided(mother, CITY);
        decided(mother.alsoForChildAllowance(), CITY);
        decided(TestFamily.divorcedMother().supporter("21", "祖父", 2_540_000).register("01", "january1Municipality", CITY)
                .register("21", "january1Municipality", CITY), CITY);

        assertThat(create(FIRST, "2027-01-08").code()).isEqualTo("NOT_A_PAYMENT_MONTH");
        Reply notYet = create(SECOND, "2027-02-10");
        assertThat(notYet.code()).isEqualTo("NOT_A_PAYMENT_MONTH");
        assertThat(notYet.at("/title").asString()).contains("1月、3月、5月、7月、9月、11月", "児童扶養手当法第7条第3項");
        assertThat(create(SECOND, "2027-01-11").code()).as("成人の日").isEqualTo("NOT_A_BUSINESS_DAY");

        assertThat(create(SECOND, "2027-05-11").code()).as("the amounts from April are not fixed").isEqualTo("AMOUNT_NOT_FIXED");

        Reply january = create(SECOND, "2027-01-08");
        assertThat(january.at("/programme").asString()).isEqualTo(SECOND);
        assertThat(months(january)).containsExactly("2026-12");
        assertThat(january.at("/totalYen").asLong()).isEqualTo(48_050);
        assertThat(january.at("/held").isEmpty()).as("who is suspended is not due").isTrue();
        Reply paid = approve(january, 48_050);
        assertThat(paid.at("/fileName").asString()).isEqualTo("zengin-139882-20270108-001.txt");
        assertThat(consignor(paid)).isEqualTo("1399710002");

        Reply february = create(FIRST, "2027-02-10");
        assertThat(months(february)).containsExactly("2026-12", "2027-01");
        assertThat(february.at("/totalYen").asLong()).isEqualTo(20_000);
        assertThat(consignor(approve(february, 20_000))).isEqualTo("1399710001");

        Reply march = create(SECOND, "2027-03-11");
        assertThat(months(march)).as("December was paid in January").containsExactly("2027-01", "2027-02");
        assertThat(march.at("/totalYen").asLong()).isEqualTo(96_100);
        assertThat(query("select programme || ' ' || sum(yen) from benefits.ledger_entry where municipality_code = ? group by programme"
                + " order by programme", CITY)).containsExactly(FIRST + " 20000", SECOND + " 48050");
    }

    private Reply create(String programme, String date) {
        return post(RUNS, user("payments", CITY), Map.of("programme", programme, "paymentDate", date), null);
    }

    private Reply approve(Reply run, long yen) {
        Reply approved = post(
                RUNS + "/" + run.at("/runId").asString() + "/approval", user("approver", CITY), Map.of("count", 1, "totalYen", yen),
                run.etag());
        assertThat(approved.status()).as(approved.body().toString()).isEqualTo(200);
        return approved;
    }

    private static List<String> months(Reply run) {
        assertThat(run.at("/count").asInt()).as(run.body().toString()).isEqualTo(1);
        return run.at("/items/0/months").valueStream().map(JsonNode::asString).toList();
    }

    /** 委託者コード: columns 5 to 14 of the header. */
    private String consignor(Reply run) {
        byte[] file = get(RUNS + "/" + run.at("/runId").asString() + "/bank-file", user("payments", CITY)).raw().body();
        return new String(file, 4, 10, StandardCharsets.US_ASCII);
    }
}
