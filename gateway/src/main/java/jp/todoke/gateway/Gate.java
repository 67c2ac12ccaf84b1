package jp.todoke.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import jp.todoke.contracts.CheckDigits;
import jp.todoke.contracts.ContentType;
import jp.todoke.contracts.Match;
import jp.todoke.contracts.Operation;
import jp.todoke.telemetry.Work;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a request through to its route only if the contract lists its operation, its token has the operation's scope and
 * names a municipality, its caller does not ask too often, and its body is not too long. Runs behind authentication (order -100).
 */
@Component
@Order(-50)
final class Gate extends OncePerRequestFilter {
    static final String MATCH = Gate.class.getName() + ".match";
    static final String BELIEVED = Gate.class.getName() + ".believed";

    private final OperationTable operations;
    private final RateLimits limits;
    private final Envelopes envelopes;

    Gate(OperationTable operations, RateLimits limits, Envelopes envelopes) {
        this.operations = operations;
        this.limits = limits;
        this.envelopes = envelopes;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return OperationTable.isHealth(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            Optional<Match> found = operations.find(request);
            found.ifPresent(match -> remember(match, request));
            if (found.isPresent() && found.get().operation().isPublic()) {
                limits.spend(request.getRemoteAddr());
            } else {
                Token token = Token.of(SecurityContextHolder.getContext().getAuthentication());
                request.setAttribute(BELIEVED, true);
                limits.spend(token);
                authorize(token, found.orElseThrow(Refusal::notFound).operation(), request);
            }
            Operation operation = found.get().operation();
            if (request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
                throw Refusal.unsupportedEncoding();
            }
            ContentType type = ContentType.of(request.getContentType());
            if (sendsBody(request, type) && !operation.method().equals("GET") && !type.isTakenBy(operation)) {
                throw Refusal.unsupportedType(operation.requestTypes());
            }
            if (request.getContentLengthLong() > operation.maxBytes()) {
                throw Refusal.tooLarge(operation.maxBytes());
            }
            chain.doFilter(new LimitedRequest(request, operation.maxBytes()), response);
        } catch (Refusal refusal) {
            envelopes.write(refusal, request, response);
        }
    }

    private static boolean sendsBody(HttpServletRequest request, ContentType type) {
        return !type.isAbsent() || request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private static void remember(Match match, HttpServletRequest request) {
        request.setAttribute(MATCH, match);
        request.setAttribute(Work.OPERATION, match.operation().id());
        Work.doing(match.operation().id());
    }

    private static void authorize(Token token, Operation operation, HttpServletRequest request) {
        if (!token.scopes().contains(operation.scope())) {
            throw Refusal.missingScope(operation.scope());
        }
        if (operation.envelope() == Operation.Envelope.PROBLEM) {
            if (!CheckDigits.isMunicipality(token.municipality())) {
                throw Refusal.tenantMissing();
            }
            Work.of(token.municipality());
            request.setAttribute(Work.MUNICIPALITY, token.municipality());
        }
    }
}
