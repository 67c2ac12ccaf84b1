package jp.todoke.integration.inquiry.rounds;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import jp.todoke.api.rounds.model.InquiryRound;
import jp.todoke.api.rounds.model.RoundAnswer;
import jp.todoke.api.rounds.model.RoundError;
import jp.todoke.api.rounds.model.RoundInformation;
import jp.todoke.api.rounds.model.RoundProcedure;
import jp.todoke.api.rounds.model.RoundProgress;
import jp.todoke.api.rounds.model.RoundPurpose;
import jp.todoke.api.rounds.model.RoundState;
import jp.todoke.guard.Problem;
import jp.todoke.integration.inquiry.rounds.RoundMapper.AnswerRow;
import jp.todoke.integration.inquiry.rounds.RoundMapper.Counts;
import jp.todoke.integration.inquiry.rounds.RoundMapper.ErrorRow;
import jp.todoke.integration.inquiry.rounds.RoundMapper.OutcomeCount;
import jp.todoke.integration.inquiry.rounds.RoundMapper.RoundRow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is told of a round: progress, error list, outcomes; never what an answer says. */
@Component
class RoundReports {
    static final int PAGE = 2_000;
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final RoundMapper rows;

    RoundReports(RoundMapper rows) {
        this.rows = rows;
    }

    /** Named to the peer where a single inquiry names its case. */
    static String number(UUID roundId) {
        return "R-" + roundId.toString().substring(0, 13);
    }

    @Transactional(readOnly = true)
    public InquiryRound of(UUID roundId) {
        RoundRow round = rows.byId(roundId);
        if (round == null) {
            throw Problem.notFound();
        }
        Counts counts = rows.counts(roundId);
        Map<String, Long> answered = new TreeMap<>();
        rows.outcomes(roundId).forEach(outcome -> answered.put(outcome.outcome(), outcome.count()));
        var progress = new RoundProgress(counts.total(), counts.refused(), counts.sent(), counts.accepted(), counts.rejected(), answered,
                counts.openLines(), counts.apart());
        return new InquiryRound(roundId, number(roundId), RoundProcedure.fromValue(round.procedureName()),
                RoundInformation.fromValue(round.kind()), RoundPurpose.fromValue(round.purpose()),
                counts.unfinished() ? RoundState.fromValue(round.state()) : RoundState.COMPLETED,
                round.requestedAt().atZone(JAPAN).toOffsetDateTime(), round.officer(), progress).year(round.taxYear());
    }

    /** The lines after one that was seen, at most {@link #PAGE}. */
    @Transactional(readOnly = true)
    public List<RoundError> errors(UUID roundId, long after) {
        return rows.errors(roundId, after, PAGE).stream().map(RoundReports::error).toList();
    }

    @Transactional(readOnly = true)
    public List<RoundError> apart(UUID roundId) {
        return rows.strays(roundId).stream().map(RoundReports::apart).toList();
    }

    @Transactional(readOnly = true)
    public List<RoundAnswer> answers(UUID roundId, long after) {
        return rows.answers(roundId, after, PAGE).stream().map(RoundReports::answer).toList();
    }

    private static RoundError error(ErrorRow row) {
        String reason = row.peerCode() == null ? "" : "（" + row.peerCode() + "）";
        return new RoundError(row.code(), LineCode.valueOf(row.code()).message() + reason).line(row.lineNo()).atenabango(row.atenabango());
    }

    private static RoundError apart(OutcomeCount stray) {
        String what = switch (stray.outcome()) {
            case "UNKNOWN_RECEIPT" -> "照会していない受付番号の結果を、別に保管しました";
            case "SECOND_ANSWER" -> "回答済みの照会に届いた異なる結果を、別に保管しました";
            default -> "読み取れない結果を、別に保管しました";
        };
        return new RoundError(stray.outcome(), what + "（" + stray.count() + "件）。");
    }

    private static RoundAnswer answer(AnswerRow row) {
        return new RoundAnswer(row.lineNo(), row.atenabango()).inquiryId(row.inquiryId()).outcome(row.outcome());
    }
}
