package jp.todoke.benefits.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.todoke.benefits.cases.FactRecord.Kind;
import jp.todoke.benefits.cases.FactRecord.Source;
import jp.todoke.benefits.cases.Participant.Role;
import jp.todoke.benefits.linkage.Question;
import jp.todoke.benefits.linkage.Questions.Asked;
import org.jspecify.annotations.Nullable;

/**
 * 添付書類 — the papers that this case would have required by itself, and what became of each. 省略 counts only where a confirmed answer replaced a
 * paper that was required and did not come: 住民票の写し for a child who lives elsewhere, 課税証明書 of each of two qualifying parents, 通帳の写し
 * always. 公務員 are turned to their 所属庁 without any paper.
 */
final class Attachments {
    /** How the form names the files that it takes. */
    private static final String PASSBOOK_FILE = "passbook";
    private static final String RESIDENT_RECORD_FILE = "resident-record";
    private static final String TAX_CERTIFICATE_FILE = "tax-certificate";

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

    enum Paper {
        RESIDENT_RECORD,
        TAX_CERTIFICATE,
        PASSBOOK_COPY
    }

    enum State {
        OMITTED,
        SUBMITTED,
        PENDING,
        DEMANDED
    }

    record Line(Paper paper, Participant subject, State state, @Nullable UUID replacedBy) {}

    List<Line> lines(List<Participant> participants) {
        List<Line> lines = new ArrayList<>();
        if (handled.isPublicServant()) {
            return lines;
        }
        for (Participant participant : participants) {
            if (participant.role() == Role.CHILD && !participant.isSaidToLiveTogether()) {
                lines.add(line(Paper.RESIDENT_RECORD, participant, Kind.CHILD_RESIDENCE, RESIDENT_RECORD_FILE));
            }
            if (handled.hasTwoQualifyingParents() && (participant.role() == Role.APPLICANT || participant.role() == Role.SPOUSE)) {
                lines.add(line(Paper.TAX_CERTIFICATE, participant, Kind.INCOME, TAX_CERTIFICATE_FILE));
            }
            if (participant.role() == Role.APPLICANT) {
                lines.add(line(Paper.PASSBOOK_COPY, participant, Kind.ACCOUNT, PASSBOOK_FILE));
            }
        }
        return lines;
    }

    private Line line(Paper paper, Participant subject, Kind kind, String file) {
        if (handled.receipt().attachmentNames().stream().anyMatch(name -> name.contains(file))) {
            return new Line(paper, subject, State.SUBMITTED, null);
        }
        Optional<FactRecord> answer = facts.stream()
                .filter(fact -> fact.kind() == kind && fact.participantId().equals(subject.participantId()))
                .filter(fact -> fact.source() != Source.APPLICANT && fact.state() != FactRecord.State.SUPERSEDED)
                .findFirst();
        if (answer.isPresent() && !(paper == Paper.PASSBOOK_COPY && openCodes.contains(ActionCode.ACCOUNT_HOLDER_DIFFERS.name()))) {
            return answer.get().isConfirmed()
                    ? new Line(paper, subject, State.OMITTED, answer.get().factId())
                    : new Line(paper, subject, State.PENDING, null);
        }
        return new Line(paper, subject, isAwaited(paper, subject) ? State.PENDING : State.DEMANDED, null);
    }

    /** Tax of a spouse elsewhere is asked after 住基ネット said where; and nothing is demanded of somebody who is not identified. */
    private boolean isAwaited(Paper paper, Participant subject) {
        boolean stopped = openCodes.contains(ActionCode.IDENTITY_UNMATCHED.name())
                || openCodes.contains(ActionCode.DUPLICATE_APPLICATION.name());
        boolean asked = questions.stream()
                .filter(one -> one.isOpen() && one.question().participantId().equals(subject.participantId()))
                .map(open -> open.question().kind())
                .anyMatch(kind -> kind == asking(paper) || (paper == Paper.TAX_CERTIFICATE && kind == Question.Kind.IDENTITY));
        return stopped || asked;
    }

    private static Question.Kind asking(Paper paper) {
        return switch (paper) {
            case RESIDENT_RECORD -> Question.Kind.IDENTITY;
            case TAX_CERTIFICATE -> Question.Kind.TAX;
            case PASSBOOK_COPY -> Question.Kind.ACCOUNT;
        };
    }
}
