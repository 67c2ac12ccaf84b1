package jp.todoke.integration.peers.chukan;

import java.util.Objects;
import java.util.function.Supplier;
import jp.todoke.integration.peers.PeerCalls;
import jp.todoke.integration.peers.PeerHttp;
import jp.todoke.integration.peers.PeerProperties;
import jp.todoke.integration.peers.PeerUnreachable;
import jp.todoke.integration.peers.auth.BearerToken;
import jp.todoke.integration.peers.auth.PeerTokens;
import jp.todoke.integration.peers.chukan.ChukanMessages.Headers;
import jp.todoke.integration.peers.chukan.LinkageCodeMessages.Pull;
import jp.todoke.integration.peers.chukan.LinkageCodeMessages.Request;
import jp.todoke.integration.peers.chukan.LinkageCodeMessages.Told;
import jp.todoke.peers.chukan.ApiClient;
import jp.todoke.peers.chukan.api.ChukanApi;
import jp.todoke.peers.chukan.model.FugoRequestState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The operations about 符号 of the client generated from specs/peers/chukan.yaml, with a token for them alone. */
@Component
public class LinkageCodeClient {
    private static final String PEER = "chukan";
    private static final String SCOPE = "032:chukan/fugo-requests:Create 032:chukan/fugo-requests:Read";

    private final ChukanApi api;
    private final PeerCalls calls;

    LinkageCodeClient(PeerHttp http, PeerProperties properties, PeerTokens tokens, PeerCalls calls) {
        this.api = new ChukanApi(
                new ApiClient(http.to(PEER, properties.chukan().url()).requestInterceptor(new BearerToken(tokens, SCOPE)).build()));
        this.calls = calls;
    }

    public Told requestLinkageCodes(Request request) {
        Headers headers = request.headers();
        return new Told(request.asked(), called(() -> api.requestLinkageCodes(headers.ifId(), headers.requestId(), headers.issue(),
                headers.userId(), headers.gyomuId(), request.body())));
    }

    public Told getLinkageCodeRequest(Pull pull) {
        Headers headers = pull.headers();
        return new Told(pull.asked(), called(() -> api.getLinkageCodeRequest(pull.number(), headers.ifId(), headers.requestId(),
                headers.issue(), headers.userId(), headers.gyomuId())));
    }

    private FugoRequestState called(Supplier<@Nullable FugoRequestState> operation) {
        FugoRequestState state = calls.call(PEER, operation);
        if (state == null || state.getResults() == null || state.getFugoIraiBango() == null) {
            throw new PeerUnreachable("UNREADABLE");
        }
        return Objects.requireNonNull(state);
    }
}
