package jp.todoke.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.todoke.guard.Problem.FieldError;
import jp.todoke.telemetry.Work;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The outermost filter: gives each request its correlation id, answers what nobody else caught, and writes the access
 * record. Path and query stay out of the record, since they may name a person; the operation says enough.
 */
final class RequestLog extends OncePerRequestFilter {
    static final String CORRELATION_HEADER = "X-Correlation-Id";
    /** Digits alone could be the number of a person, and the id goes into the log. */
    private static final Pattern SAFE_ID = Pattern.compile("(?![0-9]+$)[A-Za-z0-9._-]{1,64}");
    private static final Logger access = LoggerFactory.getLogger("jp.todoke.access");
    private static final Logger log = LoggerFactory.getLogger(RequestLog.class);

    private final ProblemWriter problems;

    RequestLog(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException {
        long begin = System.nanoTime();
        String correlationId = correlationId(request.getHeader(CORRELATION_HEADER));
        Work.correlatedBy(correlationId);
        request.setAttribute(Work.CORRELATION_ID, correlationId);
        response.setHeader(CORRELATION_HEADER, correlationId);
        try {
            if (Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION)).size() > 1) {
                // Two readers could believe two tokens.
                throw Problem.invalid(List.of(new FieldError("/header/Authorization", "TYPE", "一つだけ指定してください。")));
            }
            chain.doFilter(request, response);
        } catch (Problem problem) {
            problems.write(problem, response);
        } catch (AuthenticationServiceException e) {
            log.error("tokens cannot be checked: {}", e.getCause() == null ? e.getClass().getName() : e.getCause().getClass().getName());
            problems.write(Problem.of(503, "TOKENS_UNCHECKED", "ただいまトークンを確認できません。しばらくしてからもう一度送信してください。"), response);
        } catch (IOException | ServletException | RuntimeException e) {
            problems.write(unexpected(e), response);
        } finally {
            Object operation = orDash(request.getAttribute(Work.OPERATION));
            access.atInfo().addKeyValue("http.request.method", request.getMethod())
                    .addKeyValue("http.response.status_code", response.getStatus()).addKeyValue("event.duration", System.nanoTime() - begin)
                    .log("{} {}", operation, response.getStatus());
            Work.end();
        }
    }

    /** The message of a fault may quote data, so only its class and the place in our code are logged. */
    static Problem unexpected(Throwable fault) {
        Throwable cause = fault;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        log.error("unexpected {} (cause {}) at {}", fault.getClass().getName(), cause.getClass().getName(), place(cause));
        return Problem.of(500, "UNEXPECTED", "処理中に予期しない問題が起きました。時間をおいてやり直し、続くときは correlationId を添えてシステム担当に連絡してください。");
    }

    private static String place(Throwable cause) {
        for (StackTraceElement element : cause.getStackTrace()) {
            if (element.getClassName().startsWith("jp.todoke.")) {
                return element.toString();
            }
        }
        return cause.getStackTrace().length == 0 ? "-" : cause.getStackTrace()[0].toString();
    }

    private static String correlationId(@Nullable String sent) {
        return sent != null && SAFE_ID.matcher(sent).matches() ? sent : UUID.randomUUID().toString();
    }

    private static Object orDash(@Nullable Object value) {
        return value == null ? "-" : value;
    }
}
