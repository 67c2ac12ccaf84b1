package jp.todoke.integration.peers.juki;

import jp.todoke.integration.inquiry.Inquiry;
import jp.todoke.integration.peers.PeerAnswer;
import jp.todoke.integration.peers.PeerCalls;
import jp.todoke.integration.peers.PeerHttp;
import jp.todoke.integration.peers.PeerProperties;
import jp.todoke.integration.peers.PeerRequest;
import jp.todoke.integration.peers.auth.BearerToken;
import jp.todoke.integration.peers.auth.PeerTokens;
import jp.todoke.peers.juki.ApiClient;
import jp.todoke.peers.juki.api.JukiApi;
import jp.todoke.peers.juki.model.IdentityHits;
import jp.todoke.peers.juki.model.IdentitySearch;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The client generated from specs/peers/juki.yaml, with token, time-outs and circuit breaker around it. */
@Component
public class JukiClient {
    private static final String PEER = "juki";
    private static final String SCOPE = "juki:search:Read";

    private final JukiApi api;
    private final PeerCalls calls;
    private final JsonMapper json;

    JukiClient(PeerHttp http, PeerProperties properties, PeerTokens tokens, PeerCalls calls) {
        this.json = ApiClient.createDefaultMapper(null);
        this.api = new JukiApi(
                new ApiClient(http.to(PEER, properties.juki().url()).requestInterceptor(new BearerToken(tokens, SCOPE)).build()));
        this.calls = calls;
    }

    public PeerAnswer<IdentityHits> searchIdentity(PeerRequest<IdentitySearch> search) {
        Inquiry asked = search.asked();
        return calls.call(PEER, () -> PeerAnswer.read(asked,
                api.searchIdentityWithResponseSpec(asked.requestId().toString(), asked.occasion().caseNumber(),
                        asked.occasion().officer(), asked.occasion().gyomuId(), search.body()),
                body -> json.readValue(body, IdentityHits.class)));
    }
}
