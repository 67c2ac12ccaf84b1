package jp.todoke.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import jp.todoke.conformance.connection.SystemUnderTest;
import jp.todoke.conformance.report.Report;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The suite judged: a good vendor passes, and each fault is found where it lies. */
class RunTest {
    private static final String VECTORS = """
            {"id":"SV-CA-0001","requirement":"TDK-SIM-CA-A-001","clause":"児童手当法第8条第2項","title":"decided <b>","derivation":"10,000 + 15,000","request":{"programme":"CHILD_ALLOWANCE","from":"2026-11","to":"2027-02"},"expect":{"status":200,"months":[{"month":"2026-11","outcome":"NOT_YET"},{"month":"2026-12","yen":25000,"children":[{"id":"c2","yen":15000,"rank":2}],"stages":[{"stage":"BASE","yen":25000}]},{"month":"2027-01","children":[{"id":"c1"}],"allChildren":true},{"month":"2027-02","outcome":"REFER","yen":null,"children":[]}],"payments":[{"payMonth":"2027-02","covers":["2026-12","2027-01"],"yen":35000}]}}
            {"id":"SV-IN-0001","requirement":"TDK-SIM-IN-A-001","clause":"C2","title":"refused","derivation":"d","request":{"programme":"CHILD_ALLOWANCE","from":"2026-11","to":"2026-01"},"expect":{"status":400,"pointers":["/claims/0/receivedOn"]}}
            {"id":"SV-IN-0002","requirement":"TDK-SIM-IN-A-002","clause":"C12","title":"no parameter","derivation":"d","request":{"programme":"CHILD_ALLOWANCE","from":"2099-01","to":"2099-01"},"expect":{"status":422}}
            """;
    @TempDir
    Path directory;
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @BeforeEach
    void writeFiles() throws IOException {
        Files.createDirectories(directory.resolve("vectors"));
        Files.writeString(directory.resolve("vectors/a.ndjson"), VECTORS);
        Files.writeString(directory.resolve("token"), StubVendor.TOKEN + "\n");
    }

    @Test
    void aGoodVendorPassesAndTheTokenIsNowhere() throws Exception {
        try (var vendor = StubVendor.start(UnaryOperator.identity())) {
            assertEquals(ExitStatus.PASSED, run(vendor.url()), console::toString);
        }

        JsonNode report = report();
        assertEquals("PASSED", report.at("/run/outcome").asString());
        assertEquals(9, report.at("/counts/PASSED").asInt(), "3 vectors and 6 probes");
        assertEquals("SV-CA-0001", report.at("/vectors/0/id").asString());
        assertEquals(64, report.at("/suite/vectorsSha256").asString().length());
        for (String file : List.of(Report.JSON, Report.HTML, Report.JUNIT)) {
            assertFalse(Files.readString(directory.resolve("report").resolve(file)).contains(StubVendor.TOKEN), file);
        }
        assertFalse(console.toString(StandardCharsets.UTF_8).contains(StubVendor.TOKEN));
        assertTrue(Files.readString(directory.resolve("report").resolve(Report.HTML)).contains("decided &lt;b&gt;"));
    }

    /** A fault is a text replaced in every answer; exactly the requirements named must fail by it. */
    static Stream<Arguments> faults() {
        return Stream.of(fault("\"rank\":2", "\"rank\":3", "TDK-SIM-CA-A-001"),
                fault("\"yen\":15000,", "\"yen\":14000,", "TDK-SIM-CA-A-001", "TDK-SIM-IN-ENV-004"),
                fault("\"month\":\"2026-11\"", "\"month\":\"2026-10\"", "TDK-SIM-CA-A-001", "TDK-SIM-IN-ENV-002"),
                fault("\"yen\":35000", "\"yen\":34000", "TDK-SIM-CA-A-001", "TDK-SIM-IN-ENV-005"),
                fault("\"payMonth\":\"2027-02\"", "\"payMonth\":\"2027-01\"", "TDK-SIM-CA-A-001", "TDK-SIM-IN-ENV-005"),
                fault("\"t1\":{", "\"t9\":{", "TDK-SIM-IN-ENV-006"),
                fault("\"REFER\",\"yen\":null", "\"REFER\",\"yen\":0", "TDK-SIM-CA-A-001", "TDK-SIM-IN-ENV-003"),
                fault("\"yen\":25000,\"reasons\"", "\"yen\":25000.0,\"reasons\"", "TDK-SIM-CA-A-001", "TDK-SIM-IN-ENV-003"),
                fault("\"yen\":10000,\"rank\":1,\"trace\":\"t1\"}],",
                        "\"yen\":10000,\"rank\":1,\"trace\":\"t1\"},{\"id\":\"c9\",\"trace\":\"t1\"}],",
                        "TDK-SIM-CA-A-001"),
                fault("\"ruleVersion\":\"1\"", "\"ruleVersion\":\"\"", "TDK-SIM-IN-ENV-001"),
                fault("/claims/0/receivedOn", "/claims/0", "TDK-SIM-IN-A-001"),
                fault("\"message\":\"m\"", "\"message\":\"\"", "TDK-SIM-IN-ENV-008"),
                fault("\"status\":422", "\"status\":421", "TDK-SIM-IN-ENV-007", "TDK-SIM-IN-BATCH-001"),
                fault("\"title\":", "\"titel\":", "TDK-SIM-IN-ENV-007", "TDK-SIM-IN-ENV-012"),
                fault("\"xConformanceUnknown\"", "\"something\"", "TDK-SIM-IN-ENV-010"));
    }

    private static Arguments fault(String found, String instead, String... failing) {
        return Arguments.of(found, instead, Set.of(failing));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultFailsWhereItLies(String found, String instead, Set<String> failing) throws IOException {
        try (var vendor = StubVendor.start(answer -> answer.replace(found, instead))) {
            assertEquals(ExitStatus.FAILED, run(vendor.url()), console::toString);
        }

        assertEquals(new TreeSet<>(failing), requirements("FAILED"));
    }

    @Test
    void aBatchThatDiffersFails() throws IOException {
        try (var vendor = StubVendor.start(answer -> answer.replace("25000", "26000")).erringInBatchOnly()) {
            assertEquals(ExitStatus.FAILED, run(vendor.url()));
        }

        assertEquals(Set.of("TDK-SIM-IN-BATCH-001"), requirements("FAILED"));
    }

    @Test
    void aRefusalThatIsNoProblemDocumentFails() throws IOException {
        try (var vendor = StubVendor.start(UnaryOperator.identity()).withProblemsAs("application/json")) {
            assertEquals(ExitStatus.FAILED, run(vendor.url()));
        }

        assertEquals(new TreeSet<>(Set.of("TDK-SIM-IN-ENV-007", "TDK-SIM-IN-ENV-012", "TDK-SIM-IN-ENV-013")), requirements("FAILED"));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 502, 503, 504})
    void aSystemThatIsNotThereProvesNothing(int status) throws IOException {
        try (var vendor = StubVendor.start(UnaryOperator.identity()).alwaysAnswering(status)) {
            assertEquals(ExitStatus.INCOMPLETE, run(vendor.url()), console::toString);
        }

        assertEquals("true", report().at("/run/incomplete").toString());
        assertEquals(Set.of(), requirements("PASSED"));
        assertTrue(Files.readString(directory.resolve("report").resolve(Report.JUNIT)).contains("errors=\"3\""));
    }

    @Test
    void aSystemWithoutTheOperationFails() throws IOException {
        try (var vendor = StubVendor.start(UnaryOperator.identity()).alwaysAnswering(404)) {
            assertEquals(ExitStatus.FAILED, run(vendor.url()));
        }
    }

    @Test
    void aClosedPortIsAnIncompleteRun() {
        var vendor = StubVendor.start(UnaryOperator.identity());
        vendor.close();

        assertEquals(ExitStatus.INCOMPLETE, run(vendor.url()));
        assertTrue(console.toString(StandardCharsets.UTF_8).contains("nobody listens"), console::toString);
    }

    @Test
    void theReportsAreWellFormedWhateverTheAnswerHolds() throws Exception {
        try (var vendor = StubVendor.start(answer -> answer.replace("\"rank\":2", "\"rank\":\"<script>&\\u0001\\uFFFE]]>\""))) {
            assertEquals(ExitStatus.FAILED, run(vendor.url()));
        }

        var junit = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(Files.readAllBytes(directory.resolve("report").resolve(Report.JUNIT))))
                .getDocumentElement();
        assertEquals("1", junit.getAttribute("failures"));
        assertEquals(junit.getAttribute("tests"), Integer.toString(junit.getElementsByTagName("testcase").getLength()));
        assertFalse(Files.readString(directory.resolve("report").resolve(Report.HTML)).contains("<script>"));
    }

    @Test
    void onlyWhatIsSelectedIsRun() throws IOException {
        try (var vendor = StubVendor.start(UnaryOperator.identity())) {
            assertEquals(ExitStatus.PASSED, run(vendor.url(), "--only", "SV-IN-*2,TDK-SIM-IN-A-001"));
        }

        assertEquals(2, report().path("vectors").size());
    }

    @Test
    void malformedVectorsStopTheRunWithFileAndLine() throws IOException {
        Files.writeString(directory.resolve("vectors/a.ndjson"), VECTORS + "{\"id\":1}\n");

        assertEquals(ExitStatus.MALFORMED_VECTORS, run(URI.create("http://127.0.0.1:1")));
        assertTrue(console.toString(StandardCharsets.UTF_8).contains("a.ndjson:4: /id must be a text"), console::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            "-                                                             | a command is needed",
            "walk                                                          | unknown command: walk",
            "run                                                           | --base-url is needed",
            "run --base-url ftp://a                                        | --base-url must be like",
            "run --base-url http://user@a                                  | --base-url must be like",
            "run --base-url http://a                                       | --token-file is needed",
            "run --base-url http://a --token-file no/such                  | --token-file: cannot read",
            "run --base-url http://a --base-url http://b                   | --base-url stands there twice",
            "run --profile payments                                        | --profile knows simulations",
            "run --loud yes                                                | not understood: --loud",
            "run --only                                                    | --only needs a value",
            "run --base-url http://a --token-file TOKEN --parallel 0       | --parallel must be a number from 1 to 64",
            "run --base-url http://a --token-file TOKEN --only NONE        | no vector is selected",
            "list --report x                                               | not understood: --report",
    })
    void aCommandThatIsNotUnderstoodSaysSo(String words, String message) {
        List<String> given = words == null ? List.of() : List.of(words.replace("TOKEN", directory.resolve("token").toString()).split(" "));

        assertEquals(ExitStatus.USAGE, command(given));
        assertTrue(console.toString(StandardCharsets.UTF_8).startsWith(message), console::toString);
    }

    @Test
    void listShowsTheVectorsAndTheirDigest() {
        assertEquals(ExitStatus.PASSED, command(List.of("list", "--vectors", directory.resolve("vectors").toString())));
        assertTrue(console.toString(StandardCharsets.UTF_8).contains("SV-CA-0001  TDK-SIM-CA-A-001  児童手当法第8条第2項  decided <b>"),
                console::toString);
        assertTrue(console.toString(StandardCharsets.UTF_8).contains("3 vectors"), console::toString);
    }

    private int run(URI base, String... more) {
        List<String> words = new ArrayList<>(List.of("run", "--profile", "simulations", "--base-url", base + "/", "--token-file",
                directory.resolve("token").toString(), "--vectors", directory.resolve("vectors").toString(), "--report",
                directory.resolve("report").toString()));
        words.addAll(List.of(more));
        return command(words);
    }

    private int command(List<String> words) {
        var out = new PrintStream(console, true, StandardCharsets.UTF_8);
        return new CommandLine(out, out, false, Clock.systemUTC()).run(words);
    }

    private Set<String> requirements(String outcome) throws IOException {
        Set<String> ids = new TreeSet<>();
        report().path("requirements").forEach(one -> {
            if (one.path("outcome").asString().equals(outcome)) {
                ids.add(one.path("id").asString());
            }
        });
        return ids;
    }

    private JsonNode report() throws IOException {
        return SystemUnderTest.parse(Files.readString(directory.resolve("report").resolve(Report.JSON)));
    }
}
