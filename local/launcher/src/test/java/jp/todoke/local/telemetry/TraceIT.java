package jp.todoke.local.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.todoke.contracts.Contract;
import jp.todoke.contracts.Operation;
import jp.todoke.local.ProcessNames;
import jp.todoke.local.RunningSystem;
import jp.todoke.local.SystemUnderTest;
import jp.todoke.local.demo.CaseWork;
import jp.todoke.local.demo.DoneDemo;
import jp.todoke.local.demo.Desk;
import jp.todoke.local.demo.Patience;
import jp.todoke.local.sample.ApplicationForm;
import jp.todoke.local.sample.ApplicationPackage;
import jp.todoke.local.sample.Sample;
import jp.todoke.local.traces.RecordedSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One application, one trace: through gateway, both services, their rows and the double, and back. */
@ExtendWith(SystemUnderTest.class)
class TraceIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Patience SOON = new Patience(Duration.ofSeconds(60), Duration.ofMillis(200));
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final List<String> ALL = List.of(ProcessNames.GATEWAY, ProcessNames.BENEFITS, ProcessNames.INTEGRATION,
            ProcessNames.DOUBLES);

    @Test
    void anApplicationIsOneTraceFromTheDoorToTheDoubleAndBack(RunningSystem system) throws Exception {
        String correlationId = "one-trace-" + UUID.randomUUID();
        ApplicationForm form = Sample.furtherApplications().get(25);
        assertEquals(0, DoneDemo.once().status(), "the registers are filled");
        HttpResponse<String> answer = HTTP.send(HttpRequest.newBuilder(system.gatewayUrl().resolve("/api/v1/intake/packages"))
                .header("Authorization", "Bearer " + system.token("caseworker")).header("Idempotency-Key", correlationId)
                .header("Content-Type", "application/zip").header("X-Correlation-Id", correlationId)
                .POST(BodyPublishers.ofByteArray(ApplicationPackage.of(form))).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(202, answer.statusCode(), answer.body());
        assertEquals(correlationId, answer.headers().firstValue("X-Correlation-Id").orElse(""));
        var work = new CaseWork(Desk.of(system, "caseworker"), Desk.of(system, "approver"), correlationId);
        SOON.await("the answers", () -> work.of(form.uketsukeBango()).filter(one -> !one.getState().getValue().equals("INQUIRING")));

        List<RecordedSpan> trace = SOON.await("the whole trace", () -> whole(system, correlationId));

        Map<String, RecordedSpan> byId = trace.stream().collect(Collectors.toMap(RecordedSpan::spanId, span -> span));
        assertEquals(1, trace.stream().filter(span -> !byId.containsKey(span.parentSpanId())).count(), "one root and nothing torn off");
        RecordedSpan asked = trace.stream().filter(span -> span.attributes().getOrDefault("peer", "").equals("chukan")
                || span.attributes().getOrDefault("peer", "").equals("juki")).findFirst().orElseThrow();
        List<String> way = way(asked, byId);
        assertEquals(List.of("gateway submitPackage", "gateway submitPackage", "integration submitPackage",
                "integration deliverMessage", "integration deliverMessage", "benefits-service deliverMessage",
                "benefits-service deliverMessage", "benefits-service deliverMessage", "integration deliverMessage",
                "integration inquiry"), way.subList(0, 10), way.toString());
        assertTrue(asked.attributes().containsKey("municipality") && asked.attributes().get("correlationId").equals(correlationId));
        for (String process : ALL) {
            List<JsonNode> lines = lines(system, process, correlationId);
            assertTrue(!lines.isEmpty(), process + " has lines with the correlation id");
            lines.forEach(line -> assertEquals(asked.traceId(), line.path("traceId").asString(), line.toString()));
            if (!process.equals(ProcessNames.DOUBLES)) {
                assertTrue(lines.stream().anyMatch(line -> line.path("municipality").asString().equals(Sample.TODOKENO)), process);
            }
        }
    }

    /** Names come out of the contracts, or are those of our queues: no path, no id. */
    @Test
    void spansAreNamedAfterOperations(RunningSystem system) {
        Set<String> known = new TreeSet<>(Contract.product().operations().stream().map(Operation::id).toList());
        known.addAll(Set.of("deliverMessage", "inquiry", "intake", "searchIdentity", "registerInquiry", "getInquiryStatus",
                "getInquiryResult", "cancelInquiry", "getInquiryCancellation", "findNonResident", "assignNumber", "verifyAccount", "none"));
        Set<String> names = MarkerIT.spans(system).stream().map(RecordedSpan::name).collect(Collectors.toCollection(TreeSet::new));
        names.removeAll(known);
        assertEquals(Set.of(), names);
    }

    private static Optional<List<RecordedSpan>> whole(RunningSystem system, String correlationId) {
        List<RecordedSpan> spans = MarkerIT.spans(system);
        return spans.stream().filter(span -> correlationId.equals(span.attributes().get("correlationId"))).map(RecordedSpan::traceId)
                .findFirst()
                .map(id -> spans.stream().filter(span -> span.traceId().equals(id)).toList())
                .filter(trace -> trace.stream().anyMatch(span -> span.attributes().containsKey("peer")
                        && !span.attributes().get("peer").equals("channel") && !span.attributes().get("peer").equals("service")))
                .filter(TraceIT::isComplete);
    }

    private static boolean isComplete(List<RecordedSpan> trace) {
        Set<String> known = trace.stream().map(RecordedSpan::spanId).collect(Collectors.toSet());
        // Each process sends its spans in its own time; those of the gateway may come last.
        return trace.stream().filter(span -> !known.contains(span.parentSpanId())).allMatch(span -> span.parentSpanId().isEmpty());
    }

    private static List<String> way(RecordedSpan to, Map<String, RecordedSpan> byId) {
        var way = new LinkedList<String>();
        for (RecordedSpan span = to; span != null; span = byId.get(span.parentSpanId())) {
            way.addFirst(span.service() + " " + span.name());
        }
        return way;
    }

    private static List<JsonNode> lines(RunningSystem system, String process, String correlationId) throws IOException {
        Path log = system.stateDir().resolve("logs").resolve(process + ".log");
        return Files.readAllLines(log).stream().filter(line -> line.startsWith("{") && line.contains("\"" + correlationId + "\""))
                .map(JSON::readTree).toList();
    }
}
