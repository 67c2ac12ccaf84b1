package jp.todoke.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ContractTest {
    private static final Contract CONTRACT = Contract.of("specs/test/library.yaml");
    private static final JsonMapper JSON = new JsonMapper();
    private static final String VALID = "\"title\":\"本\",\"kind\":\"LAW\",\"publishedOn\":\"2026-11-16\",\"pages\":1";

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({"GET, /api/v1/books, listBooks", "POST, /api/v1/books, addBook", "GET, /api/v1/books/latest, getLatestBook",
            "GET, /api/v1/books/0190f3a2-0000-7000-8000-000000000001, getBook", "PUT, /api/v1/books,", "GET, /api/v1/books/,",
            "GET, /api/v1/books/a%2Fb,", "GET, /api/v1/books/..,", "GET, /api/v1/books/%zz,", "GET, /api/v1/books/a;b=c,",
            "GET, /api/v2/books,",
            "GET, //api/v1/books,"})
    void findsTheOperationOfARequest(String method, String path, String id) {
        assertEquals(id, CONTRACT.find(method, path).map(match -> match.operation().id()).orElse(null));
    }

    @Test
    void readsWhatAnOperationDeclares() {
        Operation add = operation("addBook");
        Operation submit = operation("submitBook");

        assertEquals(new Operation("addBook", "POST", "/api/v1/books", "benefits", "books:write", Operation.Envelope.PROBLEM, true, 2048,
                Set.of("application/json"), true, Set.of()), add);
        assertEquals(new Operation("submitBook", "POST", "/app_submit/v10/hon", "benefits", "990:app_submit/v10/hon:Create",
                Operation.Envelope.APP_SUBMIT, false, 1048576, Set.of("application/zip"), false, Set.of()), submit);
        assertTrue(operation("getLatestBook").isPublic());
    }

    @ParameterizedTest(name = "{0} gives {2} at {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"\"pages\":0 | /pages | RANGE", "\"pages\":10000 | /pages | RANGE",
            "\"pages\":\"1\" | /pages | TYPE",
            "\"pages\":1.5 | /pages | TYPE", "\"title\":\"\" | /title | LENGTH", "\"title\":\"𠮷野家で\" | /title | LENGTH",
            "\"title\":null | /title | TYPE",
            "\"kind\":\"POEM\" | /kind | ENUM", "\"publishedOn\":\"2026-02-29\" | /publishedOn | DATE",
            "\"publishedOn\":\"令和8年\" | /publishedOn | DATE",
            "\"publishedOn\":\"2026-1-1\" | /publishedOn | DATE", "\"addedAt\":\"2026-11-16\" | /addedAt | DATE",
            "\"isbn\":\"12\" | /isbn | PATTERN",
            "\"shelf\":\"1\" | /shelf | FORMAT", "\"price\":9223372036854775808 | /price | RANGE", "\"price\":1e30 | /price | TYPE",
            "\"on/off~x\":1 | /on~1off~0x | TYPE",
            "\"colour\":\"red\" | /colour | UNKNOWN_FIELD", "\"authors\":[] | /authors | LENGTH", "\"authors\":{} | /authors | TYPE",
            "\"authors\":[{}] | /authors/0/name | REQUIRED", "\"authors\":[{\"name\":\"a\",\"age\":3}] | /authors/0/age | UNKNOWN_FIELD",
            "\"title\":\"a\\u0000\" | /title | CHARACTER", "\"title\":\"\\ud800\" | /title | CHARACTER"})
    void namesTheWrongField(String change, String pointer, String code) {
        var body = (ObjectNode) JSON.readTree("{" + VALID + "}");
        JSON.readTree("{" + change + "}").properties().forEach(field -> body.set(field.getKey(), field.getValue()));

        List<Violation> violations = CONTRACT.checkBody(operation("addBook"), body);

        assertEquals(List.of(pointer + " " + code), violations.stream().map(v -> v.pointer() + " " + v.code()).toList());
        assertTrue(violations.getFirst().message().endsWith("。") || code.equals("ENUM"), "says what to do");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"\"note\":null", "\"extra\":{\"anything\":[1]}", "\"title\":\"𠮷野家\"",
            "\"price\":9223372036854775807",
            "\"addedAt\":\"2026-11-16T09:00:00+09:00\"", "\"authors\":[{\"name\":\"葛󠄀\",\"bornOn\":\"2024-02-29\"}]"})
    void letsPassWhatKeepsTheContract(String change) {
        var body = (ObjectNode) JSON.readTree("{" + VALID + "}");
        JSON.readTree("{" + change + "}").properties().forEach(field -> body.set(field.getKey(), field.getValue()));

        assertEquals(List.of(), CONTRACT.checkBody(operation("addBook"), body));
    }

    @Test
    void namesAllWrongFieldsAtOnceAndNeverTheirValues() {
        var body = JSON.readTree(
                "{\"kind\":\"himitsu\",\"publishedOn\":\"himitsu\",\"pages\":-12345,\"isbn\":\"himitsu\",\"colour\":\"himitsu\"}");

        List<Violation> violations = CONTRACT.checkBody(operation("addBook"), body);

        assertEquals(Set.of("/title", "/kind", "/publishedOn", "/pages", "/isbn", "/colour"),
                violations.stream().map(Violation::pointer).collect(Collectors.toSet()));
        assertFalse(violations.toString().contains("himitsu") || violations.toString().contains("12345"));
    }

    @Test
    void refusesABodyThatIsNoObject() {
        assertEquals(List.of("TYPE"), CONTRACT.checkBody(operation("addBook"), JSON.readTree("[]")).stream().map(Violation::code).toList());
    }

    @Test
    void checksQueryPathAndHeaders() {
        Match list = CONTRACT.find("GET", "/api/v1/books").orElseThrow();
        Match get = CONTRACT.find("GET", "/api/v1/books/7").orElseThrow();
        Match add = CONTRACT.find("POST", "/api/v1/books").orElseThrow();

        assertEquals(Set.of("/query/limit RANGE", "/query/kind ENUM", "/query/after FORMAT", "/query/colour UNKNOWN_FIELD"),
                found(list, Map.of("limit", List.of("501"), "kind", List.of("POEM"), "after", List.of("x"), "colour", List.of("red")),
                        Map.of()));
        assertEquals(Set.of("/query/limit TYPE"), found(list, Map.of("limit", List.of("many")), Map.of()));
        assertEquals(Set.of("/query/limit TYPE"), found(list, Map.of("limit", List.of("1", "2")), Map.of()));
        assertEquals(Set.of(), found(list, Map.of("limit", List.of("500")), Map.of()));
        assertEquals(Set.of("/path/bookId FORMAT"), found(get, Map.of(), Map.of()));
        assertEquals(Set.of("/header/Idempotency-Key REQUIRED"), found(add, Map.of(), Map.of()));
        assertEquals(Set.of("/header/Idempotency-Key LENGTH"), found(add, Map.of(), Map.of("Idempotency-Key", "short")));
    }

    private static Set<String> found(Match match, Map<String, List<String>> query, Map<String, String> headers) {
        return CONTRACT.checkParameters(match, query, headers::get).stream().map(v -> v.pointer() + " " + v.code())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Operation operation(String id) {
        return CONTRACT.operations().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }
}
