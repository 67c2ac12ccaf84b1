package jp.todoke.doubles.auth;

import java.time.Clock;
import java.util.List;
import jp.todoke.doubles.wire.PeerContract;
import jp.todoke.doubles.wire.PeerOperation;

/** The authorisation server's operations and mappings. */
public final class AuthPeer {

    public static final List<String> MAPPINGS = List.of("auth/mappings/issue-token.json", "auth/mappings/introspect-token.json");

    private AuthPeer() {}

    public static List<PeerOperation> operations(ClientRegistry clients, AccessTokens tokens, Clock clock) {
        PeerContract contract = PeerContract.of("auth");
        ClientAssertions assertions = new ClientAssertions(clients, clock);
        return List.of(new IssueToken(contract, assertions, tokens), new IntrospectToken(contract, assertions, tokens));
    }
}
