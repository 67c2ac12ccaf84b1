package jp.todoke.benefits.cases;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.todoke.benefits.cases.Attachments.Line;
import jp.todoke.benefits.cases.CaseMapper.ActionPointRow;
import jp.todoke.benefits.linkage.Questions;
import jp.todoke.channel.AfterCommit;
import jp.todoke.tenancy.Tenant;
import org.springframework.stereotype.Component;

/**
 * What the office wants to know of its dispositions, counted once they are committed: how many by outcome, how many papers nobody had to bring, and
 * how long applicants waited. By municipality, since each asks for its own.
 */
@Component
class DecisionFigures implements DecisionListener {
    private final CaseStore store;
    private final Facts facts;
    private final Questions questions;
    private final MeterRegistry meters;

    DecisionFigures(CaseStore store, Facts facts, Questions questions, MeterRegistry meters) {
        this.store = store;
        this.facts = facts;
        this.questions = questions;
        this.meters = meters;
    }

    @Override
    public void decisionIssued(IssuedDecision decision) {
        String municipality = Tenant.current().code();
        String programme = decision.programme().name();
        // Calendar days, as the applicant counts them.
        long days = ChronoUnit.DAYS.between(decision.receivedOn(), decision.decidedOn());
        List<Line> omitted = omitted(store.get(decision.caseId()));
        AfterCommit.run(() -> {
            meters.counter("todoke.decisions", "municipality", municipality, "programme", programme, "outcome", decision.outcome().name())
                    .increment();
            DistributionSummary.builder("todoke.decision.days").baseUnit("days").tag("municipality", municipality)
                    .tag("programme", programme).serviceLevelObjectives(7, 15, 30, 60).register(meters).record(days);
            omitted.forEach(line -> meters
                    .counter("todoke.attachments.omitted", "municipality", municipality, "programme", programme, "paper",
                            line.paper().name())
                    .increment());
        });
    }

    private List<Line> omitted(BenefitCase handled) {
        Set<String> open = store.actionPoints(handled.caseId()).stream().filter(ActionPointRow::isOpen).map(ActionPointRow::code)
                .collect(Collectors.toUnmodifiableSet());
        return new Attachments(handled, facts.of(handled.caseId()), questions.of(handled.caseId()), open)
                .lines(store.participants(handled.caseId())).stream().filter(line -> line.state() == Attachments.State.OMITTED).toList();
    }
}
