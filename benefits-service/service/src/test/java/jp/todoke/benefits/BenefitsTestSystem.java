package jp.todoke.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import jp.todoke.channel.WorkQueue;
import jp.todoke.channel.testing.TokenIssuer;
import jp.todoke.local.postgres.Database;
import jp.todoke.local.postgres.EmbeddedCluster;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The running service with a database of its own: one context for all tests of the module. Tests share the tables, so each of them invents people of
 * its own ({@link TestFamily}). Messages to the other service stay in the outbox, where tests read them.
 */
@SpringBootTest(classes = BenefitsService.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class BenefitsTestSystem {
    protected static final String HERE = "139998";
    protected static final String NEIGHBOUR = "139980";
    protected static final LocalDate TODAY = LocalDate.of(2026, 11, 16);
    protected static final Database DATABASE = EmbeddedCluster.forTests().newDatabase();
    protected static final JsonMapper JSON = JsonMapper.builder().build();

    private static final TokenIssuer ISSUER = new TokenIssuer();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final Map<String, Map<String, Object>> ANSWERED_BY_ITSELF = Map.of(
            "HEALTH_INSURANCE", Map.of("healthInsurance", List.of(Map.of(
                    "insurerNumber", "01130012", "scheme", "EMPLOYEES", "dependant", false, "pensionScheme", "EMPLOYEES_PENSION", "from",
                    "2020-04-01"))),
            "RESIDENT_RECORD", Map.of("residentRecord", Map.of("municipalityCode", NEIGHBOUR, "residentSince", "2024-04-01", "household",
                    List.of())),
            "ACCOUNT_CHECK", Map.of("accountCheck", Map.of("outcome", "MATCH")));

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("followUp")
    private WorkQueue followUps;

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry properties) {
        properties.add("todoke.issuer-uri", ISSUER::url);
        properties.add("todoke.token-uri", () -> ISSUER.url() + "/oauth2/token");
        properties.add("todoke.client.id", () -> "benefits-service");
        properties.add("todoke.client.secret", () -> "secret");
        properties.add("todoke.integration.url", ISSUER::url);
        properties.add("todoke.work-queues.automatic", () -> "false");
        properties.add("todoke.test-system", () -> "true");
        properties.add("todoke.business-date", TODAY::toString);
        properties.add("todoke.crypto.key-id", () -> "k1");
        properties.add("todoke.crypto.keys.k1", () -> Base64.getEncoder().encodeToString(new byte[32]));
        properties.add("todoke.db.url", DATABASE::jdbcUrl);
        for (String role : List.of("app", "owner", "dispatch")) {
            properties.add("todoke.db." + role + ".user", () -> DATABASE.user("benefits_" + role));
            properties.add("todoke.db." + role + ".password", () -> DATABASE.password("benefits_" + role));
        }
    }

    /** An answer over HTTP. */
    public record Reply(int status, JsonNode body, @Nullable String etag, HttpResponse<byte[]> raw) {
        public String code() {
            return body.path("code").asString();
        }

        public JsonNode at(String pointer) {
            return body.at(pointer);
        }
    }

    protected static String caseworker() {
        return user("caseworker", HERE);
    }

    protected static String approver() {
        return user("approver", HERE);
    }

    /** A seeded user of a municipality with the scopes of the role that the name says. */
    protected static String user(String role, String municipality) {
        String scopes = switch (role) {
            case "caseworker" -> "intake:write intake:read cases:read cases:write notices:read simulations:run";
            case "approver" -> "cases:read cases:approve notices:read payments:read payments:approve simulations:run";
            case "payments" -> "payments:read payments:write bankfiles:read simulations:run";
            case "auditor" -> "cases:read payments:read bankfiles:read intake:read notices:read audit:read system:read simulations:run";
            case "vendor" -> "system:read simulations:run";
            case "chief" -> "cases:read cases:write cases:approve notices:read simulations:run";
            case "register-feed" -> "feeds:write";
            default -> throw new IllegalArgumentException("no such role: " + role);
        };
        return ISSUER.token(role, municipality, scopes);
    }

    /** For what no role has, e.g. one person with the scopes of two. */
    protected static String token(String subject, String municipality, String scopes) {
        return ISSUER.token(subject, municipality, scopes);
    }

    protected Reply get(String path, String token) {
        return send(request(path, token).GET());
    }

    /** A command with a key of its own. */
    protected Reply post(String path, String token, Object body, @Nullable String ifMatch) {
        return post(path, token, body, ifMatch, UUID.randomUUID().toString());
    }

    protected Reply post(String path, String token, Object body, @Nullable String ifMatch, String idempotencyKey) {
        HttpRequest.Builder request = request(path, token).header("Idempotency-Key", idempotencyKey)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        return send(ifMatch == null ? request : request.header("If-Match", ifMatch));
    }

    protected Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
            JsonNode body = json && response.body().length > 0 ? JSON.readTree(response.body()) : JSON.createObjectNode();
            return new Reply(response.statusCode(), body, response.headers().firstValue("ETag").orElse(null), response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    protected HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).header("Authorization", "Bearer " + token);
    }

    /** Brings a family into the register and the tax feed of a municipality. */
    protected void feed(TestFamily family, String municipality) {
        String feeder = user("register-feed", municipality);
        if (!family.residents().isEmpty()) {
            Reply residents = post(
                    "/api/v1/feeds/residents", feeder, Map.of("asOf", TODAY.toString(), "residents", family.residents()), null);
            assertThat(residents.status()).as(residents.body().toString()).isEqualTo(200);
        }
        if (!family.taxes().isEmpty()) {
            Reply taxes = post("/api/v1/feeds/taxes", feeder, Map.of("year", TODAY.getYear(), "rows", family.taxes()), null);
            assertThat(taxes.status()).as(taxes.body().toString()).isEqualTo(200);
        }
    }

    /** A message as the other service sends it. */
    protected Reply deliver(String municipality, String type, String key, Object payload) {
        return deliver(UUID.randomUUID(), municipality, type, key, payload);
    }

    protected Reply deliver(UUID id, String municipality, String type, String key, Object payload) {
        Map<String, Object> envelope = Map.of(
                "id", id, "type", type, "municipalityCode", municipality, "key", key, "occurredAt", "2026-11-16T01:00:00Z", "schemaVersion",
                1,
                "payload", payload);
        return send(
                request("/linkage/v1/messages", ISSUER.token("integration", null, "linkage:send"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(envelope))));
    }

    /** An application arrives; the case that it opened, as the caseworker reads it. */
    protected Reply receive(TestFamily family, String municipality) {
        Map<String, Object> payload = family.application();
        Reply reply = deliver(municipality, "application.received", String.valueOf(payload.get("packageId")), payload);
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(202);
        Reply opened = caseOf(family, municipality);
        if (answersByItself() && opened.at("/caseId").isString()) {
            answerByItself(municipality, opened.at("/caseId").asString());
        }
        return caseOf(family, municipality);
    }

    protected Reply caseOf(TestFamily family, String municipality) {
        String reader = user("caseworker", municipality);
        JsonNode found = get("/api/v1/cases?uketsukeBango=" + family.uketsukeBango(), reader).at("/items");
        assertThat(found.size()).isEqualTo(1);
        return get("/api/v1/cases/" + found.get(0).path("caseId").asString(), reader);
    }

    protected static String pathOf(Reply caseView) {
        return "/api/v1/cases/" + caseView.at("/caseId").asString();
    }

    /** The inquiries that left for a case, in order, without what is answered by itself. */
    protected List<JsonNode> inquiries(Reply caseView) {
        return everyInquiry(caseView).stream().filter(inquiry -> saidByItself(inquiry) == null).toList();
    }

    /** All inquiries that left for a case. */
    protected List<JsonNode> everyInquiry(Reply caseView) {
        return outbox("inquiry.requested", caseView.at("/caseId").asString());
    }

    /** Whether insurer, bank, 031 and the place where a child lives answer at once what everybody expects, and a body without a copy stays without. */
    protected boolean answersByItself() {
        return true;
    }

    /** Brings every follow-up of a case forward to now, and does it. */
    protected void letTimePass(String caseId, String step) {
        query("update benefits.question_follow_up f set next_attempt_at = now() - interval '1 minute' from benefits.question q"
                + " where q.question_id = f.question_id and q.case_id = ? and f.step = ? and f.next_attempt_at is not null returning f.step",
                UUID.fromString(caseId), step);
        followUps.drain();
    }

    private void answerByItself(String municipality, String caseId) {
        boolean answered = false;
        for (JsonNode inquiry : outbox("inquiry.requested", caseId)) {
            Map<String, Object> said = saidByItself(inquiry);
            if (said != null && isOpen(inquiry)) {
                deliverAnswer(municipality, inquiry, "PROVIDED", said);
                answered = true;
            }
        }
        if (answered) {
            answerByItself(municipality, caseId);
        }
    }

    private static @Nullable Map<String, Object> saidByItself(JsonNode inquiry) {
        return inquiry.path("kind").asString().equals("NUMBERING")
                ? numbering(inquiry)
                : ANSWERED_BY_ITSELF.get(inquiry.path("kind").asString());
    }

    /** 031 gives one person one number, whoever asks. */
    protected static Map<String, Object> numbering(JsonNode inquiry) {
        int person = inquiry.path("subject").path("name").asString().hashCode() & Integer.MAX_VALUE;
        return Map.of("numbering", Map.of("atenabango", "9%014d".formatted(person), "existing", false));
    }

    private static boolean isOpen(JsonNode inquiry) {
        return query("select 1 from benefits.answer where question_id = ?", UUID.fromString(inquiry.path("inquiryId").asString()))
                .isEmpty();
    }

    /** Payloads in the outbox. */
    protected List<JsonNode> outbox(String type, String key) {
        return query("select payload from benefits.outbox where type = ? and message_key = ? order by position", type, key).stream()
                .map(JSON::readTree)
                .toList();
    }

    /** Answers an inquiry as a body outside would; {@code more} holds what it says, and may say another kind of answer. */
    protected Reply answer(String municipality, JsonNode inquiry, String answer, Map<String, Object> more) {
        Reply reply = deliverAnswer(municipality, inquiry, answer, more);
        if (answersByItself()) {
            String caseId = inquiry.path("caseId").asString();
            answerByItself(municipality, caseId);
            secondRound(inquiry, caseId).ifPresent(again -> answer(municipality, again, answer, more));
        }
        return reply;
    }

    private Optional<JsonNode> secondRound(JsonNode inquiry, String caseId) {
        int before = outbox("inquiry.requested", caseId).size();
        if (isWaiting(inquiry)) {
            letTimePass(caseId, "AGAIN");
        }
        List<JsonNode> after = outbox("inquiry.requested", caseId);
        return after.size() > before ? Optional.of(after.getLast()) : Optional.empty();
    }

    private static boolean isWaiting(JsonNode inquiry) {
        return !query("select 1 from benefits.question_follow_up where question_id = ? and step = 'AGAIN' and next_attempt_at is not null",
                UUID.fromString(inquiry.path("inquiryId").asString())).isEmpty();
    }

    /** One answer and nothing else. */
    protected Reply deliverAnswer(String municipality, JsonNode inquiry, String answer, Map<String, Object> more) {
        var payload = new TreeMap<String, Object>(more);
        payload.put("inquiryId", inquiry.path("inquiryId").asString());
        payload.put("caseId", inquiry.path("caseId").asString());
        payload.put("kind", inquiry.path("kind").asString());
        payload.putIfAbsent("answer", answer);
        payload.put("answeredAt", "2026-11-16T02:00:00Z");
        payload.put("receiptNumber", "R-1");
        return deliver(municipality, "inquiry.answered", inquiry.path("caseId").asString(), payload);
    }

    /** Confirms every fact that waits for it; the case afterwards. */
    protected Reply confirmAll(Reply caseView, String token) {
        List<String> waiting = new ArrayList<>();
        caseView.at("/facts").forEach(fact -> {
            if (fact.path("state").asString().equals("PROPOSED")) {
                waiting.add(fact.path("factId").asString());
            }
        });
        Reply confirmed = post(pathOf(caseView) + "/confirmations", token, Map.of("factIds", waiting), caseView.etag());
        assertThat(confirmed.status()).as(confirmed.body().toString()).isEqualTo(200);
        return confirmed;
    }

    /** From an application to a decision, with every answer that the family's sources give; the case afterwards. */
    protected Reply decided(TestFamily family, String municipality) {
        feed(family, municipality);
        Reply opened = receive(family, municipality);
        for (JsonNode inquiry : inquiries(opened)) {
            answer(municipality, inquiry, "PROVIDED", family.answerTo(inquiry));
        }
        Reply confirmed = confirmAll(caseOf(family, municipality), user("caseworker", municipality));
        Reply proposed = post(pathOf(confirmed) + "/proposal", user("caseworker", municipality), Map.of(), confirmed.etag());
        assertThat(proposed.status()).as(proposed.body().toString()).isEqualTo(201);
        Reply approved = approve(proposed, user("approver", municipality));
        assertThat(approved.status()).as(approved.body().toString()).isEqualTo(200);
        return approved;
    }

    protected Reply approve(Reply proposed, String token) {
        Map<String, Object> verdict = Map.of("proposalId", proposed.at("/proposal/proposalId").asString(), "verdict", "APPROVE");
        return post(pathOf(proposed) + "/approval", token, verdict, proposed.etag());
    }

    /** The first column of each row, read past row-level security. */
    protected static List<String> query(String sql, Object... arguments) {
        List<String> values = new ArrayList<>();
        try (Connection connection = DATABASE.connectAsSuperuser(); PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < arguments.length; index++) {
                statement.setObject(index + 1, arguments[index]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return values;
    }
}
