package jp.todoke.integration.peers.myna;

import jp.todoke.integration.intake.portal.PortalRequest;
import jp.todoke.integration.peers.PeerCalls;
import jp.todoke.integration.peers.PeerHttp;
import jp.todoke.integration.peers.PeerProperties;
import jp.todoke.integration.peers.PeerUnreachable;
import jp.todoke.peers.myna.ApiClient;
import jp.todoke.peers.myna.api.MynaApi;
import jp.todoke.peers.myna.model.Applications;
import jp.todoke.peers.myna.model.Recorded;
import jp.todoke.peers.myna.model.Statuses;
import jp.todoke.tenancy.Municipality;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The client generated from specs/peers/myna.yaml, with login, time-outs and circuit breaker around it. */
@Component
public class MynaClient {
    private static final String PEER = "myna";

    /** Absent where no portal is configured. */
    private final @Nullable MynaApi api;
    private final MynaSessions sessions;
    private final PeerCalls calls;
    private final JsonMapper json;

    MynaClient(PeerHttp http, PeerProperties properties, MynaSessions sessions, PeerCalls calls) {
        PeerProperties.Peer portal = properties.myna();
        this.api = portal == null ? null : new MynaApi(new ApiClient(http.to(PEER, portal.url()).build()));
        this.json = ApiClient.createDefaultMapper(null);
        this.sessions = sessions;
        this.calls = calls;
    }

    private interface Call<T> {
        @Nullable
        T with(MynaApi api, String token);
    }

    public Applications listApplications(PortalRequest.ListApplications asked) {
        Boolean unread = asked.unreadOnly() ? Boolean.TRUE : null;
        return inSession(asked.municipality(), (portal, token) -> read(portal.listApplicationsWithResponseSpec(asked.requestId().toString(),
                token, asked.from(), asked.to(), null, unread, asked.after()), "applications", Applications.class));
    }

    public byte[] getApplication(PortalRequest.GetApplication asked) {
        return inSession(asked.municipality(), (portal, token) -> portal
                .getApplicationWithResponseSpec(asked.requestId().toString(), token, asked.uketsukeBango()).body(byte[].class));
    }

    public Statuses listStatuses(PortalRequest.ListStatuses asked) {
        return inSession(asked.municipality(),
                (portal, token) -> read(portal.listStatusesWithResponseSpec(asked.requestId().toString(), token, asked.uketsukeBango()),
                        "statuses", Statuses.class));
    }

    public Recorded recordStatus(MynaMapping.Report report) {
        PortalRequest.RecordStatus asked = report.asked();
        return inSession(asked.municipality(),
                (portal, token) -> portal.recordStatus(asked.requestId().toString(), token, asked.uketsukeBango(), report.body()));
    }

    /** A token that ended in the middle is met once with a fresh login. */
    private <T> T inSession(Municipality municipality, Call<T> call) {
        MynaApi portal = api;
        if (portal == null) {
            throw new PeerUnreachable("NOT_CONFIGURED");
        }
        return calls.call(PEER, () -> {
            String token = sessions.token(portal, municipality);
            try {
                return present(call.with(portal, token));
            } catch (HttpClientErrorException.Unauthorized ended) {
                sessions.forget(municipality, token);
                return present(call.with(portal, sessions.token(portal, municipality)));
            }
        });
    }

    /** The generated model has an empty list where the answer has none: a list that is not there is not an empty one. */
    private <T> T read(RestClient.ResponseSpec answer, String list, Class<T> type) {
        JsonNode tree = json.readTree(present(answer.body(byte[].class)));
        if (!tree.path(list).isArray()) {
            throw new RestClientException("no list");
        }
        return json.treeToValue(tree, type);
    }

    private static <T> T present(@Nullable T body) {
        if (body == null) {
            throw new RestClientException("empty body");
        }
        return body;
    }
}
