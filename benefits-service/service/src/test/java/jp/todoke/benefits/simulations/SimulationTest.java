package jp.todoke.benefits.simulations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import jp.todoke.api.simulations.model.SimulationAnswer;
import jp.todoke.benefits.BenefitsTestSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulationTest extends BenefitsTestSystem {
    private static final JsonMapper CONTRACT = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    /** E1 of the notes: a first child, claimed at once. */
    static final String FIRST_CHILD = """
            {"programme":"CHILD_ALLOWANCE","from":"2026-10","to":"2027-03","claimant":{"kind":"PARENT"},
             "claims":[{"kind":"NEW","receivedOn":"2026-11-25","children":["c1"]}],
             "children":[{"id":"c1","birthDate":"2026-11-21"}]}""";

    private Reply simulate(String body, String query) {
        return send(request("/api/v1/simulations" + query, user("vendor", HERE)).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static List<String> months(Reply reply) {
        List<String> months = new ArrayList<>();
        reply.at("/months").forEach(month -> months.add(
                month.path("month").asString() + " " + month.path("outcome").asString() + " " + month.path("yen").asString()));
        return months;
    }

    @Test
    void answersEachMonthItsPaymentsAndWhy() {
        Reply reply = simulate(FIRST_CHILD, "");

        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        assertThat(months(reply)).containsExactly("2026-10 NOT_YET 0", "2026-11 NOT_YET 0", "2026-12 GRANTED 15000",
                "2027-01 GRANTED 15000", "2027-02 GRANTED 15000", "2027-03 GRANTED 15000");
        assertThat(reply.at("/payments/0").toString())
                .isEqualTo("{\"payMonth\":\"2027-02\",\"covers\":[\"2026-12\",\"2027-01\"],\"yen\":30000}");
        assertThat(reply.at("/warnings").size()).isZero();
        JsonNode child = reply.at("/months/2/children/0");
        JsonNode trace = reply.at("/traces/" + child.path("trace").asString());
        assertThat(trace.propertyNames()).containsExactlyInAnyOrder("question", "article", "facts", "parameters", "result", "children");
        assertThat(trace.at("/parameters/0").propertyNames()).contains("name", "value", "from", "article", "source");
    }

    @Test
    void answersInTheFormOfTheContract() {
        SimulationAnswer answer = CONTRACT.readValue(simulate(FIRST_CHILD, "").raw().body(), SimulationAnswer.class);

        assertThat(answer.getMonths()).hasSize(6);
        assertThat(answer.getTraces()).isNotEmpty();
    }

    /** E29 of the notes, its child beside a facility's, and what is not known yet. */
    static final String ONE_PARENT = """
            {"programme":"CHILD_REARING_ALLOWANCE","from":"2026-10","to":"2026-12","claimant":{"kind":"MOTHER",
              "incomes":[{"year":2024,"dependants":1,"assessedIncome":1000000},{"year":2025,"dependants":1,"assessedIncome":1500000}]},
             "claims":[{"kind":"NEW","receivedOn":"2026-09-25","children":["c1","c2"]}],
             "children":[{"id":"c1","birthDate":"2020-04-02","qualifyingEventOn":"2026-09-01"},
                         {"id":"c2","birthDate":"2022-04-02","qualifyingEventOn":"2026-09-01","facility":[{"from":"2026-09-10"}]}]}""";

    @Test
    void answersEachStageOfChildRearingAllowance() {
        Reply reply = simulate(ONE_PARENT, "");

        assertThat(months(reply)).containsExactly("2026-10 GRANTED 48050", "2026-11 GRANTED 36690", "2026-12 GRANTED 36690");
        assertThat(reply.at("/months/1/stages").toString()).isEqualTo(
                "[{\"stage\":\"BASE\",\"yen\":48050},{\"stage\":\"INCOME\",\"yen\":36690},{\"stage\":\"PENSION\",\"yen\":36690},{\"stage\":\"HALVED\",\"yen\":36690}]");
        assertThat(reply.at("/months/1/children").findValuesAsString("id")).containsExactly("c1");
        assertThat(reply.at("/payments").findValuesAsString("payMonth")).containsExactly("2026-11", "2027-01");
    }

    @Test
    void leavesWhatIsUnknownToAnOfficer() {
        Reply reply = simulate(ONE_PARENT.replace("\"dependants\":1,\"assessedIncome\":1500000", "\"undeclared\":true"), "");

        assertThat(reply.at("/months/1/outcome").asString()).isEqualTo("REFER");
        assertThat(reply.at("/months/1").has("yen")).isTrue();
        assertThat(reply.at("/months/1/yen").isNull()).isTrue();
        assertThat(reply.at("/months/1/children").size() + reply.at("/months/1/stages").size()).isZero();
        assertThat(reply.at("/months/1/reasons").size()).isPositive();
        assertThat(reply.at("/payments").findValuesAsString("payMonth")).containsExactly("2026-11");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"FATHER, 2010-07", "MOTHER, 2009-01"})
    void namesTheRuleThatIsNotInForce(String kind, String month) {
        Reply reply = simulate(ONE_PARENT.replace("MOTHER", kind).replace("2026-10", month).replace("2026-12", month), "");

        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(422);
        assertThat(reply.at("/month").asString()).isEqualTo(month);
        assertThat(reply.at("/parameter").asString()).isNotBlank();
    }

    @Test
    void leavesTracesOut() {
        Reply reply = simulate(FIRST_CHILD, "?trace=none");

        assertThat(months(reply)).contains("2026-12 GRANTED 15000");
        assertThat(reply.body().has("traces")).isFalse();
        assertThat(reply.at("/months/2/children/0").has("trace")).isFalse();
    }
}
