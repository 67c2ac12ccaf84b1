package jp.todoke.gateway;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import jp.todoke.telemetry.Work;
import org.slf4j.MDC;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the container refuses by itself, such as a method that it does not serve, is answered in our envelope too. */
@Controller
final class ContainerErrors implements ErrorController {
    private final Envelopes envelopes;

    ContainerErrors(Envelopes envelopes) {
        this.envelopes = envelopes;
    }

    @RequestMapping("/error")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : response.getStatus();
        String known = response.getHeader(AccessRecord.CORRELATION_HEADER);
        String correlationId = known == null ? UUID.randomUUID().toString() : known;
        response.setHeader(AccessRecord.CORRELATION_HEADER, correlationId);
        try (var _ = MDC.putCloseable(Work.CORRELATION_ID, correlationId)) {
            envelopes.write(Refusal.ofContainer(status), request, response);
        }
    }
}
