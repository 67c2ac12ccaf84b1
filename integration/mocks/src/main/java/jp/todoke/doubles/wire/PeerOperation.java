package jp.todoke.doubles.wire;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One operation of a peer's contract; a mapping names it as its transformer by {@code <peer>-<operationId>}. */
public abstract class PeerOperation implements ResponseDefinitionTransformerV2 {

    private final String peer;
    private final String name;
    private final String title;
    private Conduct conduct = Conduct.NOBODY;

    protected PeerOperation(String peer, String operationId, String title) {
        this.peer = peer;
        this.name = peer + "-" + operationId;
        this.title = title;
    }

    /** Before the first request. */
    public final void under(Conduct whoever) {
        this.conduct = whoever;
    }

    /** What was remembered of requests is gone, as in a process that starts anew. */
    public void forget() {
        // Most operations remember nothing.
    }

    /** The peer's answer; throws {@link Refusal} for everything that the peer does not accept. */
    protected abstract Reply answer(PeerRequest request);

    /** How this peer writes a refusal. */
    protected Reply refuse(Refusal refusal, PeerRequest request) {
        return refusal.envelope(title, request.path());
    }

    /** 宛名番号 of the person that a request is about. */
    protected @Nullable String person(PeerRequest request) {
        String type = request.header("Content-Type");
        JsonNode json = type != null && type.startsWith("application/json") ? request.json() : null;
        return json == null ? null : json.path("atenabango").asString(null);
    }

    @Override
    public final ResponseDefinition transform(ServeEvent event) {
        PeerRequest request = new PeerRequest(event.getRequest(), this);
        Answered answered;
        try {
            Scenario asked = Scenario.named(request.header(Scenario.HEADER));
            request.ruled(asked == Scenario.NONE ? conduct.on(request) : new Conduct.Ruling(asked, null, 0));
            answered = answered(request);
        } catch (IllegalArgumentException unknown) {
            Refusal refusal = Refusal.invalid(List.of(Refusal.Fault.notAllowed(Scenario.HEADER, Scenario.LABELS)));
            answered = new Answered(write(refusal.envelope(title, request.path()), request, Scenario.NONE), Scenario.NONE, false);
        }
        conduct.passed(
                new Conduct.Passed(request, answered.scenario(), answered.response().getStatus(), answered.taken()));
        return answered.response();
    }

    private record Answered(ResponseDefinition response, Scenario scenario, boolean taken) {}

    private Answered answered(PeerRequest request) {
        Scenario scenario = request.scenario();
        if (scenario.happensBeforeTheAnswer()) {
            return new Answered(scenario.insteadOfAnAnswer(), scenario, false);
        }
        Reply reply;
        try {
            scenario.refuse();
            reply = answer(request);
        } catch (Refusal refusal) {
            return new Answered(write(refuse(refusal, request), request, scenario), scenario, false);
        } catch (RuntimeException unexpected) {
            // Class and place only: a message could quote the request.
            System.err.println(name + " failed: " + unexpected.getClass().getName()
                    + Arrays.stream(unexpected.getStackTrace()).limit(5).map(frame -> "\n    at " + frame).collect(Collectors.joining()));
            return new Answered(write(refuse(Refusal.unexpected(), request), request, scenario), scenario, false);
        }
        // What was asked for goes before what a person's data ask for.
        Scenario spoilt = scenario == Scenario.NONE ? reply.spoiltBy() : scenario;
        boolean taken = reply.status() / 100 == 2 && !spoilt.happensBeforeTheAnswer();
        ResponseDefinition response = spoilt == Scenario.ANSWER_LOST ? spoilt.insteadOfAnAnswer() : write(reply, request, spoilt);
        return new Answered(response, spoilt, taken);
    }

    private static ResponseDefinition write(Reply reply, PeerRequest request, Scenario scenario) {
        if (scenario.happensBeforeTheAnswer()) {
            return scenario.insteadOfAnAnswer();
        }
        ResponseDefinitionBuilder response = new ResponseDefinitionBuilder().withStatus(scenario.status(reply.status()))
                .withHeader("X-Request-Hash", sha512(request.body()));
        if (reply.body() instanceof byte[] content) {
            response.withBody(scenario.body(content));
        } else {
            response.withBody(scenario.body(text(reply.body())));
        }
        if (!reply.headers().containsKey("Content-Type")) {
            response.withHeader("Content-Type", "application/json");
        }
        String requestId = request.header("X-Request-Id");
        if (requestId != null) {
            response.withHeader("X-Request-Id", requestId);
        }
        reply.headers().forEach(response::withHeader);
        int delay = scenario.delayMillis(reply.delayMillis() + request.delayMillis());
        if (delay > 0) {
            response.withFixedDelay(delay);
        }
        return response.build();
    }

    private static String text(Object body) {
        return body instanceof String lines ? lines : Json.MAPPER.writeValueAsString(body);
    }

    private static String sha512(byte[] body) {
        return HexFormat.of().formatHex(Digests.sha512(body));
    }

    public final String peer() {
        return peer;
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
