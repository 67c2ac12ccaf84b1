package jp.todoke.local.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.todoke.local.ProcessNames;
import jp.todoke.local.RunningSystem;
import jp.todoke.local.SystemUnderTest;
import jp.todoke.local.demo.Desk;
import jp.todoke.local.demo.DoneDemo;
import jp.todoke.local.demo.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** docs/operations/metrics.md says what a running system tells, no more and no less. */
@ExtendWith(SystemUnderTest.class)
class MetricsIT {
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\| ([^|]+) \\| ([^|]*) \\|.*");
    private static final Pattern TYPE = Pattern.compile("# TYPE (\\w+) (\\w+)");
    private static final Pattern SAMPLE = Pattern.compile("(\\w+?)(?:\\{(.*)})? [-+0-9.eENaIinf]+");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Patience ENDED = new Patience(Duration.ofSeconds(60), Duration.ofMillis(100));
    private static final Pattern OURS = Pattern.compile("(todoke|http_server_requests|http_client_requests)_.*");

    @Test
    void theTableListsWhatIsExposed(RunningSystem system) throws Exception {
        assertEquals(0, DoneDemo.once().status());
        askInARound(system);
        Map<String, String> exposed = new TreeMap<>();
        for (String service : List.of(ProcessNames.GATEWAY, ProcessNames.BENEFITS, ProcessNames.INTEGRATION)) {
            collect(MarkerIT.metrics(system, service), exposed);
        }
        assertEquals(String.join("\n", lines(documented())), String.join("\n", lines(exposed)));
    }

    /** 一括照会 of two persons whom nobody knows: the demo asks one by one. */
    private static void askInARound(RunningSystem system) {
        RestClient caseworker = Desk.of(system, "caseworker").http();
        byte[] begun = Objects.requireNonNull(caseworker.post()
                .uri("/api/v1/inquiry-rounds?procedure=CHILD_ALLOWANCE_NEW&kind=TAX&purpose=YEARLY_INCOME&year=2026")
                .header("Idempotency-Key", "metrics-" + UUID.randomUUID()).contentType(MediaType.valueOf("text/csv"))
                .body("atenabango,providerMunicipality\n000000000099101,139980\n000000000099102,139980\n"
                        .getBytes(StandardCharsets.US_ASCII))
                .retrieve().body(byte[].class));
        String round = JSON.readTree(begun).path("roundId").asString();
        ENDED.await("a round that has ended", () -> Optional.of(JSON.readTree(Objects.requireNonNull(
                caseworker.get().uri("/api/v1/inquiry-rounds/" + round).retrieve().body(byte[].class))).path("state").asString())
                .filter("COMPLETED"::equals));
    }

    @Test
    void operationsAreThoseOfTheContracts(RunningSystem system) throws Exception {
        assertEquals(0, DoneDemo.once().status());
        String gateway = MarkerIT.metrics(system, ProcessNames.GATEWAY);
        assertTrue(gateway.contains("operation=\"submitPackage\""));
        assertTrue(!gateway.contains("/api/") && !gateway.contains("uri="), "no path in a label");
    }

    private static void collect(String text, Map<String, String> exposed) {
        String family = "";
        for (String line : text.lines().toList()) {
            Matcher type = TYPE.matcher(line);
            Matcher sample = SAMPLE.matcher(line);
            if (type.matches()) {
                family = type.group(1);
            } else if (!line.startsWith("#") && sample.matches() && OURS.matcher(family).matches()) {
                Set<String> labels = new TreeSet<>(Set.of((exposed.getOrDefault(family, "")).split(" ")));
                Matcher label = LABEL.matcher(sample.group(2) == null ? "" : sample.group(2));
                while (label.find()) {
                    labels.add(label.group(1));
                }
                labels.removeAll(Set.of("", "le"));
                exposed.put(family, String.join(" ", labels));
            }
        }
    }

    private static Map<String, String> documented() throws IOException {
        Map<String, String> documented = new TreeMap<>();
        for (String line : Files.readAllLines(SystemUnderTest.repository().resolve("docs/operations/metrics.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                String labels = row.group(3).replace("`", "").replace(",", " ").strip();
                documented.put(row.group(1), String.join(" ", new TreeSet<>(List.of(labels.split("\\s+")))));
            }
        }
        return documented;
    }

    private static List<String> lines(Map<String, String> metrics) {
        return metrics.entrySet().stream().map(metric -> metric.getKey() + " {" + metric.getValue() + "}").toList();
    }
}
