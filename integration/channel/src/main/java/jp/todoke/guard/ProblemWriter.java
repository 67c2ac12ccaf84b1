package jp.todoke.guard;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.MDC;
import tools.jackson.databind.json.JsonMapper;

/** Writes a {@link Problem} as application/problem+json. */
final class ProblemWriter {
    static final String MEDIA_TYPE = "application/problem+json";

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    void write(Problem problem, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        if (problem.status() == 401) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        byte[] body = json.writeValueAsBytes(members(problem));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    static Map<String, Object> members(Problem problem) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "about:blank");
        members.put("title", problem.title());
        members.put("status", problem.status());
        members.put("code", problem.code());
        String correlationId = MDC.get(RequestLog.CORRELATION_ID);
        if (correlationId != null) {
            members.put("correlationId", correlationId);
        }
        if (!problem.errors().isEmpty() || problem.status() == 400) {
            members.put("errors", List.copyOf(problem.errors()));
        }
        members.putAll(problem.members());
        return members;
    }
}
