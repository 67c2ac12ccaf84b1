package jp.todoke.integration.inquiry.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.todoke.integration.IntegrationTest;
import jp.todoke.integration.Line.Passed;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Starts rounds as caseworkers do, and reads what became of them; five lines make a file here. */
abstract class RoundWork extends IntegrationTest {
    static final String TAX = "procedure=CHILD_ALLOWANCE_NEW&kind=TAX&purpose=YEARLY_INCOME&year=2026&providerMunicipality=139980";
    static final String HEADER = "atenabango,providerMunicipality,withhold,caseNumber\r\n";
    static final String FILES = "/chukan/inquiry-files";

    @Autowired
    JsonMapper json;

    static String key() {
        return "round-" + UUID.randomUUID();
    }

    HttpResponse<String> upload(String query, String type, String body, String key) {
        return send(request("/api/v1/inquiry-rounds?" + query, token("caseworker", HERE, "rounds:write rounds:read"))
                .header("Content-Type", type).header("Idempotency-Key", key).POST(BodyPublishers.ofString(body)));
    }

    String start(String query, String csv) {
        HttpResponse<String> answer = upload(query, "text/csv", csv, key());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return json.readTree(answer.body()).path("roundId").asString();
    }

    String startTax(String... numbers) {
        return start(TAX, "atenabango\r\n" + Arrays.stream(numbers).map(number -> number + "\r\n").collect(Collectors.joining()));
    }

    JsonNode get(String roundId) {
        return json.readTree(read(roundId, ""));
    }

    String read(String roundId, String what) {
        HttpResponse<String> answer = send(request("/api/v1/inquiry-rounds/" + roundId + what, token("auditor", HERE, "rounds:read")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    List<JsonNode> lines(String roundId, String what) {
        return read(roundId, what).lines().map(json::readTree).toList();
    }

    /** Line number → code. */
    Map<Long, String> errors(String roundId) {
        Map<Long, String> errors = new TreeMap<>();
        lines(roundId, "/errors").forEach(line -> errors.put(line.path("line").asLong(0), line.path("code").asString()));
        return errors;
    }

    /** Line number → outcome, a blank for none. */
    Map<Long, String> outcomes(String roundId) {
        Map<Long, String> outcomes = new TreeMap<>();
        lines(roundId, "/answers").forEach(line -> outcomes.put(line.path("line").asLong(), line.path("outcome").asString("")));
        return outcomes;
    }

    HttpResponse<String> command(String roundId, String command, String key) {
        return send(request("/api/v1/inquiry-rounds/" + roundId + "/" + command, token("caseworker", HERE, "rounds:write"))
                .header("Idempotency-Key", key).POST(BodyPublishers.noBody()));
    }

    static List<Passed> uploads() {
        return LINE.passed().stream().filter(call -> call.path().equals(FILES)).toList();
    }

    /** The records of all files that went out, in their order. */
    static List<String> records() {
        return uploads().stream().flatMap(call -> call.body().lines().filter(line -> line.startsWith("01,"))).toList();
    }

    static String number(int last) {
        return "%015d".formatted(last);
    }

    static String count(String table) {
        return query("select count(*) from linkage." + table).getFirst();
    }
}
