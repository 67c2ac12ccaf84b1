package jp.todoke.integration.peers;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.cloud.client.circuitbreaker.CircuitBreakerFactory;
import org.springframework.stereotype.Component;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls a peer behind its circuit breaker, one per peer and not per operation, and sorts what may go wrong: refusals of the
 * peer, transport trouble, and everything else, which is a fault of ours and stays what it is.
 */
@Component
public class PeerCalls {
    /** Token not taken, too many requests: not a refusal of what was asked. */
    private static final Set<Integer> SAYS_NOTHING_OF_THE_REQUEST = Set.of(401, 429);

    /** 呼出し過多による遮断: we asked too often, and nothing is said of what was asked. */
    private static final String BLOCKED = "1000";

    private final CircuitBreakerFactory<?, ?> breakers;
    private final JsonMapper json;

    PeerCalls(CircuitBreakerFactory<?, ?> breakers, JsonMapper json) {
        this.breakers = breakers;
        this.json = json;
    }

    public <T> T call(String peer, Supplier<T> operation) {
        return breakers.create(peer).run(operation, failure -> {
            throw sorted(failure);
        });
    }

    private RuntimeException sorted(Throwable failure) {
        return switch (failure) {
            case PeerUnreachable known -> known;
            case RestClientException large when large.getMostSpecificCause() instanceof BoundedAnswer.TooLarge ->
                new PeerRejection(HttpStatus.CONTENT_TOO_LARGE.value(), "ANSWER_TOO_LARGE");
            case HttpClientErrorException refused when SAYS_NOTHING_OF_THE_REQUEST.contains(refused.getStatusCode().value()) ->
                new PeerUnreachable(
                        "HTTP_" + refused.getStatusCode().value());
            case HttpClientErrorException refused when code(refused).equals(BLOCKED) -> new PeerUnreachable("BLOCKED");
            case HttpClientErrorException refused -> new PeerRejection(refused.getStatusCode().value(), code(refused));
            case RestClientResponseException status -> new PeerUnreachable("HTTP_" + status.getStatusCode().value());
            case ResourceAccessException _ -> new PeerUnreachable("NO_RESPONSE");
            case RestClientException _ -> new PeerUnreachable("UNREADABLE");
            case JacksonException _ -> new PeerUnreachable("UNREADABLE");
            case CallNotPermittedException _ -> new PeerUnreachable("BREAKER_OPEN");
            case RuntimeException fault -> fault;
            default -> new IllegalStateException(failure);
        };
    }

    /** The code alone: the message of a peer may quote what was sent. */
    private String code(HttpClientErrorException refused) {
        String status = "HTTP_" + refused.getStatusCode().value();
        try {
            String code = json.readTree(refused.getResponseBodyAsByteArray()).at("/errors/0/code").asString(status);
            return code.matches("[0-9A-Za-z_]{1,20}") ? code : status;
        } catch (JacksonException e) {
            return status;
        }
    }
}
