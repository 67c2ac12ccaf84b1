package jp.todoke.integration.peers.bank;

import jp.todoke.integration.inquiry.Inquiry;
import jp.todoke.integration.peers.PeerAnswer;
import jp.todoke.integration.peers.PeerCalls;
import jp.todoke.integration.peers.PeerHttp;
import jp.todoke.integration.peers.PeerProperties;
import jp.todoke.integration.peers.PeerRequest;
import jp.todoke.integration.peers.auth.BearerToken;
import jp.todoke.integration.peers.auth.PeerTokens;
import jp.todoke.peers.bank.ApiClient;
import jp.todoke.peers.bank.api.BankApi;
import jp.todoke.peers.bank.model.AccountToVerify;
import jp.todoke.peers.bank.model.AccountVerified;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The client generated from specs/peers/bank.yaml, with token, time-outs and circuit breaker around it. */
@Component
public class BankClient {
    private static final String PEER = "bank";
    private static final String SCOPE = "bank:zengin/accounts/verify:Read";

    private final BankApi api;
    private final PeerCalls calls;
    private final JsonMapper json;

    BankClient(PeerHttp http, PeerProperties properties, PeerTokens tokens, PeerCalls calls) {
        this.json = ApiClient.createDefaultMapper(null);
        this.api = new BankApi(
                new ApiClient(http.to(PEER, properties.bank().url()).requestInterceptor(new BearerToken(tokens, SCOPE)).build()));
        this.calls = calls;
    }

    public PeerAnswer<AccountVerified> verifyAccount(PeerRequest<AccountToVerify> verification) {
        Inquiry asked = verification.asked();
        return calls.call(PEER, () -> PeerAnswer.read(asked,
                api.verifyAccountWithResponseSpec(asked.requestId().toString(), asked.occasion().caseNumber(),
                        asked.occasion().officer(), asked.occasion().gyomuId(), verification.body()),
                body -> json.readValue(body, AccountVerified.class)));
    }
}
