package jp.todoke.benefits.cases;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.todoke.benefits.cases.FactRecord.Kind;
import jp.todoke.benefits.cases.FactRecord.Source;
import jp.todoke.benefits.linkage.Question;
import jp.todoke.benefits.linkage.Questions.Asked;
import org.jspecify.annotations.Nullable;

/**
 * 添付書類 — the papers that this case would have required by itself, and what became of each. 省略 counts only where a confirmed answer replaced a
 * paper that was required and did not come. Which are required, the programme says.
 */
final class Attachments {
    private final BenefitCase handled;
    private final List<FactRecord> facts;
    private final List<Asked> questions;
    private final Set<String> openCodes;

    Attachments(BenefitCase handled, List<FactRecord> facts, List<Asked> questions, Set<String> openCodes) {
        this.handled = handled;
        this.facts = facts;
        this.questions = questions;
        this.openCodes = openCodes;
    }

    /** Each with the word by which the form names its file, the question that is asked instead, and what makes its answer no replacement. */
    enum Paper {
        RESIDENT_RECORD("resident-record", Question.Kind.IDENTITY, Kind.CHILD_RESIDENCE, null),
        TAX_CERTIFICATE("tax-certificate", Question.Kind.TAX, Kind.INCOME, null),
        PASSBOOK_COPY("passbook", Question.Kind.ACCOUNT, Kind.ACCOUNT, ActionCode.ACCOUNT_HOLDER_DIFFERS),
        FAMILY_REGISTER("family-register", Question.Kind.FAMILY_REGISTER, Kind.QUALIFYING_EVENT, ActionCode.GROUND_NOT_CONFIRMED),
        PENSION_CERTIFICATE("pension-certificate", Question.Kind.PENSION, Kind.PENSION, ActionCode.PENSION_NOT_AVAILABLE);

        private final String file;
        private final Question.Kind question;
        private final Kind fact;
        private final @Nullable ActionCode doubt;

        Paper(String file, Question.Kind question, Kind fact, @Nullable ActionCode doubt) {
            this.doubt = doubt;
            this.file = file;
            this.question = question;
            this.fact = fact;
        }
    }

    /** A paper that the law would demand of this case. */
    record Required(Paper paper, Participant subject) {}

    enum State {
        OMITTED,
        SUBMITTED,
        PENDING,
        DEMANDED
    }

    /** @param answered whether an answer lies there that replaces it once it is confirmed */
    record Line(Paper paper, Participant subject, State state, boolean answered, @Nullable UUID replacedBy) {}

    List<Line> lines(List<Participant> participants) {
        return handled.programme().papers(handled, participants).stream().map(required -> line(required.paper(), required.subject()))
                .toList();
    }

    private Line line(Paper paper, Participant subject) {
        if (handled.receipt().attachmentNames().stream().anyMatch(name -> name.contains(paper.file))) {
            return new Line(paper, subject, State.SUBMITTED, false, null);
        }
        Optional<FactRecord> answer = facts.stream()
                .filter(fact -> fact.kind() == paper.fact && fact.participantId().equals(subject.participantId()))
                .filter(fact -> fact.source() != Source.APPLICANT && fact.state() != FactRecord.State.SUPERSEDED)
                .findFirst();
        if (answer.isPresent() && !isInDoubt(paper)) {
            return answer.get().isConfirmed()
                    ? new Line(paper, subject, State.OMITTED, true, answer.get().factId())
                    : new Line(paper, subject, State.PENDING, true, null);
        }
        return new Line(paper, subject, isAwaited(paper, subject) ? State.PENDING : State.DEMANDED, false, null);
    }

    private boolean isInDoubt(Paper paper) {
        return paper.doubt != null && openCodes.contains(paper.doubt.name());
    }

    /** Tax of a spouse elsewhere is asked after 住基ネット said where, pensions of a child likewise; and nothing is demanded of somebody who is not identified. */
    private boolean isAwaited(Paper paper, Participant subject) {
        boolean stopped = openCodes.contains(ActionCode.IDENTITY_UNMATCHED.name())
                || openCodes.contains(ActionCode.DUPLICATE_APPLICATION.name());
        boolean asked = questions.stream()
                .filter(one -> one.isAwaited() && one.question().participantId().equals(subject.participantId()))
                .map(open -> open.question().kind())
                .anyMatch(kind -> kind == paper.question || (paper != Paper.PASSBOOK_COPY && kind == Question.Kind.IDENTITY));
        return stopped || asked;
    }
}
