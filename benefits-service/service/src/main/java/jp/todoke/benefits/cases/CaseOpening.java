package jp.todoke.benefits.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.todoke.api.linkage.model.Application;
import jp.todoke.api.linkage.model.ApplicationReceived;
import jp.todoke.api.linkage.model.ChildRearingDeclaration;
import jp.todoke.api.linkage.model.ClaimCause;
import jp.todoke.benefits.audit.AuditTrail;
import jp.todoke.benefits.cases.CaseTransitions.Event;
import jp.todoke.benefits.cases.Matching.Matches;
import jp.todoke.benefits.cases.Participant.Role;
import jp.todoke.benefits.cases.QuestionPlan.Plan;
import jp.todoke.benefits.identifiers.RowIds;
import jp.todoke.benefits.people.Person;
import jp.todoke.channel.Envelope;
import jp.todoke.channel.InboxHandler;
import jp.todoke.tenancy.BusinessDate;
import jp.todoke.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 受付: an application that arrived becomes a case, its people are looked for, and what the case needs is asked. */
@Component
class CaseOpening implements InboxHandler {
    private static final int DUPLICATE_DAYS = 30;

    private final CaseStore store;
    private final CaseProgress progress;
    private final Matching matching;
    private final Statements statements;
    private final Asking asking;
    private final Surroundings surroundings;
    private final Programmes programmes;

    CaseOpening(
            CaseStore store, CaseProgress progress, Matching matching, Statements statements, Asking asking, Surroundings surroundings,
            Programmes programmes) {
        this.programmes = programmes;
        this.store = store;
        this.progress = progress;
        this.matching = matching;
        this.statements = statements;
        this.asking = asking;
        this.surroundings = surroundings;
    }

    /** Ids, time and the ways out of the case. */
    @Component
    record Surroundings(RowIds ids, Clock clock, BusinessDate businessDate, AuditTrail audit, ApplicantNews news) {}

    @Override
    public String type() {
        return "application.received";
    }

    @Override
    public void handle(Envelope message) {
        ApplicationReceived received = message.payloadAs(ApplicationReceived.class);
        if (store.isPackageKnown(received.getPackageId())) {
            return;
        }
        UUID amended = received.getAmends();
        Optional<BenefitCase> first = amended == null
                ? Optional.empty()
                : store.findLockedOf(amended).filter(one -> one.state() != CaseState.WITHDRAWN);
        first.ifPresentOrElse(this::join, () -> open(received));
    }

    /** 補正: no second case, and nothing of it is taken over unread. An officer compares it with what was applied for at first. */
    private void join(BenefitCase first) {
        store.open(first.caseId(), ActionCode.APPLICATION_AMENDED);
        progress.advance(first, Event.PERSON_NEEDED);
        surroundings.audit().recordSystem("case.personNeeded", first.caseId(), ActionCode.APPLICATION_AMENDED.name());
    }

    private void open(ApplicationReceived received) {
        LocalDate receivedOn = LocalDate.ofInstant(received.getArrivedAt().toInstant(), Japan.ZONE);
        store.waitForOpenings();
        String number = store.nextNumber("CASE", "", receivedOn);
        UUID caseId = surroundings.ids().next();
        var receipt = new BenefitCase.Receipt(
                received.getPackageId(), received.getUketsukeBango(), received.getSha256(), received.getArrivedAt().toInstant(), receivedOn,
                received.getJpkiSerial(), received.getSignatureVerified(), received.getAttachments());
        CaseProgramme programme = programmes.of(received.getProcedure());
        List<Participant> named = participants(caseId, received);
        Optional<Person> applicant = matching.applicant(receipt, named.getFirst());
        Matches matches = applicant.map(person -> matching.others(person, named, receivedOn)).orElseGet(() -> new Matches(Map.of()));
        boolean withheld = matching.isWithheld(named);
        boolean duplicate = applicant.isPresent()
                && store.hasApplied(programme.code(), applicant.get().atenabango(), receivedOn.minusDays(DUPLICATE_DAYS));
        BenefitCase opened = new BenefitCase(
                caseId, number, CaseState.INQUIRING, 1, programme, receipt, received.getApplication(), received.getChildRearing(),
                applicant.map(Person::atenabango).orElse(null), withheld, surroundings.clock().instant());
        store.add(opened);
        List<Participant> participants = named.stream().map(one -> matched(one, matches.of(one))).toList();
        participants.forEach(store::add);
        carryOut(opened, participants, matches, duplicate);
    }

    private void carryOut(BenefitCase opened, List<Participant> participants, Matches matches, boolean duplicate) {
        List<UUID> rivals = duplicate || opened.programme().turnsAway(opened) ? List.of() : rivals(opened, participants);
        Plan plan = opened.programme().plan(situation(opened, participants, matches, duplicate, !rivals.isEmpty()));
        statements.record(opened, participants, plan);
        plan.actionPoints().forEach(code -> store.open(opened.caseId(), code));
        if (!plan.asks().isEmpty() && Households.differ(participants, matches)) {
            store.open(opened.caseId(), ActionCode.RESIDENCE_DIFFERS);
        }
        store.needs(opened.caseId(), plan.needs());
        plan.asks().forEach(ask -> asking.put(opened, participants, participants.get(ask.index()), ask));
        if (!plan.asks().isEmpty() && opened.application().getAccount().getAccount() != null) {
            asking.checkAccount(opened, participants);
        }
        store.move(opened, progress.standing(opened));
        rivals.forEach(this::warn);
        surroundings.audit().recordSystem("application.received", opened.caseId(), "opened " + opened.caseNumber());
        surroundings.news().accepted(opened);
    }

    /** The other side of a competing claim must not be decided either without a person looking. */
    private void warn(UUID rivalId) {
        BenefitCase rival = store.lock(rivalId);
        store.open(rivalId, ActionCode.COMPETING_CLAIM);
        progress.advance(rival, Event.PERSON_NEEDED);
        surroundings.audit().recordSystem("case.personNeeded", rivalId, ActionCode.COMPETING_CLAIM.name());
    }

    private List<UUID> rivals(BenefitCase opened, List<Participant> participants) {
        String applicant = opened.applicantAtenabango();
        return applicant == null
                ? List.of()
                : participants.stream()
                        .filter(participant -> participant.role() == Role.CHILD)
                        .flatMap(child -> store.competing(opened.programme().code(), applicant, child).stream())
                        .distinct()
                        .sorted()
                        .toList();
    }

    private QuestionPlan.Situation situation(
            BenefitCase opened, List<Participant> participants, Matches matches, boolean duplicate, boolean competing) {
        Application application = opened.application();
        int taxYear = opened.programme().taxYear(opened.receivedOn(), surroundings.businessDate().today());
        var claim = new QuestionPlan.Claim(
                opened.applicantAtenabango() != null, opened.isPublicServant(), application.getSeparation(),
                application.getAccount().getUsePublicAccount(), application.getSpouse() != null,
                matching.leavesOutAParent(participants, matches, opened.receivedOn()),
                matching.leavesOutAnAdult(participants, matches, opened.receivedOn()), former(opened, matches.of(participants.getFirst())));
        List<QuestionPlan.Member> members = new ArrayList<>();
        for (int index = 0; index < participants.size(); index++) {
            Participant participant = participants.get(index);
            if (participant.role() != Role.COUNTED_SIBLING) {
                members.add(new QuestionPlan.Member(
                        index, participant.role(), matches.has(participant),
                        participant.role() == Role.APPLICANT || participant.isSaidToLiveTogether(),
                        TaxPlace.of(matches.of(participant), Tenant.current().code(), taxYear),
                        QuestionPlan.Age.of(participant.birthDate(), opened.receivedOn())));
            }
        }
        return new QuestionPlan.Situation(Tenant.current().code(), taxYear, claim, duplicate, competing, opened.withheld(), members);
    }

    /** 前住所地 as the register says it, where the claim is made because of a move, or within a year of one. */
    private static QuestionPlan.Former former(BenefitCase opened, @Nullable Person applicant) {
        boolean movedIn = opened.application().getCause().getKind() == ClaimCause.KindEnum.MOVED_IN;
        String from = applicant == null ? null : applicant.movedFrom();
        LocalDate since = applicant == null ? null : applicant.residentSince();
        boolean lately = since != null && since.isAfter(opened.receivedOn().minusYears(1));
        return movedIn || from != null && lately ? new QuestionPlan.Former(movedIn, from) : QuestionPlan.Former.NONE;
    }

    private List<Participant> participants(UUID caseId, ApplicationReceived received) {
        Application application = received.getApplication();
        List<Participant> named = new ArrayList<>();
        var applicant = application.getApplicant();
        named.add(new Participant(
                id(), caseId, Role.APPLICANT, 0, applicant.getName(), applicant.getKana(), applicant.getBirthDate(), null, null, null));
        var spouse = application.getSpouse();
        if (spouse != null) {
            named.add(new Participant(
                    id(), caseId, Role.SPOUSE, 0, spouse.getName(), null, spouse.getBirthDate(), spouse.getLivesTogether(), null, null));
        }
        application.getChildren().forEach(child -> named.add(new Participant(
                id(), caseId, Role.CHILD, named.size(), child.getName(), null, child.getBirthDate(), child.getLivesTogether(), null,
                null)));
        application.getCountedSiblings().forEach(sibling -> named.add(new Participant(
                id(), caseId, Role.COUNTED_SIBLING, named.size(), sibling.getName(), null, sibling.getBirthDate(), null,
                sibling.getDeclaredOn(),
                null)));
        ChildRearingDeclaration declaration = received.getChildRearing();
        if (declaration != null) {
            declaration.getSupporters().forEach(supporter -> named.add(new Participant(
                    id(), caseId, Role.SUPPORTER, named.size(), supporter.getName(), null, supporter.getBirthDate(), true, null, null)));
        }
        return named;
    }

    private UUID id() {
        return surroundings.ids().next();
    }

    private static Participant matched(Participant one, @Nullable Person person) {
        return person == null
                ? one
                : new Participant(
                        one.participantId(), one.caseId(), one.role(), one.position(), one.name(), one.kana(), one.birthDate(),
                        one.livesTogether(),
                        one.declaredOn(), person.atenabango());
    }
}
