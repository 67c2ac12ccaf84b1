package jp.todoke.benefits.simulations;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import jp.todoke.api.simulations.model.SimulationRequest;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.Tracing;
import jp.todoke.contracts.Contract;
import jp.todoke.contracts.Operation;
import jp.todoke.guard.CheckedBody;
import jp.todoke.guard.Problem;
import jp.todoke.guard.Problem.FieldError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** One line of a batch: held to the same contract as a single simulation, and answered with the same document or problem. */
@Component
final class BatchLine {
    /** As {@code x-max-bytes} of a single simulation. */
    static final int LONGEST = 2 * 1024 * 1024;
    private static final long MOST_CHILD_MONTHS_AHEAD = 2_000;
    private static final int TOO_LARGE = 413;
    private static final int FAULT = 500;
    private static final Logger log = LoggerFactory.getLogger(BatchLine.class);

    private final Contract contract;
    private final Operation simulate;
    private final Simulations simulations;
    private final JsonMapper json;

    BatchLine(Contract contract, Simulations simulations, JsonMapper json) {
        this.contract = contract;
        this.simulate = contract.operations().stream().filter(operation -> operation.id().equals("simulate")).findFirst().orElseThrow();
        this.simulations = simulations;
        this.json = json;
    }

    sealed interface Answer {
    }

    /** JSON, ready to be sent. */
    record Written(byte[] json) implements Answer {}

    /** Accepted and not yet decided: its answer is too long to wait in memory for its turn. */
    final class Postponed implements Answer {
        private final Simulations.Case accepted;
        private final List<FieldError> unknownFields;
        private final Tracing tracing;

        private Postponed(Simulations.Case accepted, List<FieldError> unknownFields, Tracing tracing) {
            this.accepted = accepted;
            this.unknownFields = unknownFields;
            this.tracing = tracing;
        }

        void writeTo(OutputStream out) throws IOException {
            Decision decision;
            try {
                decision = simulations.decide(accepted, tracing);
            } catch (RuntimeException e) {
                out.write(refused(e));
                return;
            }
            document(accepted, decision, unknownFields, tracing, out);
        }
    }

    Answer answer(byte[] line, Tracing tracing) {
        try {
            if (line.length > LONGEST) {
                throw Problem.of(TOO_LARGE, "TOO_LARGE", "一行の大きさは " + LONGEST + " バイトまでです。");
            }
            CheckedBody body = CheckedBody.read(contract, simulate, line);
            Simulations.Case accepted = simulations.accept(body.bind(json, SimulationRequest.class), body.violations());
            if (accepted.childMonths() > MOST_CHILD_MONTHS_AHEAD) {
                return new Postponed(accepted, body.unknownFields(), tracing);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
            document(accepted, simulations.decide(accepted, tracing), body.unknownFields(), tracing, out);
            return new Written(out.toByteArray());
        } catch (RuntimeException e) {
            return new Written(refused(e));
        }
    }

    private void document(Simulations.Case accepted, Decision decision, List<FieldError> unknownFields, Tracing tracing, OutputStream out) {
        try (JsonGenerator generator = json.createGenerator(out)) {
            generator.configure(StreamWriteFeature.AUTO_CLOSE_TARGET, false);
            AnswerDocument.write(generator, accepted.request().getProgramme(), decision, unknownFields, tracing == Tracing.ON);
        }
    }

    /** One case that fails leaves the others alone. What it held stays out of the log. */
    private byte[] refused(RuntimeException e) {
        if (e instanceof Problem problem) {
            return json.writeValueAsBytes(problem.document());
        }
        StackTraceElement[] places = e.getStackTrace();
        log.error("unexpected {} at {}", e.getClass().getName(), places.length == 0 ? "-" : places[0]);
        return json.writeValueAsBytes(Problem.of(FAULT, "UNEXPECTED", "この行の処理中に予期しない問題が起きました。").document());
    }
}
