package jp.todoke.benefits.simulations;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import jp.todoke.api.simulations.api.SimulationsApi;
import jp.todoke.api.simulations.model.PaymentCalendar;
import jp.todoke.api.simulations.model.PaymentCalendarRequest;
import jp.todoke.api.simulations.model.SimulationAnswer;
import jp.todoke.api.simulations.model.SimulationRequest;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.Tracing;
import jp.todoke.guard.CheckedBody;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** The simulations API of specs/api/simulations.yaml. Answers are written to the response as they come, so there is no entity to hand back. */
@RestController
class SimulationsController implements SimulationsApi {
    private final Simulations simulations;
    private final Batches batches;
    private final PaymentCalendars calendars;
    private final JsonMapper json;
    private final HttpServletResponse response;

    SimulationsController(Simulations simulations, Batches batches, PaymentCalendars calendars, JsonMapper json,
            HttpServletResponse response) {
        this.simulations = simulations;
        this.batches = batches;
        this.calendars = calendars;
        this.json = json;
        this.response = response;
    }

    @Override
    public @Nullable ResponseEntity<SimulationAnswer> simulate(SimulationRequest request, String trace) {
        CheckedBody body = CheckedBody.current();
        Simulations.Case accepted = simulations.accept(request, body.violations());
        Tracing tracing = tracing(trace);
        Decision decision = simulations.decide(accepted, tracing);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        try (JsonGenerator generator = json.createGenerator(response.getOutputStream())) {
            AnswerDocument.write(generator, request.getProgramme(), decision, body.unknownFields(), tracing == Tracing.ON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return null;
    }

    @Override
    public @Nullable ResponseEntity<Resource> simulateBatch(Resource body, String trace) {
        try (InputStream in = body.getInputStream()) {
            batches.answer(in, tracing(trace), () -> {
                response.setContentType("application/x-ndjson");
                return response.getOutputStream();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return null;
    }

    @Override
    public ResponseEntity<PaymentCalendar> planPaymentCalendar(PaymentCalendarRequest request) {
        return ResponseEntity.ok(calendars.plan(request, CheckedBody.current()));
    }

    private static Tracing tracing(String trace) {
        return trace.equals("none") ? Tracing.OFF : Tracing.ON;
    }
}
