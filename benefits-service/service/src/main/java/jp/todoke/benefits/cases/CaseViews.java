package jp.todoke.benefits.cases;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.todoke.api.benefits.model.ActionPoint;
import jp.todoke.api.benefits.model.ActionPointCode;
import jp.todoke.api.benefits.model.AttachmentKind;
import jp.todoke.api.benefits.model.AttachmentView;
import jp.todoke.api.benefits.model.CaseSummary;
import jp.todoke.api.benefits.model.CaseView;
import jp.todoke.api.benefits.model.FactView;
import jp.todoke.api.benefits.model.PaperRequestView;
import jp.todoke.api.benefits.model.PersonView;
import jp.todoke.api.benefits.model.Programme;
import jp.todoke.api.benefits.model.WithdrawalView;
import jp.todoke.benefits.cases.CaseMapper.ActionPointRow;
import jp.todoke.benefits.cases.CaseMapper.PaperRequestRow;
import jp.todoke.benefits.cases.CaseMapper.WithdrawalRow;
import jp.todoke.benefits.cases.Participant.Role;
import jp.todoke.benefits.linkage.Questions;
import jp.todoke.benefits.linkage.Questions.Asked;
import jp.todoke.benefits.people.People;
import jp.todoke.benefits.people.Person;
import jp.todoke.guard.ETags;
import jp.todoke.guard.Idempotency.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A case as the API shows it. Under 支援措置 no address and no account leaves this class, whoever asks. */
@Component
class CaseViews {
    private final CaseStore store;
    private final Facts facts;
    private final Questions questions;
    private final Decisions decisions;
    private final DecisionViews decisionViews;
    private final QuestionViews questionViews;
    private final People people;

    CaseViews(
            CaseStore store, Facts facts, Questions questions, Decisions decisions, DecisionViews decisionViews,
            QuestionViews questionViews,
            People people) {
        this.questionViews = questionViews;
        this.store = store;
        this.facts = facts;
        this.questions = questions;
        this.decisions = decisions;
        this.decisionViews = decisionViews;
        this.people = people;
    }

    Answer<CaseView> answer(int status, UUID caseId) {
        CaseView view = view(caseId);
        return new Answer<>(status, view, ETags.of(view.getVersion()));
    }

    CaseView view(UUID caseId) {
        BenefitCase handled = store.get(caseId);
        List<Participant> participants = store.participants(caseId);
        Map<UUID, Participant> byId = participants.stream().collect(Collectors.toMap(Participant::participantId, Function.identity()));
        List<FactRecord> known = facts.of(caseId);
        List<Asked> asked = questions.of(caseId);
        List<ActionPointRow> points = store.actionPoints(caseId);
        List<PersonView> persons = participants.stream().map(one -> person(handled, one)).toList();
        CaseView view = new CaseView(
                caseId, handled.caseNumber(), Programme.fromValue(handled.programme().code().name()), apiState(handled.state()),
                handled.version(),
                handled.receipt().uketsukeBango(), handled.receipt().packageId(), handled.receivedOn(), persons.getFirst(),
                ofRole(participants, persons, Role.CHILD), ofRole(participants, persons, Role.COUNTED_SIBLING),
                attachments(new Attachments(handled, known, asked, openCodes(points)), participants),
                asked.stream().map(question -> questionViews.view(handled, question, name(byId, question.question().participantId())))
                        .toList(),
                known.stream().map(fact -> fact(handled, fact, byId)).toList(),
                points.stream().map(CaseViews::actionPoint).toList());
        view.setPaperRequests(store.paperRequests(caseId).stream().map(row -> paperRequest(row, byId)).toList());
        store.withdrawal(caseId).map(CaseViews::withdrawal).ifPresent(view::setWithdrawal);
        ofRole(participants, persons, Role.SPOUSE).forEach(view::setSpouse);
        view.setSupporters(ofRole(participants, persons, Role.SUPPORTER));
        decisions.openProposal(caseId).map(decisionViews::proposal).ifPresent(view::setProposal);
        decisions.inForce(caseId).map(decisionViews::summary).ifPresent(view::setDecision);
        return view;
    }

    CaseSummary summary(BenefitCase handled, List<ActionPointRow> points) {
        List<ActionPointCode> open = points.stream().filter(ActionPointRow::isOpen).map(point -> ActionPointCode.fromValue(point.code()))
                .toList();
        return new CaseSummary(
                handled.caseId(), handled.caseNumber(), apiState(handled.state()), handled.receipt().uketsukeBango(), handled.receivedOn(),
                open)
                .applicantName(handled.application().getApplicant().getName());
    }

    private static jp.todoke.api.benefits.model.CaseState apiState(CaseState state) {
        return jp.todoke.api.benefits.model.CaseState.fromValue(state.name());
    }

    private PersonView person(BenefitCase handled, Participant participant) {
        PersonView view = new PersonView(participant.participantId(), participant.name(), participant.birthDate(), handled.withheld())
                .kana(participant.kana())
                .livesTogether(participant.livesTogether()).atenabango(participant.atenabango());
        if (!handled.withheld()) {
            Optional.ofNullable(participant.atenabango()).flatMap(people::current).map(Person::address).ifPresent(view::setAddress);
        }
        return view;
    }

    private static List<PersonView> ofRole(List<Participant> participants, List<PersonView> persons, Role role) {
        return IntStream.range(0, participants.size()).filter(index -> participants.get(index).role() == role).mapToObj(persons::get)
                .toList();
    }

    private static List<AttachmentView> attachments(Attachments attachments, List<Participant> participants) {
        return attachments.lines(participants).stream()
                .map(line -> new AttachmentView(
                        AttachmentKind.fromValue(line.paper().name()), line.subject().name(),
                        AttachmentView.StateEnum.fromValue(line.state().name()))
                        .replacedBy(line.replacedBy()))
                .toList();
    }

    private static PaperRequestView paperRequest(PaperRequestRow row, Map<UUID, Participant> byId) {
        return new PaperRequestView(
                AttachmentKind.fromValue(row.kind()), name(byId, row.participantId()), row.reason(), row.requestedBy(),
                row.requestedAt().atOffset(ZoneOffset.UTC));
    }

    private static WithdrawalView withdrawal(WithdrawalRow row) {
        return new WithdrawalView(row.reason(), row.recordedBy(), row.recordedAt().atOffset(ZoneOffset.UTC));
    }

    private static FactView fact(BenefitCase handled, FactRecord fact, Map<UUID, Participant> byId) {
        return new FactView(
                fact.factId(), FactView.KindEnum.fromValue(fact.kind().name()), name(byId, fact.participantId()),
                handled.withheld() ? fact.value().displayWithheld() : fact.value().display(),
                FactView.SourceEnum.fromValue(fact.source().name()), time(fact.recordedAt()),
                FactView.StateEnum.fromValue(fact.state().name()),
                handled.programme().condition(fact.kind())).questionId(fact.questionId()).validFrom(fact.validFrom())
                .validUntil(fact.validUntil())
                .confirmedBy(fact.confirmedBy()).confirmedAt(time(fact.confirmedAt()));
    }

    private static ActionPoint actionPoint(ActionPointRow row) {
        return new ActionPoint(
                ActionPointCode.fromValue(row.code()), ActionPoint.BlocksEnum.fromValue(row.blocks()), row.message(), time(row.openedAt()))
                .closedAt(time(row.closedAt()));
    }

    private static Set<String> openCodes(List<ActionPointRow> points) {
        return points.stream().filter(ActionPointRow::isOpen).map(ActionPointRow::code).collect(Collectors.toUnmodifiableSet());
    }

    private static String name(Map<UUID, Participant> byId, UUID participantId) {
        Participant participant = byId.get(participantId);
        return participant == null ? "" : participant.name();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
