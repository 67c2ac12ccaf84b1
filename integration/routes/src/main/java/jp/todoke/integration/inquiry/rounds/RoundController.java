package jp.todoke.integration.inquiry.rounds;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import jp.todoke.api.rounds.api.RoundsApi;
import jp.todoke.api.rounds.model.InquiryRound;
import jp.todoke.api.rounds.model.RoundAnswer;
import jp.todoke.api.rounds.model.RoundError;
import jp.todoke.api.rounds.model.RoundInformation;
import jp.todoke.api.rounds.model.RoundProcedure;
import jp.todoke.api.rounds.model.RoundPurpose;
import jp.todoke.contracts.ContentType;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The rounds API of specs/api/rounds.yaml. Lists are written as they are read, so there is no entity to hand back. */
@RestController
class RoundController implements RoundsApi {
    private static final int ACCEPTED = 202;

    private final RoundUpload upload;
    private final Rounds rounds;
    private final RoundReports reports;
    private final JsonMapper json;
    private final HttpServletRequest request;
    private final HttpServletResponse response;

    RoundController(RoundUpload upload, Rounds rounds, RoundReports reports, JsonMapper json, HttpServletRequest request,
            HttpServletResponse response) {
        this.upload = upload;
        this.rounds = rounds;
        this.reports = reports;
        this.json = json;
        this.request = request;
        this.response = response;
    }

    @Override
    public ResponseEntity<InquiryRound> startInquiryRound(String idempotencyKey, RoundProcedure procedure, RoundInformation kind,
            RoundPurpose purpose, Resource body, @Nullable Integer year, @Nullable String providerMunicipality) {
        boolean csv = ContentType.of(request.getContentType()).mediaType().equals("text/csv");
        try (InputStream in = body.getInputStream()) {
            var matter = new RoundUpload.Matter(procedure, kind, purpose, year, providerMunicipality);
            return ResponseEntity.status(ACCEPTED).body(upload.take(matter, csv, in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ResponseEntity<InquiryRound> getInquiryRound(UUID roundId) {
        return ResponseEntity.ok(reports.of(roundId));
    }

    @Override
    public @Nullable ResponseEntity<Resource> listRoundErrors(UUID roundId) {
        return lines(roundId, out -> {
            pages(after -> reports.errors(roundId, after), RoundError::getLine, out);
            write(reports.apart(roundId), out);
        });
    }

    @Override
    public @Nullable ResponseEntity<Resource> listRoundAnswers(UUID roundId) {
        return lines(roundId, out -> pages(after -> reports.answers(roundId, after), RoundAnswer::getLine, out));
    }

    @Override
    public ResponseEntity<InquiryRound> stopInquiryRound(UUID roundId, String idempotencyKey) {
        return ResponseEntity.ok(rounds.stop(roundId));
    }

    @Override
    public ResponseEntity<InquiryRound> resumeInquiryRound(UUID roundId, String idempotencyKey) {
        return ResponseEntity.ok(rounds.resume(roundId));
    }

    private interface Lines {
        void writeTo(OutputStream out) throws IOException;
    }

    private @Nullable ResponseEntity<Resource> lines(UUID roundId, Lines lines) {
        // Not there, or another tenant's: said before the first line.
        reports.of(roundId);
        try {
            response.setContentType("application/x-ndjson");
            OutputStream out = response.getOutputStream();
            lines.writeTo(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return null;
    }

    /** A page is a transaction of its own: a slow reader holds none. */
    private <T> void pages(LongFunction<List<T>> after, ToLongFunction<T> line, OutputStream out) throws IOException {
        for (List<T> page = after.apply(0); !page.isEmpty(); page = after.apply(line.applyAsLong(page.getLast()))) {
            write(page, out);
        }
    }

    private void write(List<?> lines, OutputStream out) throws IOException {
        for (Object line : lines) {
            out.write(json.writeValueAsBytes(line));
            out.write('\n');
        }
    }
}
