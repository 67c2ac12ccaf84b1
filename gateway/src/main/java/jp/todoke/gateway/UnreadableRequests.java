package jp.todoke.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Requests that Tomcat refuses before any filter sees them (a hidden slash, a broken line) get a problem as well, not a page. */
@Component
final class UnreadableRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final Envelopes envelopes;

    UnreadableRequests(Envelopes envelopes) {
        this.envelopes = envelopes;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> context.getParent().getPipeline().addValve(new Report(envelopes)));
    }

    private static final class Report extends ErrorReportValve {
        private final Envelopes envelopes;

        Report(Envelopes envelopes) {
            this.envelopes = envelopes;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            Refusal refusal = Refusal.ofContainer(response.getStatus());
            String correlationId = UUID.randomUUID().toString();
            try {
                response.setHeader(AccessRecord.CORRELATION_HEADER, correlationId);
                response.setStatus(refusal.status());
                response.setContentType("application/problem+json");
                byte[] body = envelopes.problemOf(refusal, correlationId);
                response.getOutputStream().write(body);
                response.finishResponse();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
