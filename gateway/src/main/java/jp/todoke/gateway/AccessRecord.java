package jp.todoke.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.todoke.contracts.Match;
import jp.todoke.telemetry.Work;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.CloseNowException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The outermost filter: gives each request its correlation id, answers what nobody else caught, and writes the access
 * record. Path, query and bodies stay out of the record, since they may name a person; the operation says enough.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class AccessRecord extends OncePerRequestFilter {
    static final String CORRELATION_HEADER = "X-Correlation-Id";
    /** Digits alone could be the number of a person, and the id goes into the log. */
    private static final Pattern SAFE_ID = Pattern.compile("(?![0-9]+$)[A-Za-z0-9._-]{1,64}");
    private static final Pattern TOKEN_PARAMETER = Pattern.compile("(^|&)(access_token|access%5ftoken)(=|&|$)", Pattern.CASE_INSENSITIVE);
    private static final Logger access = LoggerFactory.getLogger("jp.todoke.access");
    private static final Logger log = LoggerFactory.getLogger(AccessRecord.class);

    private final Envelopes envelopes;

    AccessRecord(Envelopes envelopes) {
        this.envelopes = envelopes;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException {
        long begin = System.nanoTime();
        String correlationId = correlationId(request.getHeader(CORRELATION_HEADER));
        Work.correlatedBy(correlationId);
        request.setAttribute(Work.CORRELATION_ID, correlationId);
        response.setHeader(CORRELATION_HEADER, correlationId);
        try {
            if (request.getQueryString() != null && TOKEN_PARAMETER.matcher(request.getQueryString()).find()) {
                throw Refusal.tokenInQuery();
            }
            if (Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION)).size() > 1) {
                // Two readers could believe two tokens.
                throw Refusal.malformed();
            }
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            Refusal refusal = refusal(e);
            if (response.isCommitted() && refusal.status() >= 500) {
                // To return would end the answer in good order, as if it were whole; this breaks the connection off.
                throw new CloseNowException();
            }
            envelopes.write(refusal, request, response);
        } finally {
            if (!OperationTable.isHealth(request)) {
                String operation = operation(request);
                access.atInfo().addKeyValue("http.request.method", request.getMethod())
                        .addKeyValue("http.response.status_code", response.getStatus())
                        .addKeyValue("event.duration", System.nanoTime() - begin).log("{} {}", operation, response.getStatus());
            }
            Work.end();
        }
    }

    /** What became of a request that ended in an exception. Its message may quote data: only classes are logged. */
    static Refusal refusal(Throwable thrown) {
        boolean behind = false;
        boolean unreached = false;
        boolean late = false;
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof Refusal refusal) {
                return refusal;
            }
            if (each instanceof InvalidParameterException || each instanceof ClientAbortException) {
                return logged(Refusal.malformed(), thrown);
            }
            // To check a token is part of no operation: whatever kept it from being checked, nothing was done.
            unreached |= each instanceof AuthenticationServiceException || each instanceof ConnectException
                    || each instanceof UnknownHostException || each instanceof ConnectTimeoutException
                    || each instanceof ConnectionRequestTimeoutException;
            late |= each instanceof SocketTimeoutException;
            behind |= each instanceof ResourceAccessException || each instanceof ServiceFailure;
        }
        if (unreached) {
            return logged(Refusal.unavailable(), thrown);
        }
        if (late) {
            return logged(Refusal.timeout(), thrown);
        }
        return logged(behind ? Refusal.lost() : Refusal.unexpected(), thrown);
    }

    private static Refusal logged(Refusal refusal, Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        log.warn("{}: {} (cause {})", refusal.code(), thrown.getClass().getName(), cause.getClass().getName());
        return refusal;
    }

    private static String operation(HttpServletRequest request) {
        return request.getAttribute(Gate.MATCH) instanceof Match match ? match.operation().id() : "-";
    }

    private static String correlationId(@Nullable String sent) {
        return sent != null && SAFE_ID.matcher(sent).matches() ? sent : UUID.randomUUID().toString();
    }
}
