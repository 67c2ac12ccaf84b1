package jp.todoke.local.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.todoke.local.ProcessNames;
import jp.todoke.local.RunningSystem;
import jp.todoke.local.SystemUnderTest;
import jp.todoke.local.demo.DoneDemo;
import jp.todoke.local.demo.Desk;
import jp.todoke.local.demo.Patience;
import jp.todoke.local.demo.Submission;
import jp.todoke.local.sample.ApplicationForm;
import jp.todoke.local.sample.Sample;
import jp.todoke.local.traces.RecordedSpan;
import jp.todoke.local.traces.SpanFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A whole run, an application of somebody odd, and whatever a confused client may send: afterwards nothing of any person stands in a log, a metric, a
 * span, a file name or a command line of any process.
 */
@ExtendWith(SystemUnderTest.class)
class MarkerIT {
    private static final List<String> SERVICES = List.of(ProcessNames.GATEWAY, ProcessNames.BENEFITS, ProcessNames.INTEGRATION);
    private static final Patience SPANS = new Patience(Duration.ofSeconds(20), Duration.ofMillis(200));
    private static final String REPORT = "the report of the run";
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void nothingOfAPersonIsToldAnywhere(RunningSystem system) throws Exception {
        DoneDemo done = DoneDemo.once();
        assertEquals(0, done.status(), done.report());
        String last = plantAndConfuse(system);
        Markers markers = Markers.of(system.stateDir().resolve("data").resolve("doubles"));
        assertTrue(markers.count() > 1_000, "the sample has hundreds of people");
        SPANS.await("the last spans", () -> spans(system).stream().filter(span -> last.equals(span.attributes().get("correlationId")))
                .findFirst());

        Map<String, String> told = new LinkedHashMap<>();
        told.put(REPORT, done.report());
        List<Path> logs = files(system.stateDir().resolve("logs"));
        for (Path log : logs) {
            told.put("log " + log.getFileName(), Files.readString(log));
        }
        for (String service : SERVICES) {
            told.put("metrics of " + service, metrics(system, service));
        }
        List<RecordedSpan> spans = spans(system);
        told.put("spans", spans.stream().map(RecordedSpan::toString).collect(Collectors.joining("\n")));
        told.put("names of files", files(system.stateDir()).stream().map(system.stateDir()::relativize).map(Path::toString)
                .collect(Collectors.joining("\n")));
        told.put("command lines", commandLines(system));

        // A search that looks at nothing finds nothing.
        assertTrue(logs.stream().map(log -> log.getFileName().toString()).toList().containsAll(List.of("gateway.log",
                "benefits-service.log", "integration.log", "national-doubles.log", "launcher.log")), logs.toString());
        assertTrue(told.get("log national-doubles.log").contains("chukan-registerInquiry"), "the doubles were asked");
        assertTrue(spans.size() > 1_000, "spans were taken");
        assertTrue(told.get("command lines").contains("benefits-service"));
        Map<String, Set<String>> found = new TreeMap<>();
        told.forEach((where, content) -> {
            Set<String> markersThere = new TreeSet<>(markers.in(content));
            if (where.equals(REPORT)) {
                // Made for the office's own eyes, it names whom it tells of, and tells nothing else of them.
                markersThere.remove("application name");
            }
            if (!markersThere.isEmpty()) {
                found.put(where, markersThere);
            }
        });
        assertEquals(Map.of(), found);
    }

    /** The search finds what it looks for, however it is written. */
    @Test
    void theSearchFindsWhatItLooksFor(RunningSystem system) throws IOException {
        Markers markers = Markers.of(system.stateDir().resolve("data").resolve("doubles"));
        String name = URLEncoder.encode(Markers.NAME, StandardCharsets.UTF_8);
        for (String line : List.of("x " + Markers.NAME, "GET /?q=" + name, "\"\\u9c10\\u6df5\\u862d\\u4e38\\u4ecb\"", Markers.KOJINBANGO,
                "account=" + Markers.ACCOUNT + ",", Sample.residentFeed(Sample.TONARINO).substring(0, 400))) {
            assertFalse(markers.in(line).isEmpty(), line);
        }
        assertEquals(Set.of(), markers.in("{\"traceId\":\"1f74185290\",\"took\":17418529}"));
    }

    /** @return the correlation id of the last request */
    private static String plantAndConfuse(RunningSystem system) throws Exception {
        Desk caseworker = Desk.of(system, "caseworker");
        assertTrue(Submission.post(caseworker, odd(), "planted-" + UUID.randomUUID()).accepted());
        String json = """
                {"asOf":"2026-11-16","residents":[{"name":"%s","kana":"%s","kojinbango":"%s","address":"%s","phone":"%s","mail":"%s","%s":1}]}"""
                .formatted(Markers.NAME, Markers.KANA, Markers.KOJINBANGO, Markers.ADDRESS, Markers.PHONE, Markers.MAIL, Markers.NAME);
        String name = URLEncoder.encode(Markers.NAME, StandardCharsets.UTF_8);
        String feed = system.clientToken("register-feed");
        String person = system.token("caseworker");
        var confused = new ArrayList<HttpRequest.Builder>();
        confused.add(request(system, "/api/v1/feeds/residents", feed).header("Idempotency-Key", "k-" + UUID.randomUUID())
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
        confused.add(request(system, "/api/v1/feeds/taxes", feed).header("Idempotency-Key", Markers.MAIL)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"year\":2026,\"rows\":[{\"totalIncomeYen\":\"" + Markers.INCOME + "\",\"name\":")));
        confused.add(request(system, "/api/v1/simulations", system.token("vendor")).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
        confused.add(request(system, "/api/v1/intake/packages", person).header("Idempotency-Key", "k-" + UUID.randomUUID())
                .header("Content-Type", "application/zip").POST(BodyPublishers.ofString(json)));
        for (String path : List.of("/api/v1/cases/" + name, "/api/v1/cases?uketsukeBango=" + name, "/api/v1/cases?limit=" + name,
                "/api/v1/people/" + Markers.KOJINBANGO, "/" + name + "?kojinbango=" + Markers.KOJINBANGO, "/app_submit/" + name,
                "/api/v1/cases?access_token=" + Markers.MAIL, "/actuator/" + name)) {
            confused.add(request(system, path, person).header("User-Agent", Markers.MAIL).header("X-Correlation-Id", Markers.MAIL)
                    .header("traceparent", Markers.PHONE).header("tracestate", "name=" + Markers.MAIL).header("baggage", "name=" + name)
                    .header("If-Match", "\"" + Markers.ACCOUNT + "\"").GET());
        }
        confused.add(request(system, "/api/v1/cases", Markers.KOJINBANGO + "." + Markers.ACCOUNT).GET());
        for (HttpRequest.Builder each : confused) {
            HttpResponse<Void> answer = HTTP.send(each.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.discarding());
            assertTrue(answer.statusCode() < 500, each.build().uri().getPath() + " " + answer.statusCode());
        }
        for (String process : List.of(ProcessNames.GATEWAY, ProcessNames.BENEFITS, ProcessNames.INTEGRATION, ProcessNames.DOUBLES,
                ProcessNames.management(ProcessNames.BENEFITS), ProcessNames.ISSUER)) {
            raw(system.url(process), "GET /api/v1/cases?name=" + Markers.NAME + " HTTP/1.1\r\nHost: x\r\n\r\n");
            raw(system.url(process),
                    "GET /api/v1/cases/" + name + "/" + Markers.MAIL + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        }
        String last = "last-" + UUID.randomUUID();
        HTTP.send(request(system, "/api/v1/cases?limit=1", person).header("X-Correlation-Id", last).GET().build(),
                HttpResponse.BodyHandlers.discarding());
        return last;
    }

    private static ApplicationForm odd() {
        ApplicationForm plain = Sample.furtherApplications().get(20);
        ApplicationForm.Content content = plain.content();
        var applicant = new ApplicationForm.Applicant(Markers.NAME, Markers.KANA, LocalDate.of(1987, 2, 28), "EMPLOYEE");
        var account = new ApplicationForm.Account(false, "0001", "001", "1", Markers.ACCOUNT, "ワニブチ　ランマルノスケ");
        var odd = new ApplicationForm.Content("J9998887776", applicant, null, content.children(), List.of(), content.cause(), false,
                account, content.attachments(), null);
        return new ApplicationForm(901, plain.story(), "M20261116-000901", plain.defect(), plain.after(), plain.arrivedAt(), odd);
    }

    private static void raw(URI process, String request) throws IOException {
        try (var socket = new Socket(process.getHost(), process.getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getInputStream().read();
        }
    }

    private static HttpRequest.Builder request(RunningSystem system, String path, String token) {
        return HttpRequest.newBuilder(system.gatewayUrl().resolve(path)).header("Authorization", "Bearer " + token);
    }

    static String metrics(RunningSystem system, String service) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(system.url(ProcessNames.management(service)).resolve("/actuator/prometheus")).build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    static List<RecordedSpan> spans(RunningSystem system) {
        return new SpanFiles(system.stateDir().resolve("traces")).all();
    }

    private static String commandLines(RunningSystem system) throws IOException {
        var lines = new StringBuilder();
        for (long pid : system.pids().values()) {
            Path commandLine = Path.of("/proc", Long.toString(pid), "cmdline");
            lines.append(Files.exists(commandLine)
                    ? Files.readString(commandLine)
                    : ProcessHandle.of(pid).flatMap(process -> process.info().commandLine()).orElse("")).append('\n');
        }
        return lines.toString();
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
