package jp.todoke.doubles.auth;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.todoke.doubles.wire.PeerContract;

/** E01 POST /oauth2/token: an access token for one provider system, never a refresh token. */
final class IssueToken extends AuthOperation {

    private final ClientAssertions assertions;
    private final AccessTokens tokens;

    IssueToken(PeerContract contract, ClientAssertions assertions, AccessTokens tokens) {
        super("issueToken", contract);
        this.assertions = assertions;
        this.tokens = tokens;
    }

    @Override
    Map<String, ?> granted(Map<String, String> form, String here) {
        Client client = assertions.authenticated(form.get("client_assertion_type"), form.get("client_assertion"), here);
        List<String> scopes = Arrays.stream(String.valueOf(form.get("scope")).split(" ")).filter(scope -> !scope.isBlank()).distinct()
                .sorted().toList();
        if (scopes.isEmpty() || !client.scopes().containsAll(scopes)) {
            throw new OAuthRefusal("invalid_scope", "a scope is not known or not granted to this client");
        }
        List<String> audiences = scopes.stream().map(scope -> scope.substring(0, scope.indexOf(':'))).distinct().toList();
        if (audiences.size() > 1) {
            throw new OAuthRefusal("invalid_scope", "one token reaches one provider system only");
        }
        String scope = String.join(" ", scopes);
        Map<String, Object> granted = new LinkedHashMap<>();
        granted.put("access_token", tokens.issue(client.clientId(), audiences.getFirst(), scope));
        granted.put("token_type", "Bearer");
        granted.put("expires_in", AccessTokens.LIFETIME_SECONDS);
        granted.put("scope", scope);
        return granted;
    }

    @Override
    public void forget() {
        assertions.forget();
    }
}
