package jp.todoke.integration.peers.chukan;

import java.util.Objects;
import java.util.UUID;
import jp.todoke.integration.peers.PeerCalls;
import jp.todoke.integration.peers.PeerHttp;
import jp.todoke.integration.peers.PeerProperties;
import jp.todoke.integration.peers.auth.BearerToken;
import jp.todoke.integration.peers.auth.PeerTokens;
import jp.todoke.integration.peers.chukan.ChukanMessages.Headers;
import jp.todoke.integration.peers.chukan.ChukanMessages.Pull;
import jp.todoke.integration.peers.chukan.ChukanMessages.Pulled;
import jp.todoke.integration.peers.chukan.ChukanMessages.Registration;
import jp.todoke.peers.chukan.ApiClient;
import jp.todoke.peers.chukan.api.ChukanApi;
import jp.todoke.peers.chukan.model.InquiryAcceptance;
import jp.todoke.peers.chukan.model.InquiryCancellation;
import jp.todoke.peers.chukan.model.InquiryResult;
import jp.todoke.peers.chukan.model.InquiryStatus;
import jp.todoke.peers.chukan.model.NetworkHealth;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.json.JsonMapper;

/** The client generated from specs/peers/chukan.yaml, with token, time-outs and circuit breaker around it. */
@Component
public class ChukanClient {
    private static final String PEER = "chukan";
    private static final String SCOPE = "032:chukan/inquiries:Create 032:chukan/inquiries:Read";

    private final ChukanApi api;
    private final PeerCalls calls;
    private final JsonMapper json;

    ChukanClient(PeerHttp http, PeerProperties properties, PeerTokens tokens, PeerCalls calls) {
        this.json = ApiClient.createDefaultMapper(null);
        this.api = new ChukanApi(
                new ApiClient(http.to(PEER, properties.chukan().url()).requestInterceptor(new BearerToken(tokens, SCOPE)).build()));
        this.calls = calls;
    }

    public InquiryAcceptance registerInquiry(Registration registration) {
        Headers headers = registration.headers();
        return calls.call(PEER, () -> present(api.registerInquiry(headers.ifId(), headers.requestId(), headers.issue(), headers.userId(),
                headers.gyomuId(), registration.body())));
    }

    public InquiryStatus getInquiryStatus(Pull pull) {
        Headers headers = pull.headers();
        return calls.call(PEER,
                () -> present(api.getInquiryStatus(pull.uketsukeBango(), headers.ifId(), headers.requestId(), headers.issue(),
                        headers.userId(), headers.gyomuId())));
    }

    public InquiryCancellation cancelInquiry(Pull pull) {
        Headers headers = pull.headers();
        return calls.call(PEER, () -> present(api.cancelInquiry(pull.uketsukeBango(), headers.ifId(), headers.requestId(), headers.issue(),
                headers.userId(), headers.gyomuId())));
    }

    public InquiryCancellation getInquiryCancellation(Pull pull) {
        Headers headers = pull.headers();
        return calls.call(PEER, () -> present(api.getInquiryCancellation(pull.uketsukeBango(), headers.ifId(), headers.requestId(),
                headers.issue(), headers.userId(), headers.gyomuId())));
    }

    /** The bytes are read first and parsed after: an answer is kept as it came. */
    public Pulled getInquiryResult(Pull pull) {
        Headers headers = pull.headers();
        return calls.call(PEER, () -> {
            byte[] body = present(
                    api.getInquiryResultWithResponseSpec(pull.uketsukeBango(), headers.ifId(), headers.requestId(), headers.issue(),
                            headers.userId(), headers.gyomuId()).body(byte[].class));
            return new Pulled(pull.asked(), json.readValue(body, InquiryResult.class), body);
        });
    }

    public NetworkHealth getNetworkHealth() {
        return calls.call(PEER, () -> present(api.getNetworkHealth("IF_SYM_20212", UUID.randomUUID().toString())));
    }

    private static <T> T present(@org.jspecify.annotations.Nullable T body) {
        if (body == null) {
            throw new RestClientException("empty body");
        }
        return Objects.requireNonNull(body);
    }
}
