package jp.todoke.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Operations that refuse by themselves, and bodies that nobody gathers. */
class CheckedBodyTest extends ServiceTest {
    private static final JsonMapper JSON = new JsonMapper();

    private HttpResponse<String> post(String path, String type, String body) {
        return send(request(path, SURROUNDINGS.token("x", HERE, "things:read")).header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }

    private static String pointers(JsonNode errors) {
        return errors.findValuesAsString("pointer").stream().collect(Collectors.toCollection(TreeSet::new)).stream()
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"things\":[{\"name\":\"a\",\"kind\":\"SMALL\"}]} | `` | `` | {\"things\":[{\"name\":\"a\",\"kind\":\"SMALL\"}]}",
            "{\"things\":[],\"limit\":0} | /limit | `` | {\"things\":[]}",
            "{\"things\":[7,{\"name\":\"b\",\"kind\":\"HUGE\"}]} | /things/0 /things/1/kind | `` | {\"things\":[null,{\"name\":\"b\"}]}",
            "{\"things\":[{\"kind\":\"SMALL\",\"madeOn\":\"2026-02-30\"}],\"sender\":{\"name\":\"long\"}} | /sender/name /things/0/madeOn /things/0/name | `` | {\"things\":[{\"kind\":\"SMALL\"}],\"sender\":{}}",
            "{\"things\":[{},{},{},{}]} | /things /things/0/kind /things/0/name /things/1/kind /things/1/name /things/2/kind /things/2/name /things/3/kind /things/3/name | `` | {\"things\":[{},{},{},{}]}",
            "{\"thing\":[],\"sender\":{\"names\":1},\"things\":[]} | `` | /sender/names /thing | {\"things\":[],\"sender\":{}}",
            "{} | /things | `` | {}", "[] | `` | `` | {}", "null | `` | `` | {}"})
    void handsOnWhatCanBeReadAndSaysWhatCannot(String sent, String violations, String unknown, String read) {
        HttpResponse<String> response = post("/api/v1/things:weigh", "application/json", sent);

        assertEquals(200, response.statusCode(), response::body);
        JsonNode answer = JSON.readTree(response.body());
        assertEquals(violations, pointers(answer.path("violations")));
        assertEquals(unknown, pointers(answer.path("unknown")));
        assertEquals(JSON.readTree(read), withoutNulls(answer.path("read")));
    }

    /** Fields that are null in the answer were not there. */
    private static JsonNode withoutNulls(JsonNode node) {
        node.properties().stream().filter(field -> field.getValue().isNull()).map(java.util.Map.Entry::getKey).toList()
                .forEach(name -> ((tools.jackson.databind.node.ObjectNode) node).remove(name));
        node.forEach(CheckedBodyTest::withoutNulls);
        return node;
    }

    @Test
    void handsWrongParametersOnToo() {
        JsonNode answer = JSON.readTree(post("/api/v1/things:weigh?unit=t", "application/json", "{\"things\":[],\"limit\":0}").body());

        assertEquals("/limit /query/unit", pointers(answer.path("violations")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"no JSON", "``", "{\"things\":[]} {}", "{\"things\":[],\"things\":[]}"})
    void refusesWhatIsNoJsonBeforeTheOperation(String body) {
        assertEquals(400, post("/api/v1/things:weigh", "application/json", body).statusCode());
    }

    @Test
    void doesNotGatherABodyOfManyLines() {
        JsonNode answer = JSON.readTree(post("/api/v1/lines", "application/x-ndjson", "{}\n".repeat(900_000)).body());

        assertEquals(900_000, answer.path("lines").asInt());
        assertEquals(true, answer.path("streamed").asBoolean());
        assertEquals(413, post("/api/v1/lines", "application/x-ndjson", "{}\n".repeat(1_000_001)).statusCode());
    }
}
