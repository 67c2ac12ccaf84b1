package jp.todoke.integration.peers.togo;

import java.util.function.Supplier;
import jp.todoke.integration.peers.PeerCalls;
import jp.todoke.integration.peers.PeerHttp;
import jp.todoke.integration.peers.PeerProperties;
import jp.todoke.integration.peers.PeerUnreachable;
import jp.todoke.integration.peers.auth.BearerToken;
import jp.todoke.integration.peers.auth.PeerTokens;
import jp.todoke.integration.peers.togo.TogoMessages.Accepted;
import jp.todoke.integration.peers.togo.TogoMessages.Change;
import jp.todoke.integration.peers.togo.TogoMessages.Registration;
import jp.todoke.peers.togo.ApiClient;
import jp.todoke.peers.togo.api.TogoApi;
import jp.todoke.peers.togo.model.IntegratedPersonAccepted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The client generated from specs/peers/togo.yaml, with token, time-outs and circuit breaker around it. */
@Component
public class TogoClient {
    private static final String PEER = "togo";
    private static final String SCOPE = "032:togoatena/numbers:Create 032:togoatena/numbers:Delete 032:togoatena/numbers:Update";

    private final TogoApi api;
    private final PeerCalls calls;

    TogoClient(PeerHttp http, PeerProperties properties, PeerTokens tokens, PeerCalls calls) {
        this.api = new TogoApi(
                new ApiClient(http.to(PEER, properties.togo().url()).requestInterceptor(new BearerToken(tokens, SCOPE)).build()));
        this.calls = calls;
    }

    public Accepted registerIntegratedPerson(Registration registration) {
        IntegratedPerson asked = registration.asked();
        return accepted(asked, () -> api.registerIntegratedPerson(asked.id().toString(), asked.occasion().caseNumber(),
                asked.occasion().officer(), asked.occasion().gyomuId(), registration.body()));
    }

    public Accepted changeIntegratedPerson(Change change) {
        IntegratedPerson asked = change.asked();
        return accepted(asked, () -> api.changeIntegratedPerson(asked.atenabango(), asked.id().toString(), asked.occasion().caseNumber(),
                asked.occasion().officer(), asked.occasion().gyomuId(), change.body()));
    }

    public Accepted removeIntegratedPerson(IntegratedPerson asked) {
        return accepted(asked, () -> api.removeIntegratedPerson(asked.atenabango(), asked.id().toString(), asked.occasion().caseNumber(),
                asked.occasion().officer(), asked.occasion().gyomuId(), asked.municipality().code()));
    }

    private Accepted accepted(IntegratedPerson asked, Supplier<@Nullable IntegratedPersonAccepted> operation) {
        IntegratedPersonAccepted answer = calls.call(PEER, operation);
        if (answer == null) {
            throw new PeerUnreachable("UNREADABLE");
        }
        return new Accepted(asked, answer);
    }
}
