package jp.todoke.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.todoke.contracts.Match;
import jp.todoke.contracts.Operation.Envelope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a refusal in the envelope of the operation, or of the path where no operation was found. */
@Component
final class Envelopes {
    private static final String APP_SUBMIT = "/app_submit/";
    private static final String APP_SUBMIT_TITLE = "庁内データ連携";

    private final JsonMapper json;

    Envelopes(JsonMapper json) {
        this.json = json;
    }

    void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        // What a service had said of an answer that did not come, its length and coding, must not be said of this one.
        String correlationId = response.getHeader(AccessRecord.CORRELATION_HEADER);
        response.reset();
        response.setHeader(AccessRecord.CORRELATION_HEADER, correlationId);
        response.setStatus(refusal.status());
        response.setHeader("Cache-Control", "no-store");
        if (refusal.status() == 401) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        Integer retryAfter = refusal.retryAfter();
        if (retryAfter != null) {
            response.setHeader("Retry-After", retryAfter.toString());
        }
        if (envelope(request) == Envelope.PROBLEM) {
            write(response, "application/problem+json", json.writeValueAsBytes(problem(refusal, correlationId)));
        } else if (refusal.status() == 504) {
            // 別紙7-2: a time-out is answered with 5xx and not with JSON.
            write(response, "text/plain;charset=UTF-8", refusal.title().getBytes(StandardCharsets.UTF_8));
        } else {
            write(response, "application/json", json.writeValueAsBytes(appSubmit(refusal, request)));
        }
    }

    /** For what is refused before any filter runs, where request and response are not ours yet. */
    byte[] problemOf(Refusal refusal, String correlationId) {
        return json.writeValueAsBytes(problem(refusal, correlationId));
    }

    private static void write(HttpServletResponse response, String type, byte[] body) throws IOException {
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    private static Envelope envelope(HttpServletRequest request) {
        if (request.getAttribute(Gate.MATCH) instanceof Match match) {
            return match.operation().envelope();
        }
        return request.getRequestURI().startsWith(APP_SUBMIT) ? Envelope.APP_SUBMIT : Envelope.PROBLEM;
    }

    private static Map<String, Object> problem(Refusal refusal, @Nullable String correlationId) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", refusal.title());
        problem.put("status", refusal.status());
        problem.put("code", refusal.code());
        if (correlationId != null) {
            problem.put("correlationId", correlationId);
        }
        if (refusal.status() == 400) {
            problem.put("errors", List.of());
        }
        return problem;
    }

    private static Map<String, Object> appSubmit(Refusal refusal, HttpServletRequest request) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("title", APP_SUBMIT_TITLE);
        answer.put("detail", refusal.status() >= 500 ? "想定外のエラーが発生しました。" : refusal.title());
        answer.put("_links", Map.of("self", Map.of("href", request.getRequestURI())));
        return answer;
    }
}
