package jp.todoke.doubles.auth;

import java.util.LinkedHashMap;
import java.util.Map;
import jp.todoke.doubles.wire.PeerContract;

/** E02 POST /oauth2/introspect: the state of a token, for an authenticated caller (RFC 7662). */
final class IntrospectToken extends AuthOperation {

    private final ClientAssertions assertions;
    private final AccessTokens tokens;

    IntrospectToken(PeerContract contract, ClientAssertions assertions, AccessTokens tokens) {
        super("introspectToken", contract);
        this.assertions = assertions;
        this.tokens = tokens;
    }

    @Override
    Map<String, ?> granted(Map<String, String> form, String here) {
        assertions.authenticated(form.get("client_assertion_type"), form.get("client_assertion"), here);
        Map<String, Object> state = new LinkedHashMap<>();
        var grant = tokens.introspect(String.valueOf(form.get("token")));
        state.put("active", grant.isPresent());
        grant.ifPresent(living -> {
            state.put("client_id", living.clientId());
            state.put("scope", living.scope());
            state.put("exp", living.expires().getEpochSecond());
            state.put("aud", living.audience());
        });
        return state;
    }
}
