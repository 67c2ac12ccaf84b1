package jp.todoke.local.issuer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.todoke.local.tokens.AccessToken;
import jp.todoke.local.tokens.PersonLogin;
import jp.todoke.local.tokens.TokenEndpoint;
import jp.todoke.local.tokens.TokenRefusedException;
import jp.todoke.local.tokens.Wallet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssuerTest {
    private static final Set<String> EVERY_SCOPE = Person.all().stream().flatMap(p -> p.role().scopes().stream())
            .collect(Collectors.toSet());
    private static final Map<String, String> SECRETS = SystemClient.all().stream()
            .collect(Collectors.toMap(SystemClient::id, c -> "secret-of-" + c.id()));

    @TempDir
    static Path stateDir;
    private static Issuer issuer;

    @BeforeAll
    static void start() throws Exception {
        issuer = Issuer.start(freePort(), stateDir.resolve("key.json"), SECRETS);
    }

    @AfterAll
    static void stop() {
        issuer.close();
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            user,         municipality, role,       scopes
            caseworker,   139998,       caseworker, cases:read cases:write differences:read intake:read intake:write notices:read records:search rounds:read rounds:write simulations:run
            approver,     139998,       approver,   cases:approve cases:read notices:read payments:approve payments:read simulations:run
            payments,     139998,       payments,   bankfiles:read payments:read payments:write simulations:run
            auditor,      139998,       auditor,    audit:read bankfiles:read cases:read differences:read intake:read notices:read payments:read recordfiles:read records:search rounds:read simulations:run system:read
            vendor,       139998,       vendor,     simulations:run system:read
            chief,        139998,       chief,      cases:approve cases:read cases:write differences:read notices:read records:search rounds:read rounds:write simulations:run
            caseworker-b, 139980,       caseworker, cases:read cases:write differences:read intake:read intake:write notices:read records:search rounds:read rounds:write simulations:run
            approver-b,   139980,       approver,   cases:approve cases:read notices:read payments:approve payments:read simulations:run
            """)
    void aPersonGetsWhatTheRoleAllowsAndNoMore(String user, String municipality, String role, String scopes) throws Exception {
        AccessToken token = new PersonLogin(issuer.uri(), Clock.systemUTC()).login(user, user + "-demo", EVERY_SCOPE);

        var claims = verified(token.value()).getJWTClaimsSet();
        assertEquals(user, claims.getSubject());
        assertEquals(municipality, claims.getStringClaim("municipality_code"));
        assertEquals(List.of(role), claims.getStringListClaim("roles"));
        assertEquals(List.of("todoke"), claims.getAudience());
        assertEquals(issuer.uri().toString(), claims.getIssuer());
        assertEquals(scopes, claims.getStringListClaim("scope").stream().sorted().collect(Collectors.joining(" ")));
        assertEquals(Set.of(scopes.split(" ")), token.scopes(), "the answer says the same as the token");
        long seconds = Duration.between(claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()).toSeconds();
        assertEquals(1800, seconds);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            client,           scope,        role,    municipality
            benefits-service, linkage:send, service,
            integration,      linkage:send, service,
            register-feed,    feeds:write,  system,  139998
            register-feed-b,  feeds:write,  system,  139980
            """)
    void aSystemGetsItsTokenByItsSecret(String client, String scope, String role, String municipality) throws Exception {
        var token = new Wallet(issuer.uri(), id -> SECRETS.getOrDefault(id, ""), Clock.systemUTC()).ofSystem(client);

        var claims = verified(token).getJWTClaimsSet();
        assertEquals(client, claims.getSubject());
        assertEquals(List.of(scope), claims.getStringListClaim("scope"));
        assertEquals(List.of(role), claims.getStringListClaim("roles"));
        assertEquals(municipality, claims.getStringClaim("municipality_code"));
    }

    @Test
    void refusesAWrongPasswordAWrongSecretAndAnotherScope() {
        var login = new PersonLogin(issuer.uri(), Clock.systemUTC());
        var endpoint = new TokenEndpoint(issuer.uri(), Clock.systemUTC());

        assertThrows(TokenRefusedException.class, () -> login.login("caseworker", "guess", EVERY_SCOPE));
        assertThrows(TokenRefusedException.class, () -> login.login("nobody", "nobody-demo", EVERY_SCOPE));
        assertThrows(TokenRefusedException.class, () -> login.login("caseworker", "caseworker-demo", Set.of("feeds:write")));
        assertThrows(TokenRefusedException.class, () -> endpoint.byClientCredentials("integration", "guess", "linkage:send"));
        assertThrows(TokenRefusedException.class,
                () -> endpoint.byClientCredentials("register-feed", SECRETS.get("register-feed"), "linkage:send"));
    }

    @Test
    void refusesAnAuthorizationRequestWithoutProofKey() throws Exception {
        var answer = get(
                "/oauth2/authorize?response_type=code&client_id=todoke-cli&scope=cases:read&redirect_uri=http%3A%2F%2F127.0.0.1%2Fcallback");
        String location = answer.headers().firstValue("Location").orElse("");
        assertTrue(location.startsWith("http://127.0.0.1/callback?error=invalid_request"), answer.statusCode() + " " + location);
        assertFalse(location.contains("code="), location);
    }

    @Test
    void aTokenIsReusedUntilShortlyBeforeItEnds() {
        var wallet = new Wallet(issuer.uri(), id -> SECRETS.getOrDefault(id, ""), Clock.systemUTC());
        assertEquals(wallet.ofPerson("auditor"), wallet.ofPerson("auditor"));
        var later = new Wallet(issuer.uri(), id -> SECRETS.getOrDefault(id, ""), new Clock() {
            private Instant next = Instant.parse("2026-11-16T00:00:00Z");

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                next = next.plusSeconds(1750);
                return next;
            }
        });
        assertFalse(later.ofPerson("auditor").equals(later.ofPerson("auditor")), "an old token is replaced");
    }

    @Test
    void tokensOutliveARestart() throws Exception {
        String token = new Wallet(issuer.uri(), id -> SECRETS.getOrDefault(id, ""), Clock.systemUTC()).ofPerson("vendor");
        try (var other = Issuer.start(freePort(), stateDir.resolve("key.json"), SECRETS)) {
            var keys = JWKSet.parse(get(other.uri().resolve("/oauth2/jwks")).body());
            var jwt = SignedJWT.parse(token);
            assertTrue(jwt.verify(new RSASSAVerifier(keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey())));
            assertFalse(keys.getKeys().getFirst().isPrivate(), "the private part stays home");
        }
    }

    @Test
    void theLoginPageIsInJapanese() throws Exception {
        var page = get("/login");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("利用者ID"), page.body());
    }

    private static SignedJWT verified(String token) throws Exception {
        var keys = JWKSet.parse(get("/oauth2/jwks").body());
        var jwt = SignedJWT.parse(token);
        assertTrue(jwt.verify(new RSASSAVerifier(keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey())),
                "signed by the published key");
        return jwt;
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return get(issuer.uri().resolve(path));
    }

    private static HttpResponse<String> get(URI uri) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).header("Accept", "text/html,application/json").build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
