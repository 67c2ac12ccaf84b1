package jp.todoke.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.todoke.client.benefits.model.CaseState;
import jp.todoke.local.RunningSystem;
import jp.todoke.local.SystemUnderTest;
import jp.todoke.local.sample.ApplicationForm;
import jp.todoke.local.sample.Sample;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a case, a tenant and a repeated command keep apart; the tables of bad input stand in {@code jp.todoke.local.badinput}. */
class BadInputIT {
    private static final String PROBLEM = "application/problem+json";
    private static final Patience ANSWERS = new Patience(Duration.ofSeconds(60), Duration.ofMillis(100));
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String TAX_OF_ONE = "{\"year\":2026,\"rows\":[{\"atenabango\":\"000000000000101\",\"declared\":true,\"totalIncomeYen\":1000}]}";
    private static final String TAX_OF_ANOTHER = TAX_OF_ONE.replace("1000}", "2000}");
    private static RunningSystem system;
    private static CaseWork work;
    private static UUID caseId;

    /** One case of 届野市, answered and waiting for an officer; 隣野市 knows other people by the same 宛名番号. */
    @BeforeAll
    static void aCaseThatWaits() {
        system = SystemUnderTest.running();
        String run = "bad-input-" + UUID.randomUUID();
        Desk caseworker = Desk.of(system, "caseworker");
        work = new CaseWork(caseworker, Desk.of(system, "approver"), run);
        MainJob.feed(Desk.ofSystem(system, "register-feed"), Sample.TODOKENO, run);
        MainJob.feed(Desk.ofSystem(system, "register-feed-b"), Sample.TONARINO, run);
        ApplicationForm form = Sample.furtherApplications().getLast();
        assertTrue(Submission.post(caseworker, form, run + "-package").accepted());
        caseId = ANSWERS.await("the answers", () -> work.of(form.uketsukeBango()).filter(one -> one.getState() == CaseState.TO_CONFIRM))
                .getCaseId();
    }

    @Test
    void withoutTokenNothingIsTold() throws Exception {
        Holdings before = Holdings.of(system);
        HttpResponse<byte[]> answer = send(request("/api/v1/cases/" + caseId, Optional.empty()).GET());
        problem(answer, 401);
        assertEquals(Set.of(), Holdings.of(system).changedSince(before));
    }

    @Test
    void anotherTenantsCaseIsNotThere() throws Exception {
        Holdings before = Holdings.of(system);
        JsonNode other = problem(send(request("/api/v1/cases/" + caseId, Optional.of("caseworker-b")).GET()), 404);
        JsonNode nobodys = problem(send(request("/api/v1/cases/" + UUID.randomUUID(), Optional.of("caseworker-b")).GET()), 404);
        assertEquals(nobodys.path("title"), other.path("title"), "whether it exists elsewhere must not show");
        assertEquals(Set.of(), Holdings.of(system).changedSince(before));
        assertTrue(Desk.of(system, "caseworker-b").cases().listCases(null, null, null, 500).getItems().stream()
                .noneMatch(one -> one.getCaseId().equals(caseId)));
    }

    @Test
    void withoutTheScopeNothingIsDone() throws Exception {
        Holdings before = Holdings.of(system);
        String body = "{\"programme\":\"CHILD_ALLOWANCE\",\"paymentDate\":\"2027-02-10\"}";
        problem(send(command("/api/v1/payment-runs", "caseworker", newKey()).POST(BodyPublishers.ofString(body))), 403);
        assertEquals(Set.of(), Holdings.of(system).changedSince(before));
    }

    @Test
    void aStaleTagChangesNothing() throws Exception {
        CaseWork.Tagged tagged = work.read(caseId);
        Holdings before = Holdings.of(system);
        String body = "{\"factIds\":[\"" + tagged.view().getFacts().getFirst().getFactId() + "\"]}";
        String path = "/api/v1/cases/" + caseId + "/confirmations";
        assertNotEquals("\"0\"", tagged.tag());
        problem(send(command(path, "caseworker", newKey()).header("If-Match", "\"0\"").POST(BodyPublishers.ofString(body))), 412);
        int withoutTag = send(command(path, "caseworker", newKey()).POST(BodyPublishers.ofString(body))).statusCode();
        assertTrue(withoutTag == 428 || withoutTag == 400, "without If-Match: " + withoutTag);
        assertEquals(Set.of(), Holdings.of(system).changedSince(before));
    }

    @Test
    void theSameKeyGivesTheSameAnswerAndNoSecondChange() throws Exception {
        String key = newKey();
        HttpResponse<byte[]> first = feedTax(key, TAX_OF_ONE);
        assertEquals(200, first.statusCode());
        Holdings before = Holdings.of(system);
        HttpResponse<byte[]> second = feedTax(key, TAX_OF_ONE);
        assertEquals(200, second.statusCode());
        assertEquals(Desk.MAPPER.readTree(first.body()), Desk.MAPPER.readTree(second.body()));
        assertEquals(Set.of(), Holdings.of(system).changedSince(before));
        JsonNode refused = problem(feedTax(key, TAX_OF_ANOTHER), 409);
        assertEquals("IDEMPOTENCY_KEY_REUSED", refused.path("code").asString());
        assertEquals(Set.of(), Holdings.of(system).changedSince(before));
    }

    private static HttpResponse<byte[]> feedTax(String key, String body) throws IOException, InterruptedException {
        return send(
                bearer("/api/v1/feeds/taxes", system.clientToken("register-feed-b"))
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder command(String path, String user, String key) {
        return bearer(path, system.token(user)).header("Idempotency-Key", key).header("Content-Type", "application/json");
    }

    private static HttpRequest.Builder request(String path, Optional<String> user) {
        return user.map(name -> bearer(path, system.token(name)))
                .orElseGet(() -> HttpRequest.newBuilder(system.gatewayUrl().resolve(path)));
    }

    private static HttpRequest.Builder bearer(String path, String token) {
        return HttpRequest.newBuilder(system.gatewayUrl().resolve(path)).header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static JsonNode problem(HttpResponse<byte[]> answer, int status) {
        assertEquals(status, answer.statusCode());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith(PROBLEM), "no problem document");
        JsonNode problem = Desk.MAPPER.readTree(answer.body());
        assertEquals(status, problem.path("status").asInt());
        assertFalse(problem.path("title").asString().isEmpty());
        return problem;
    }

    private static String newKey() {
        return "bad-input-" + UUID.randomUUID();
    }
}
