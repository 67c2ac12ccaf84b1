package jp.todoke.integration.peers.bank;

import jp.todoke.integration.inquiry.Inquiry;
import jp.todoke.integration.peers.PeerCalls;
import jp.todoke.integration.peers.PeerHttp;
import jp.todoke.integration.peers.PeerProperties;
import jp.todoke.integration.peers.auth.BearerToken;
import jp.todoke.integration.peers.auth.PeerTokens;
import jp.todoke.integration.peers.bank.BankMessages.Verification;
import jp.todoke.integration.peers.bank.BankMessages.Verified;
import jp.todoke.peers.bank.ApiClient;
import jp.todoke.peers.bank.api.BankApi;
import jp.todoke.peers.bank.model.AccountVerified;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
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

    /** The bytes are read first and parsed after: an answer is kept as it came. */
    public Verified verifyAccount(Verification verification) {
        Inquiry asked = verification.asked();
        return calls.call(PEER, () -> {
            byte[] body = api.verifyAccountWithResponseSpec(asked.requestId().toString(), asked.occasion().caseNumber(),
                    asked.occasion().officer(), asked.occasion().gyomuId(), verification.body()).body(byte[].class);
            if (body == null) {
                throw new RestClientException("empty body");
            }
            return new Verified(asked, json.readValue(body, AccountVerified.class), body);
        });
    }
}
