package jp.todoke.integration.peers.auth;

import java.io.IOException;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Adds the access token, in the header and nowhere else. A 401 is met once with a fresh token: requests carry their
 * idempotency key, so the repetition does no harm.
 */
public final class BearerToken implements ClientHttpRequestInterceptor {
    private final PeerTokens tokens;
    private final String scope;

    /** @param scope all scopes of one provider system, separated by blanks */
    public BearerToken(PeerTokens tokens, String scope) {
        this.tokens = tokens;
        this.scope = scope;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
        String token = tokens.token(scope);
        request.getHeaders().setBearerAuth(token);
        ClientHttpResponse response = execution.execute(request, body);
        if (response.getStatusCode().value() != HttpStatus.UNAUTHORIZED.value()) {
            return response;
        }
        response.close();
        tokens.forget(scope, token);
        request.getHeaders().setBearerAuth(tokens.token(scope));
        return execution.execute(request, body);
    }
}
