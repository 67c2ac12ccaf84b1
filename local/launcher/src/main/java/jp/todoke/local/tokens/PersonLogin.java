package jp.todoke.local.tokens;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A person's login as a browser would do it: authorization request with PKCE (RFC 7636), login form, redirect with the
 * code, code for token. No shortcut exists in the issuer, so the demo proves the way that people really take.
 */
public final class PersonLogin {
    private static final String CLIENT = "todoke-cli";
    /** Nothing listens there: the redirect is read, not followed. */
    private static final String REDIRECT = "http://127.0.0.1/callback";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private final URI issuer;
    private final TokenEndpoint tokens;
    private final SecureRandom random = new SecureRandom();

    public PersonLogin(URI issuer, Clock clock) {
        this.issuer = issuer;
        this.tokens = new TokenEndpoint(issuer, clock);
    }

    /** @param scopes what to ask for; the issuer grants those that the person's role allows */
    public AccessToken login(String user, String password, Set<String> scopes) {
        String verifier = random(32);
        String state = random(16);
        HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(TIMEOUT)
                .build();
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", CLIENT);
        query.put("redirect_uri", REDIRECT);
        query.put("scope", String.join(" ", scopes));
        query.put("state", state);
        query.put("code_challenge", challenge(verifier));
        query.put("code_challenge_method", "S256");
        URI authorize = issuer.resolve("/oauth2/authorize?" + TokenEndpoint.encodeForm(query));

        URI form = redirect(get(browser, authorize), "authorization request");
        URI afterLogin = submit(browser, form, user, password);
        Map<String, String> callback = query(redirect(get(browser, afterLogin), "authorization"));
        if (!state.equals(callback.get("state")) || !callback.containsKey("code")) {
            throw new TokenRefusedException("the issuer gave no code: " + callback.getOrDefault("error", "no reason"));
        }
        return tokens.byCode(CLIENT, callback.getOrDefault("code", ""), verifier, REDIRECT);
    }

    private URI submit(HttpClient browser, URI form, String user, String password) {
        Matcher csrf = CSRF.matcher(get(browser, form).body());
        if (!csrf.find()) {
            throw new TokenRefusedException("the login page has no form");
        }
        String body = TokenEndpoint.encodeForm(Map.of("username", user, "password", password, "_csrf", csrf.group(1)));
        var request = HttpRequest.newBuilder(form).timeout(TIMEOUT).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        URI next = redirect(TokenEndpoint.send(browser, request), "login");
        if (next.getPath().equals(form.getPath())) {
            throw new TokenRefusedException("wrong user or password");
        }
        return next;
    }

    private static HttpResponse<String> get(HttpClient browser, URI uri) {
        return TokenEndpoint.send(browser, HttpRequest.newBuilder(uri).timeout(TIMEOUT).header("Accept", "text/html").GET().build());
    }

    private URI redirect(HttpResponse<String> answer, String step) {
        return answer.headers().firstValue("Location").filter(_ -> answer.statusCode() / 100 == 3).map(issuer::resolve)
                .orElseThrow(() -> new TokenRefusedException("the issuer answered " + answer.statusCode() + " to the " + step));
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> values = new HashMap<>();
        for (String pair : uri.getRawQuery() == null ? new String[0] : uri.getRawQuery().split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return values;
    }

    private String random(int bytes) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
