package jp.todoke.benefits.cases;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.todoke.api.benefits.model.CaseView;
import jp.todoke.api.benefits.model.PaperRequest;
import jp.todoke.benefits.audit.AuditTrail;
import jp.todoke.benefits.cases.Attachments.Line;
import jp.todoke.benefits.cases.CaseMapper.ActionPointRow;
import jp.todoke.benefits.cases.CaseMapper.PaperRequestRow;
import jp.todoke.benefits.linkage.Questions;
import jp.todoke.guard.Caller;
import jp.todoke.guard.Idempotency;
import jp.todoke.guard.Idempotency.Answer;
import jp.todoke.guard.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 添付書類の提出の求め. 番号法第22条第2項: a paper whose content was provided is deemed submitted, and is demanded of nobody. */
@Service
@Transactional
class PaperRequests {
    private final CaseStore store;
    private final Facts facts;
    private final Questions questions;
    private final CaseViews views;
    private final Idempotency idempotency;
    private final AuditTrail audit;
    private final Clock clock;

    PaperRequests(
            CaseStore store, Facts facts, Questions questions, CaseViews views, Idempotency idempotency, AuditTrail audit, Clock clock) {
        this.store = store;
        this.facts = facts;
        this.questions = questions;
        this.views = views;
        this.idempotency = idempotency;
        this.audit = audit;
        this.clock = clock;
    }

    Answer<CaseView> demand(UUID caseId, PaperRequest request) {
        BenefitCase handled = store.lock(caseId);
        return idempotency.once("requestPaper", List.of(caseId, request), CaseView.class, () -> {
            if (handled.state().isClosed()) {
                throw Problem.conflict("CASE_CLOSED", "この案件は決定済み又は取下げ済みです。");
            }
            List<Participant> participants = store.participants(caseId);
            Participant about = participants.stream().filter(one -> one.participantId().equals(request.getParticipantId())).findFirst()
                    .orElseThrow(Problem::notFound);
            requireLawful(line(handled, participants, about, Attachments.Paper.valueOf(request.getKind().getValue())));
            store.add(new PaperRequestRow(
                    caseId, about.participantId(), request.getKind().getValue(), request.getReason(),
                    Caller.current().subject(), clock.instant()));
            audit.record("requestPaper", caseId, request.getKind().getValue());
            return views.answer(201, caseId);
        });
    }

    private Line line(BenefitCase handled, List<Participant> participants, Participant about, Attachments.Paper paper) {
        var open = store.actionPoints(handled.caseId()).stream().filter(ActionPointRow::isOpen).map(ActionPointRow::code)
                .collect(Collectors.toUnmodifiableSet());
        return new Attachments(handled, facts.of(handled.caseId()), questions.of(handled.caseId()), open).lines(participants).stream()
                .filter(one -> one.paper() == paper && one.subject().equals(about)).findFirst()
                .orElseThrow(() -> Problem.unprocessable("PAPER_NOT_REQUIRED", "この案件では、この書類の提出を求める根拠がありません。"));
    }

    private static void requireLawful(Line line) {
        switch (line.state()) {
            case DEMANDED -> {
                // No answer replaced it.
            }
            case SUBMITTED -> throw Problem.conflict("ALREADY_SUBMITTED", "この書類は申請に添付されています。");
            case OMITTED -> throw provided();
            case PENDING -> {
                if (line.answered()) {
                    throw provided();
                }
                throw Problem.conflict("ANSWER_AWAITED", "照会の回答を待っています。回答が得られないときに、書類の提出を求めてください。");
            }
        }
    }

    private static Problem provided() {
        return Problem.conflict(
                "DEEMED_SUBMITTED", "照会により情報の提供を受けているため、この書類は提出されたものとみなされます（番号法第22条第2項）。提出を求めることはできません。");
    }
}
