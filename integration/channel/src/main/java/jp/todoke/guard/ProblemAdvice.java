package jp.todoke.guard;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import jp.todoke.guard.Problem.FieldError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns what a controller throws into a problem. Texts of foreign exceptions never leave: they may quote the request. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemAdvice {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemWriter problems;

    ProblemAdvice(ProblemWriter problems) {
        this.problems = problems;
    }

    /** The caller has gone: there is nobody to answer, and nothing is wrong here. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void leave() {
        log.info("the caller has gone before the end of the answer");
    }

    @ExceptionHandler(Throwable.class)
    void handle(Throwable thrown, HttpServletResponse response) throws IOException {
        problems.write(problem(thrown), response);
    }

    static Problem problem(Throwable thrown) {
        return switch (thrown) {
            case Problem problem -> problem;
            case MissingRequestHeaderException missing when "If-Match".equalsIgnoreCase(missing.getHeaderName()) ->
                Problem.preconditionRequired();
            case MethodArgumentTypeMismatchException mismatch ->
                Problem.invalid(List.of(new FieldError("/query/" + mismatch.getName(), "TYPE", "決められた形式で指定してください。")));
            case HttpMessageNotReadableException unreadable when unreadable.getCause() instanceof Problem problem -> problem;
            case HttpMessageNotReadableException unreadable ->
                Problem.invalid(List.of(new FieldError("", "SYNTAX", "本文を読み取れません。仕様書に示された形で指定してください。")));
            case AccessDeniedException denied -> Problem.forbidden("FORBIDDEN", "この操作を行う権限がありません。");
            case AuthenticationException unauthenticated -> Problem.unauthorized();
            case CannotCreateTransactionException away -> databaseAway(away);
            // The end of a transaction whose connection is gone: its driver gives no state that could be translated.
            case TransactionSystemException away -> databaseAway(away);
            case DataAccessResourceFailureException away -> databaseAway(away);
            case TransientDataAccessResourceException away -> databaseAway(away);
            case ConcurrencyFailureException conflict -> Problem.conflict("CONCURRENT_CHANGE", "他の処理と重なりました。もう一度操作してください。");
            case ErrorResponse refused when refused.getStatusCode().is4xxClientError() -> refused(refused.getStatusCode());
            default -> RequestLog.unexpected(thrown);
        };
    }

    /** The other side is down. Its connection may have broken in the commit: then nobody knows yet whether the command was carried out. */
    private static Problem databaseAway(Exception away) {
        log.error("the database does not answer ({})", away.getClass().getName());
        return Problem.of(503, "DATABASE_UNAVAILABLE",
                "ただいま処理できません。処理が行われたかどうかは分かりません。しばらくしてから、同じ Idempotency-Key で同じ内容を送信し直してください。");
    }

    private static Problem refused(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> Problem.notFound();
            case 400 -> Problem.invalid(List.of());
            default -> Problem.of(status.value(), "REFUSED", "この要求は受け付けられません。仕様書に示された方法で送信してください。");
        };
    }
}
