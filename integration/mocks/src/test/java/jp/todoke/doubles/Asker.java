package jp.todoke.doubles;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.todoke.doubles.auth.ClientRegistry;
import jp.todoke.doubles.chukan.LatencyProfile;
import jp.todoke.doubles.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Running doubles and a client that asks them properly; a test then spoils one thing. */
final class Asker implements AutoCloseable {

    static final String CHUKAN = "032:chukan/inquiries:Create 032:chukan/inquiries:Read";
    static final String JUKI = "juki:search:Read";
    static final String TAX = "TM00000000000002";
    static final String ACCOUNT = "TM00000000000089";
    static final String FAMILY_REGISTER = "TM00000000000108";
    static final String PENSION = "TM00000000000999";

    record Answer(int status, String body, Map<String, String> headers) {
        JsonNode json() {
            return Json.MAPPER.readTree(body);
        }

        String text(String pointer) {
            return json().at(pointer).asString("");
        }
    }

    final SettableClock clock = new SettableClock();
    private static final AnswerContract CONTRACT = new AnswerContract();
    private final NationalDoubles doubles;
    private final HttpClient http = HttpClient.newHttpClient();

    Asker(LatencyProfile profile, @Nullable Path data) {
        doubles = NationalDoubles.start(new Settings("127.0.0.1", 0, data, profile, Settings.DEMO_SECRET), clock);
    }

    /** With the built-in persons, results at once, and the administration. */
    Asker(Settings.Administration administration) {
        this(LatencyProfile.ZERO, null, administration);
    }

    Asker(LatencyProfile profile, @Nullable Path data, Settings.Administration administration) {
        doubles = NationalDoubles.start(new Settings("127.0.0.1", 0, data, profile, Settings.DEMO_SECRET, administration), clock);
    }

    Answer administer(String method, String path, @Nullable String body, String... header) {
        return send("http://127.0.0.1:" + doubles.adminPort(), method, path.replace("*", "%2A"), body,
                header.length == 0 ? Map.of() : Map.of(header[0], header[1]));
    }

    int adminPort() {
        return doubles.adminPort();
    }

    String base() {
        return "http://127.0.0.1:" + doubles.port();
    }

    JWTClaimsSet.Builder claims() {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder().issuer(ClientRegistry.DEFAULT_CLIENT_ID).subject(ClientRegistry.DEFAULT_CLIENT_ID)
                .audience(base() + "/oauth2/token").expirationTime(Date.from(now.plusSeconds(60))).jwtID(UUID.randomUUID().toString());
    }

    String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, String secret) {
        try {
            SignedJWT jwt = new SignedJWT(new JWSHeader(algorithm), claims);
            jwt.sign(new MACSigner(secret));
            return jwt.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Map<String, String> tokenForm(String scope, String assertion) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.put("client_assertion", assertion);
        form.put("scope", scope);
        return form;
    }

    String assertion() {
        return signed(claims().build(), JWSAlgorithm.HS256, Settings.DEMO_SECRET);
    }

    Answer postForm(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send("POST", path, body, Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    String token(String scope) {
        Answer answer = postForm("/oauth2/token", tokenForm(scope, assertion()));
        return answer.text("/access_token");
    }

    Map<String, String> headers(String scope) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", "Bearer " + token(scope));
        headers.put("Content-Type", "application/json");
        headers.put("X-If-Id", "IF_SKI_10111");
        headers.put("X-Request-Id", UUID.randomUUID().toString());
        headers.put("X-Issue", "C-2026-000001");
        headers.put("X-User-Id", "u000123");
        headers.put("X-Client-Gyomu", "990");
        return headers;
    }

    /** 児童扶養手当 asks 法務省 about the family register or 日本年金機構 about pensions. */
    static ObjectNode childRearingInquiry(String atenabango, String tmCd) {
        boolean register = tmCd.equals(FAMILY_REGISTER);
        ObjectNode inquiry = inquiry(atenabango, tmCd);
        inquiry.put("jimuCd", "JM01000000081000").put("jimutetsuzukiCd", register ? "JT01010000008103" : "JT01010000008104");
        inquiry.putObject("teikyosha").put("kikanCd", register ? "1409900000002200" : "1429900000002200");
        return inquiry;
    }

    static ObjectNode inquiry(String atenabango, String tmCd) {
        boolean tax = tmCd.equals(TAX);
        ObjectNode inquiry = Json.MAPPER.createObjectNode();
        inquiry.put("shikibetsu", "01").put("atenabango", atenabango).put("shokaiiraiNichiji", "20261116091200000");
        inquiry.putObject("shokaisha").put("kikanCd", "0220113999801700").put("bushoCd", "KODOMO01").put("userId", "u000123");
        inquiry.put("shokaisokuFukaijiCd", "0").put("jimuCd", "JM01000000106000").put("jimutetsuzukiCd",
                tax ? "JT01010000009901" : "JT01010000009902");
        inquiry.putObject("teikyosha").put("kikanCd", tax ? "0220113998001700" : "1419900000002200");
        inquiry.put("tokuteikojinjohomeiCd", tmCd);
        inquiry.putObject("joken").put("jokenKbn", "0").put("nendoKbn", tax ? "1" : "0").put("nendo", "2026");
        return inquiry;
    }

    Answer register(JsonNode inquiry, Map<String, String> headers) {
        return send("POST", "/chukan/inquiries", inquiry.toString(), headers);
    }

    String receipt(JsonNode inquiry) {
        Answer answer = register(inquiry, headers(CHUKAN));
        keepsContract("chukan", "InquiryAcceptance", answer);
        return answer.text("/uketsukeBango");
    }

    Answer status(String receipt) {
        return send("GET", "/chukan/inquiries/" + receipt + "/status", null, headers(CHUKAN));
    }

    Answer result(String receipt) {
        return send("GET", "/chukan/inquiries/" + receipt + "/result", null, headers(CHUKAN));
    }

    /** Registers an inquiry and pulls its result, which the profile zero has at once. */
    Answer resultOf(JsonNode inquiry) {
        return result(receipt(inquiry));
    }

    Answer send(String method, String path, @Nullable String body, Map<String, String> headers) {
        Answer answer = send(base(), method, path, body, headers);
        // What a peer answers of itself; an outage is none of its answers.
        if (!headers.containsKey("X-Mock-Scenario") && answer.headers().getOrDefault("content-type", "").startsWith("application/json")) {
            CONTRACT.holds(method, path, answer);
        }
        return answer;
    }

    private Answer send(String base, String method, String path, @Nullable String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).method(method,
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            Map<String, String> received = new LinkedHashMap<>();
            response.headers().map().forEach((name, values) -> received.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            return new Answer(response.statusCode(), response.body(), received);
        } catch (IOException broken) {
            return new Answer(-1, broken.getClass().getSimpleName(), Map.of());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Fails when an answer is not what the peer's own contract promises. */
    static void keepsContract(String peer, String schema, Answer answer) {
        String resource = "specs/peers/" + peer + ".yaml";
        try (InputStream yaml = Asker.class.getClassLoader().getResourceAsStream(resource)) {
            JsonNode document = YAMLMapper.builder().build().readTree(Objects.requireNonNull(yaml, resource));
            ObjectNode standing = Json.MAPPER.createObjectNode();
            standing.putArray("allOf").addObject().put("$ref", "#/components/schemas/" + schema);
            standing.set("components", document.path("components"));
            var errors = SchemaRegistry.withDialect(Dialects.getOpenApi30()).getSchema(standing).validate(answer.json());
            if (!errors.isEmpty()) {
                throw new AssertionError(schema + ": " + errors + " in " + answer.body());
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Override
    public void close() {
        doubles.close();
        http.close();
    }
}
