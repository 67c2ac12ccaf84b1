package jp.todoke.integration.inquiry.rounds;

import io.micrometer.core.instrument.MeterRegistry;
import jp.todoke.channel.AfterCommit;
import org.springframework.stereotype.Component;

/** What became of the lines of rounds, counted once it is committed. */
@Component
class RoundFigures {
    private final MeterRegistry meters;

    RoundFigures(MeterRegistry meters) {
        this.meters = meters;
    }

    /** @param outcome AnswerKind of the channel */
    void ended(String information, String outcome) {
        AfterCommit.run(() -> meters.counter("todoke.round.lines", "information", information, "outcome", outcome).increment());
    }
}
