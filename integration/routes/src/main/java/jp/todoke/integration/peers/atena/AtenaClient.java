package jp.todoke.integration.peers.atena;

import java.util.function.Supplier;
import jp.todoke.integration.inquiry.Inquiry;
import jp.todoke.integration.peers.PeerAnswer;
import jp.todoke.integration.peers.PeerCalls;
import jp.todoke.integration.peers.PeerHttp;
import jp.todoke.integration.peers.PeerProperties;
import jp.todoke.integration.peers.PeerRejection;
import jp.todoke.integration.peers.PeerRequest;
import jp.todoke.integration.peers.PeerUnreachable;
import jp.todoke.integration.peers.auth.BearerToken;
import jp.todoke.integration.peers.auth.PeerTokens;
import jp.todoke.peers.atena.ApiClient;
import jp.todoke.peers.atena.api.AtenaApi;
import jp.todoke.peers.atena.model.BasicInformationFound;
import jp.todoke.peers.atena.model.BasicQuery;
import jp.todoke.peers.atena.model.Numbered;
import jp.todoke.peers.atena.model.Numbering;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The client generated from specs/peers/atena.yaml, with token, time-outs and circuit breaker around it. */
@Component
public class AtenaClient {
    private static final String PEER = "atena";
    private static final String SCOPE = "031:app_submit/v10/jutogaishaatenabangofuban:Create"
            + " 031:app_submit/v10/jutogaishaatenakihonjohosyokai:Read";
    /** 排他: another officer has the record open; the code is our own assumption (OURS). */
    private static final String LOCKED = "N0423";

    private final AtenaApi api;
    private final PeerCalls calls;
    private final JsonMapper json;

    AtenaClient(PeerHttp http, PeerProperties properties, PeerTokens tokens, PeerCalls calls) {
        this.json = ApiClient.createDefaultMapper(null);
        this.api = new AtenaApi(
                new ApiClient(http.to(PEER, properties.atena().url()).requestInterceptor(new BearerToken(tokens, SCOPE)).build()));
        this.calls = calls;
    }

    public PeerAnswer<BasicInformationFound> findNonResident(PeerRequest<BasicQuery> query) {
        Inquiry asked = query.asked();
        return call(() -> PeerAnswer.read(asked,
                api.findNonResidentWithResponseSpec(asked.requestId().toString(), asked.occasion().caseNumber(),
                        asked.occasion().officer(), asked.occasion().gyomuId(), query.body()),
                body -> read(body, BasicInformationFound.class)));
    }

    public PeerAnswer<Numbered> assignNumber(PeerRequest<Numbering> request) {
        Inquiry asked = request.asked();
        return call(() -> PeerAnswer.read(asked,
                api.assignNumberWithResponseSpec(asked.requestId().toString(), asked.occasion().caseNumber(),
                        asked.occasion().officer(), asked.occasion().gyomuId(), request.body()),
                body -> read(body, Numbered.class)));
    }

    /** A record that somebody else has open is no refusal: it is closed some time. */
    private <T> T call(Supplier<T> operation) {
        try {
            return calls.call(PEER, operation);
        } catch (PeerRejection refusal) {
            if (refusal.code().equals(LOCKED)) {
                throw new PeerUnreachable("LOCKED");
            }
            throw refusal;
        }
    }

    /** Without {@code result} nothing was said: above all not that nobody was found, for then a number would be given. */
    private <T> T read(byte[] body, Class<T> type) {
        JsonNode tree = json.readTree(body);
        if (!tree.path("result").isArray()) {
            throw new PeerUnreachable("UNREADABLE");
        }
        return json.treeToValue(tree, type);
    }
}
