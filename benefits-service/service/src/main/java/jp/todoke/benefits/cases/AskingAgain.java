package jp.todoke.benefits.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.todoke.api.benefits.model.CaseView;
import jp.todoke.api.benefits.model.InquiryOrder;
import jp.todoke.api.linkage.model.InquiryCancelled.ReasonEnum;
import jp.todoke.benefits.audit.AuditTrail;
import jp.todoke.benefits.cases.Asking.Round;
import jp.todoke.benefits.cases.CaseTransitions.Event;
import jp.todoke.benefits.cases.QuestionPlan.Ask;
import jp.todoke.benefits.evidence.EvidenceDirectory;
import jp.todoke.benefits.linkage.Question;
import jp.todoke.benefits.linkage.Question.Channel;
import jp.todoke.benefits.linkage.Question.Kind;
import jp.todoke.benefits.linkage.Questions;
import jp.todoke.benefits.linkage.Questions.Asked;
import jp.todoke.guard.Caller;
import jp.todoke.guard.Idempotency;
import jp.todoke.guard.Idempotency.Answer;
import jp.todoke.guard.Problem;
import jp.todoke.guard.Problem.FieldError;
import jp.todoke.tenancy.BusinessDate;
import jp.todoke.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 職員による再照会: only what the procedure may ask, whom it was asked before or whom the records name, once at a time. */
@Service
@Transactional
class AskingAgain {
    private final CaseStore store;
    private final CaseProgress progress;
    private final Questions questions;
    private final Asking asking;
    private final Providers providers;
    private final CaseViews views;
    private final Office office;

    AskingAgain(
            CaseStore store, CaseProgress progress, Questions questions, Asking asking, Providers providers, CaseViews views,
            Office office) {
        this.store = store;
        this.progress = progress;
        this.questions = questions;
        this.asking = asking;
        this.providers = providers;
        this.views = views;
        this.office = office;
    }

    /** What stands around the acts of an officer. */
    @Component
    record Office(EvidenceDirectory directory, Idempotency idempotency, AuditTrail audit, BusinessDate businessDate) {}

    Answer<CaseView> ask(UUID caseId, InquiryOrder order) {
        BenefitCase handled = store.lock(caseId);
        return office.idempotency().once("askAgain", List.of(caseId, order), CaseView.class, () -> {
            Kind kind = Kind.valueOf(order.getKind().getValue());
            requireOpen(handled);
            requireLawful(handled, kind, order.getAsOf());
            List<Participant> participants = store.participants(caseId);
            Participant about = participants.stream().filter(one -> one.participantId().equals(order.getParticipantId())).findFirst()
                    .orElseThrow(Problem::notFound);
            List<Asked> before = questions.of(caseId).stream()
                    .filter(asked -> asked.question().kind() == kind && asked.question().participantId().equals(about.participantId()))
                    .toList();
            Ask ask = providers.of(handled, about, kind, order.getAsOf(), before.isEmpty() ? null : before.getLast().question());
            requireAllowed(handled, about, ask, before);
            before.stream().filter(Asked::isAwaited).forEach(asked -> questions.cancel(asked, ReasonEnum.NOT_NEEDED));
            int round = before.stream().map(asked -> asked.question().round()).max(Integer::compare).orElse(0) + 1;
            asking.put(handled, participants, about, ask, new Round(round, Caller.current().subject()));
            progress.advance(handled, Event.ASKED_AGAIN);
            office.audit().record("askAgain", caseId, kind + " " + ask.channel());
            return views.answer(201, caseId);
        });
    }

    static void requireOpen(BenefitCase handled) {
        if (handled.state().isClosed()) {
            throw Problem.conflict("CASE_CLOSED", "この案件は決定済み又は取下げ済みです。");
        }
        if (handled.state() == CaseState.PROPOSED) {
            throw Problem.conflict("CASE_STATE", "この案件は決裁待ちです。差し戻してから照会してください。");
        }
    }

    private void requireLawful(BenefitCase handled, Kind kind, @Nullable LocalDate asOf) {
        LocalDate today = office.businessDate().today();
        if (asOf != null && asOf.isAfter(today)) {
            throw Problem.invalid(List.of(new FieldError("/asOf", "IMPOSSIBLE", "基準日に将来の日付は指定できません。")));
        }
        if (office.directory().of(handled.programme().procedure(), kind.name(), today).isEmpty()) {
            throw Problem.unprocessable("KIND_NOT_PERMITTED", "この手続では、この情報を照会できません（照合リストにありません）。");
        }
    }

    private void requireAllowed(BenefitCase handled, Participant about, Ask ask, List<Asked> before) {
        if (before.stream().anyMatch(Asked::isOpen)) {
            throw Problem.conflict("ALREADY_ASKED", "同じ照会の回答を待っています。");
        }
        if (handled.withheld() && Asking.isShownToThePerson(ask.channel())) {
            throw Problem.unprocessable("WITHHELD", "支援措置の世帯については、外部に照会できません。");
        }
        if (ask.kind() == Kind.NUMBERING && about.atenabango() != null) {
            throw Problem.unprocessable("NUMBER_KNOWN", "宛名番号は既に決まっています。");
        }
        if (isUnknown(ask, about)) {
            throw Problem.unprocessable("PERSON_NOT_IDENTIFIED", "本人が特定されていないため、照会できません。先に本人確認情報を照会してください。");
        }
    }

    /** 中間サーバー is asked by number, 031 by what 住基ネット said. */
    private boolean isUnknown(Ask ask, Participant about) {
        return switch (ask.channel()) {
            case CHUKAN -> about.atenabango() == null;
            case ATENA -> questions.identityOf(about.participantId()).filter(about::isMeantBy).isEmpty();
            case OWN_REGISTER, OWN_TAX_FEED, JUKI, BANK -> false;
        };
    }
}
