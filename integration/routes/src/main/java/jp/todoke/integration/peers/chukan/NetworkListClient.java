package jp.todoke.integration.peers.chukan;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import jp.todoke.integration.inquiry.comparison.NetworkRequest;
import jp.todoke.integration.peers.PeerCalls;
import jp.todoke.integration.peers.PeerHttp;
import jp.todoke.integration.peers.PeerProperties;
import jp.todoke.integration.peers.PeerUnreachable;
import jp.todoke.integration.peers.auth.BearerToken;
import jp.todoke.integration.peers.auth.PeerTokens;
import jp.todoke.integration.peers.chukan.NetworkListMessages.InquiriesPull;
import jp.todoke.integration.peers.chukan.NetworkListMessages.InquiriesPulled;
import jp.todoke.integration.peers.chukan.NetworkListMessages.MastersPull;
import jp.todoke.integration.peers.chukan.NetworkListMessages.MastersPulled;
import jp.todoke.peers.chukan.ApiClient;
import jp.todoke.peers.chukan.api.ChukanApi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lists of the client generated from specs/peers/chukan.yaml, with a token that can read and nothing else. */
@Component
public class NetworkListClient {
    private static final String PEER = "chukan";
    private static final String SCOPE = "032:chukan/inquiries:Read";

    private final ChukanApi api;
    private final PeerCalls calls;

    NetworkListClient(PeerHttp http, PeerProperties properties, PeerTokens tokens, PeerCalls calls) {
        this.api = new ChukanApi(
                new ApiClient(http.to(PEER, properties.chukan().url()).requestInterceptor(new BearerToken(tokens, SCOPE)).build()));
        this.calls = calls;
    }

    public InquiriesPulled listInquiries(InquiriesPull pull) {
        NetworkRequest.ListInquiries asked = pull.asked();
        return new InquiriesPulled(asked, present(() -> api.listInquiries(asked.askerKikanCd(), utc(asked.from()), utc(asked.to()),
                asked.limit(), pull.ifId(), asked.requestId().toString(), pull.officer(), null, asked.after())));
    }

    public MastersPulled listMasterChanges(MastersPull pull) {
        NetworkRequest.ListMasterChanges asked = pull.asked();
        Instant since = asked.since();
        return new MastersPulled(asked, present(() -> api.listMasterChanges(asked.askerKikanCd(), asked.limit(), pull.ifId(),
                asked.requestId().toString(), pull.officer(), since == null ? null : utc(since), asked.after())));
    }

    private <T> T present(Supplier<@Nullable T> operation) {
        T body = calls.call(PEER, operation);
        if (body == null) {
            throw new PeerUnreachable("UNREADABLE");
        }
        return body;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
