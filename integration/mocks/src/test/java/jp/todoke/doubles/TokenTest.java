package jp.todoke.doubles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import jp.todoke.doubles.auth.ClientRegistry;
import jp.todoke.doubles.chukan.LatencyProfile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** E01 and E02: who gets a token, for what, and what the token is then worth. */
class TokenTest {

    private static Asker asker;

    @BeforeAll
    static void start() {
        asker = new Asker(LatencyProfile.ZERO, null);
    }

    @AfterAll
    static void stop() {
        asker.close();
    }

    @BeforeEach
    void monday() {
        asker.clock.set(SettableClock.MONDAY_MORNING);
    }

    @Test
    void aProperAssertionGetsATokenForFiveMinutesAndNoRefreshToken() {
        Asker.Answer answer = asker.postForm("/oauth2/token", asker.tokenForm(Asker.JUKI, asker.assertion()));
        assertEquals(200, answer.status());
        Asker.keepsContract("auth", "TokenResponse", answer);
        assertEquals(300, answer.json().path("expires_in").asInt());
        assertEquals("juki:search:Read", answer.text("/scope"));
        assertFalse(answer.json().has("refresh_token"));
        assertEquals("no-store", answer.headers().get("cache-control"));
    }

    static Stream<Arguments> spoiltAssertions() {
        String other = "todokeIntegration000000000000002";
        return Stream.of(Arguments.of("another client as issuer", asker.claims().issuer(other).subject(other).build()),
                Arguments.of("another subject", asker.claims().subject(other).build()),
                Arguments.of("no issuer", asker.claims().issuer(null).build()),
                Arguments.of("another audience", asker.claims().audience("https://elsewhere.example/oauth2/token").build()),
                Arguments.of("expired", asker.claims().expirationTime(Date.from(SettableClock.MONDAY_MORNING)).build()),
                Arguments.of("valid for 6 minutes",
                        asker.claims().expirationTime(Date.from(SettableClock.MONDAY_MORNING.plusSeconds(360))).build()),
                Arguments.of("without expiry", asker.claims().expirationTime(null).build()),
                Arguments.of("without jti", asker.claims().jwtID(null).build()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoiltAssertions")
    void aSpoiltAssertionIsAnInvalidClient(String what, JWTClaimsSet claims) {
        assertEquals("invalid_client", refused(asker.signed(claims, JWSAlgorithm.HS256, Settings.DEMO_SECRET)), what);
    }

    @Test
    void anotherSecretAnotherAlgorithmAndRubbishAreInvalidClients() {
        assertEquals("invalid_client", refused(asker.signed(asker.claims().build(), JWSAlgorithm.HS256, "y".repeat(32))));
        assertEquals("invalid_client",
                refused(asker.signed(asker.claims().build(), JWSAlgorithm.HS512, Settings.DEMO_SECRET + "z".repeat(40))));
        assertEquals("invalid_client", refused("rubbish"));
    }

    @Test
    void anAssertionServesOnce() {
        String assertion = asker.assertion();
        assertEquals(200, asker.postForm("/oauth2/token", asker.tokenForm(Asker.JUKI, assertion)).status());
        assertEquals("invalid_client", refused(assertion));
    }

    private static String refused(String assertion) {
        Asker.Answer answer = asker.postForm("/oauth2/token", asker.tokenForm(Asker.JUKI, assertion));
        assertEquals(401, answer.status());
        Asker.keepsContract("auth", "OAuthError", answer);
        return answer.text("/error");
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            field,                 value,                                error
            scope,                 032:chukan/inquiries:Delete,          invalid_scope
            scope,                 032:chukan/inquiries:Read juki:search:Read, invalid_scope
            scope,                 ' ',                                  invalid_scope
            scope,                 ,                                     invalid_request
            grant_type,            password,                             invalid_request
            grant_type,            ,                                     invalid_request
            client_assertion,      ,                                     invalid_request
            client_assertion_type, urn:other,                            invalid_client
            """)
    void aWrongFormIsNamed(String field, String value, String error) {
        Map<String, String> form = asker.tokenForm(Asker.JUKI, asker.assertion());
        form.remove(field);
        if (value != null) {
            form.put(field, value);
        }
        Asker.Answer answer = asker.postForm("/oauth2/token", form);
        assertEquals(error, answer.text("/error"));
        assertEquals(error.equals("invalid_client") ? 401 : 400, answer.status());
    }

    @Test
    void introspectionTellsALivingTokenFromADeadOneAndFromAnyOtherString() {
        String token = asker.token(Asker.CHUKAN);
        Asker.Answer living = introspect(token);
        Asker.keepsContract("auth", "Introspection", living);
        assertTrue(living.json().path("active").asBoolean());
        assertEquals(ClientRegistry.DEFAULT_CLIENT_ID, living.text("/client_id"));
        assertEquals(Asker.CHUKAN, living.text("/scope"));
        assertEquals("032", living.text("/aud"));
        assertEquals(SettableClock.MONDAY_MORNING.getEpochSecond() + 300, living.json().path("exp").asLong());
        assertEquals("{\"active\":false}", introspect("A" + token.substring(1)).body());
        asker.clock.advance(Duration.ofSeconds(300));
        assertEquals("{\"active\":false}", introspect(token).body());
    }

    @Test
    void introspectionIsForAuthenticatedCallersOnly() {
        Asker.Answer answer = asker.postForm("/oauth2/introspect", Map.of("token", asker.token(Asker.JUKI)));
        assertEquals(401, answer.status());
        assertEquals("invalid_client", answer.text("/error"));
    }

    private static Asker.Answer introspect(String token) {
        return asker.postForm("/oauth2/introspect", Map.of("token", token, "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer", "client_assertion", asker.assertion()));
    }

    @Test
    void aPeerTakesALivingTokenOfItsOwnInTheHeaderOnly() {
        Map<String, String> headers = asker.headers(Asker.CHUKAN);
        String inquiry = Asker.inquiry("000000000000001", Asker.TAX).toString();
        assertEquals(202, asker.send("POST", "/chukan/inquiries", inquiry, headers).status());

        String token = headers.get("Authorization").substring("Bearer ".length());
        Map<String, String> without = new HashMap<>(headers);
        without.remove("Authorization");
        assertUnauthorized(asker.send("POST", "/chukan/inquiries", inquiry, without), "invalid_token");
        assertUnauthorized(asker.send("POST", "/chukan/inquiries?access_token=" + token, inquiry, without), "invalid_request");
        assertUnauthorized(asker.send("POST", "/chukan/inquiries?access_token=" + token, inquiry, headers), "invalid_request");
        assertUnauthorized(asker.send("POST", "/chukan/inquiries", inquiry, asker.headers(Asker.JUKI)), "invalid_token");
        assertUnauthorized(asker.send("POST", "/chukan/inquiries", inquiry, asker.headers("032:chukan/inquiries:Read")),
                "insufficient_scope");
        asker.clock.advance(Duration.ofMinutes(5));
        assertUnauthorized(asker.send("POST", "/chukan/inquiries", inquiry, headers), "invalid_token");
    }

    private static void assertUnauthorized(Asker.Answer answer, String error) {
        assertEquals(401, answer.status());
        Asker.keepsContract("chukan", "ChukanUnauthorized", answer);
        assertEquals("アクセストークンが無効です。", answer.text("/detail"));
        assertFalse(answer.json().has("errors"));
        assertEquals("Bearer error=\"" + error + "\"", answer.headers().get("www-authenticate"));
    }
}
