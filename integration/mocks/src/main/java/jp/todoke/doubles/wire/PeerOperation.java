package jp.todoke.doubles.wire;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** One operation of a peer's contract; a mapping names it as its transformer by {@code <peer>-<operationId>}. */
public abstract class PeerOperation implements ResponseDefinitionTransformerV2 {

    private final String name;
    private final String title;

    protected PeerOperation(String peer, String operationId, String title) {
        this.name = peer + "-" + operationId;
        this.title = title;
    }

    /** The peer's answer; throws {@link Refusal} for everything that the peer does not accept. */
    protected abstract Reply answer(PeerRequest request);

    /** How this peer writes a refusal. */
    protected Reply refuse(Refusal refusal, PeerRequest request) {
        return refusal.envelope(title, request.path());
    }

    @Override
    public final ResponseDefinition transform(ServeEvent event) {
        ResponseDefinition response = answered(event);
        RequestLine.print(name, event.getRequest(), response.getStatus());
        return response;
    }

    private ResponseDefinition answered(ServeEvent event) {
        Scenario scenario;
        try {
            scenario = Scenario.named(event.getRequest().getHeader(Scenario.HEADER));
        } catch (IllegalArgumentException unknown) {
            PeerRequest plain = new PeerRequest(event.getRequest(), Scenario.NONE);
            Refusal refusal = Refusal.invalid(
                    List.of(Refusal.Fault.notAllowed(Scenario.HEADER, "outage-503-html, reset, slow-31s, truncated-json, another-person")));
            return write(refusal.envelope(title, plain.path()), plain, Scenario.NONE);
        }
        if (scenario.happensBeforeTheAnswer()) {
            return scenario.insteadOfAnAnswer();
        }
        PeerRequest request = new PeerRequest(event.getRequest(), scenario);
        try {
            Reply reply = answer(request);
            // A scenario asked for by header goes before the one that a person's data ask for.
            return write(reply, request, scenario == Scenario.NONE ? reply.spoiltBy() : scenario);
        } catch (Refusal refusal) {
            return write(refuse(refusal, request), request, scenario);
        } catch (RuntimeException unexpected) {
            // Class and place only: a message could quote the request.
            System.err.println(name + " failed: " + unexpected.getClass().getName()
                    + Arrays.stream(unexpected.getStackTrace()).limit(5).map(frame -> "\n    at " + frame).collect(Collectors.joining()));
            return write(refuse(Refusal.unexpected(), request), request, scenario);
        }
    }

    private static ResponseDefinition write(Reply reply, PeerRequest request, Scenario scenario) {
        if (scenario.happensBeforeTheAnswer()) {
            return scenario.insteadOfAnAnswer();
        }
        ResponseDefinitionBuilder response = new ResponseDefinitionBuilder().withStatus(scenario.status(reply.status()))
                .withHeader("Content-Type", "application/json").withHeader("X-Request-Hash", sha512(request.body()))
                .withBody(scenario.body(Json.MAPPER.writeValueAsString(reply.body())));
        String requestId = request.header("X-Request-Id");
        if (requestId != null) {
            response.withHeader("X-Request-Id", requestId);
        }
        reply.headers().forEach(response::withHeader);
        int delay = scenario.delayMillis(reply.delayMillis());
        if (delay > 0) {
            response.withFixedDelay(delay);
        }
        return response.build();
    }

    private static String sha512(byte[] body) {
        return HexFormat.of().formatHex(Digests.sha512(body));
    }

    @Override
    public final String getName() {
        return name;
    }

    @Override
    public final boolean applyGlobally() {
        return false;
    }
}
