package jp.todoke.benefits.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.todoke.api.linkage.model.Procedure;
import jp.todoke.benefits.cases.FactRecord.Kind;
import jp.todoke.benefits.cases.QuestionPlan.Plan;
import jp.todoke.benefits.cases.QuestionPlan.Situation;
import jp.todoke.benefits.linkage.LinkageAnswer;
import jp.todoke.benefits.linkage.Question;
import org.jspecify.annotations.Nullable;

/**
 * What the handling of a case leaves to its programme: what to ask, what the applicant's word and the answers are worth, which papers the law would
 * demand, and the way from confirmed facts to the answer of the rules. Pure: no row, no clock, no register.
 */
interface CaseProgramme extends Programme {
    Procedure procedure();

    /** Whether the application belongs to another body by its own words, so that nothing is asked and no claim competes with it. */
    boolean turnsAway(BenefitCase opened);

    /** Whether whoever lives with the claimant changes what is due, so that nobody of the household may be left out. */
    boolean testsHousehold();

    /** 課税年度 of the incomes that the case needs. */
    int taxYear(LocalDate receivedOn, LocalDate today);

    Plan plan(Situation situation);

    /** What only the applicant can say, as facts to be confirmed like any other. */
    List<Statement> statements(BenefitCase opened, List<Participant> participants, Plan plan);

    record Statement(Participant about, Kind kind, FactValue value) {}

    /** What becomes askable once somebody who lives elsewhere is identified. */
    Plan afterIdentity(BenefitCase handled, Participant identified, LinkageAnswer.IdentityProvided identity, Residence residence);

    /**
     * @param own     this municipality
     * @param taxYear 課税年度 of the case
     */
    record Residence(String own, int taxYear) {}

    /** What a usable answer about tax, family or pension is worth. */
    Effect effect(Basis basis, Participant about, Question question, LinkageAnswer answer);

    /** A fact to confirm, or none, and why a person must act. */
    record Effect(@Nullable Kind kind, @Nullable FactValue value, @Nullable LocalDate validFrom, Set<ActionCode> actionPoints) {
        public Effect {
            actionPoints = Set.copyOf(actionPoints);
        }

        static Effect fact(Kind kind, FactValue value, @Nullable LocalDate validFrom, ActionCode... points) {
            return new Effect(kind, value, validFrom, Set.of(points));
        }

        static Effect person(ActionCode code) {
            return new Effect(null, null, null, Set.of(code));
        }
    }

    /** 要件 that a fact of this kind proves, with its provision. */
    String condition(Kind kind);

    List<Attachments.Required> papers(BenefitCase handled, List<Participant> participants);

    /** @throws jp.todoke.benefits.law.ImpossibleFacts for facts that contradict each other */
    Computed compute(Basis basis, LocalDate today);
}
