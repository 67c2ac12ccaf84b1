package jp.todoke.benefits.simulations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import jp.todoke.api.simulations.model.SimulationAnswer;
import jp.todoke.benefits.BenefitsTestSystem;
import org.junit.jupiter.api.Test;
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

    @Test
    void leavesTracesOut() {
        Reply reply = simulate(FIRST_CHILD, "?trace=none");

        assertThat(months(reply)).contains("2026-12 GRANTED 15000");
        assertThat(reply.body().has("traces")).isFalse();
        assertThat(reply.at("/months/2/children/0").has("trace")).isFalse();
    }
}
