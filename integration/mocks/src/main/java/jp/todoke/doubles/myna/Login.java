package jp.todoke.doubles.myna;

import java.util.Map;
import java.util.Objects;
import jp.todoke.doubles.auth.ClientRegistry;
import jp.todoke.doubles.wire.PeerContract;
import jp.todoke.doubles.wire.PeerOperation;
import jp.todoke.doubles.wire.PeerRequest;
import jp.todoke.doubles.wire.Refusal;
import jp.todoke.doubles.wire.Reply;
import tools.jackson.databind.JsonNode;

/** E28 POST /myna/login ログイン. */
final class Login extends PeerOperation {

    private final PeerContract contract;
    private final ClientRegistry clients;
    private final Sessions sessions;

    Login(PeerContract contract, ClientRegistry clients, Sessions sessions) {
        super("myna", "login", "ログイン");
        this.contract = contract;
        this.clients = clients;
        this.sessions = sessions;
    }

    @Override
    protected Reply answer(PeerRequest request) {
        contract.check("login", request);
        JsonNode login = Objects.requireNonNull(request.json());
        if (!clients.isKnown(login.path("clientId").asString(), login.path("clientSecret").asString())) {
            throw Refusal.token("invalid_client");
        }
        return Reply.of(200, Map.of("token", sessions.open(login.path("municipalityCode").asString()), "expiresIn",
                Sessions.LIFETIME_SECONDS));
    }
}
