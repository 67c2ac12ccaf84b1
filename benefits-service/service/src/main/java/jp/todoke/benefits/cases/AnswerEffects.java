package jp.todoke.benefits.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jp.todoke.api.linkage.model.Supporter;
import jp.todoke.benefits.cases.CaseProgramme.Effect;
import jp.todoke.benefits.cases.FactRecord.Kind;
import jp.todoke.benefits.cases.FactRecord.Source;
import jp.todoke.benefits.cases.Facts.NewFact;
import jp.todoke.benefits.linkage.LinkageAnswer.AccountProvided;
import jp.todoke.benefits.linkage.LinkageAnswer.IdentityProvided;
import jp.todoke.benefits.linkage.LinkageAnswer.Numbered;
import jp.todoke.benefits.cases.NextSteps.NextStep;
import jp.todoke.benefits.linkage.FollowUps;
import jp.todoke.benefits.linkage.LinkageAnswer;
import jp.todoke.benefits.linkage.Question;
import jp.todoke.benefits.linkage.Questions;
import jp.todoke.benefits.people.Names;
import jp.todoke.benefits.people.People;
import jp.todoke.benefits.people.Person;
import jp.todoke.tenancy.BusinessDate;
import jp.todoke.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What an answer gives a case: a fact to confirm, or a reason why a person must act. */
@Service
class AnswerEffects {
    private final CaseStore store;
    private final Facts facts;
    private final Questions questions;
    private final People people;
    private final NextSteps steps;
    private final FollowUps followUps;
    private final BusinessDate businessDate;

    AnswerEffects(
            CaseStore store, Facts facts, Questions questions, People people, NextSteps steps, FollowUps followUps,
            BusinessDate businessDate) {
        this.store = store;
        this.facts = facts;
        this.questions = questions;
        this.people = people;
        this.steps = steps;
        this.followUps = followUps;
        this.businessDate = businessDate;
    }

    /** Every outcome has its next step: used, asked again by itself later, or a person's task; what a better answer settles is closed. */
    void apply(
            BenefitCase handled, List<Participant> participants, Participant about, Question question, LinkageAnswer answer) {
        NextStep step = steps.after(question.kind(), answer.outcome().getValue());
        if (step.isUsed()) {
            use(new Basis(handled, participants, facts.of(handled.caseId())), about, question, answer);
        } else if (!isAskedLater(handled, question, step)) {
            givenUp(about, question, step);
        }
        store.settle(handled.caseId());
    }

    /** Nothing more leaves the office about a household that came under 支援措置; what is our own does not change by waiting. */
    private boolean isAskedLater(BenefitCase handled, Question question, NextStep step) {
        return step.again() && !question.channel().isOwn() && !handled.withheld() && followUps.askLater(question);
    }

    /** The question is not asked again; a person goes on. */
    void givenUp(Participant about, Question question, NextStep step) {
        ActionCode code = Objects.requireNonNull(step.actionPoint());
        open(question, question.kind() == Question.Kind.IDENTITY ? notFound(about) : code);
    }

    private void open(Question question, ActionCode code) {
        store.open(question.caseId(), code, question.questionId());
    }

    private void use(Basis basis, Participant about, Question question, LinkageAnswer answer) {
        switch (question.kind()) {
            case IDENTITY -> identity(basis.handled(), about, question, answer);
            case ACCOUNT -> account(question, about, answer);
            case NUMBERING -> numbered(basis.handled(), about, question, answer);
            case TAX, FAMILY_REGISTER, PENSION ->
                carryOut(question, about, basis.handled().programme().effect(basis, about, question, answer));
            case RESIDENT_RECORD, HEALTH_INSURANCE, DISABILITY_CERTIFICATE, PUBLIC_ASSISTANCE, CHILD_ALLOWANCE, CHILD_REARING_ALLOWANCE,
                    SPECIAL_CHILD_REARING_ALLOWANCE, EMPLOYMENT_INSURANCE, ACCOUNT_CHECK ->
                carryOut(question, about, new FurtherAnswers(basis, businessDate.today()).effect(question, answer));
        }
    }

    private void carryOut(Question question, Participant about, Effect effect) {
        Kind kind = effect.kind();
        FactValue value = effect.value();
        if (kind != null && value != null) {
            add(question, about, kind, value, effect.validFrom());
        }
        effect.actionPoints().forEach(code -> open(question, code));
    }

    private void account(Question question, Participant about, LinkageAnswer answer) {
        if (!(answer instanceof AccountProvided given)) {
            throw new IllegalArgumentException(answer.outcome() + " is no account");
        }
        var value = new FactValue.Account(
                given.bankCode(), given.branchCode(), given.accountType(), given.accountNumber(), given.holderKana());
        add(question, about, Kind.ACCOUNT, value, given.registeredOn());
        if (!isHolder(about, given.holderKana())) {
            open(question, ActionCode.ACCOUNT_HOLDER_DIFFERS);
        }
    }

    /** 本人名義: the reading in the register, or the applied one where the register has none. */
    boolean isHolder(Participant about, String holderKana) {
        String registered = Optional.ofNullable(about.atenabango()).flatMap(people::current).map(Person::kana).orElse(about.kana());
        return registered != null && Names.sameHolder(registered, holderKana);
    }

    private void identity(BenefitCase handled, Participant about, Question question, LinkageAnswer answer) {
        if (!(answer instanceof IdentityProvided found)) {
            throw new IllegalArgumentException(answer.outcome() + " names nobody");
        }
        if (!about.isMeantBy(found)) {
            open(question, notFound(about));
        } else if (!found.alive()) {
            open(question, ActionCode.RESIDENCE_DIFFERS);
        } else if (question.channel() == Question.Channel.JUKI) {
            elsewhere(handled, about, question, found);
        } else {
            identified(handled, about, question, found);
        }
    }

    /** The spouse's absence matters only where incomes are compared: then nobody knows where the tax lies. */
    private static ActionCode notFound(Participant about) {
        return about.role() == Participant.Role.CHILD ? ActionCode.CHILD_NOT_FOUND : ActionCode.INCOME_NOT_AVAILABLE;
    }

    private void elsewhere(BenefitCase handled, Participant about, Question question, IdentityProvided found) {
        if (found.municipalityCode().equals(Tenant.current().code())) {
            // 住基ネット says the person lives here; the own register, asked first, does not.
            open(question, ActionCode.RESIDENCE_DIFFERS);
        }
        people.meetAgain(about.name(), about.birthDate(), found.address(), since(question, found))
                .ifPresent(atenabango -> store.match(about, atenabango));
        identified(handled, about, question, found);
    }

    private static LocalDate since(Question question, IdentityProvided found) {
        LocalDate since = found.residentSince();
        return since == null ? LocalDate.ofInstant(question.askedAt(), Japan.ZONE) : since;
    }

    /** A number that is another person's here would join two people: a person decides. What a household under 支援措置 has for an address is not kept. */
    private void numbered(BenefitCase handled, Participant about, Question question, LinkageAnswer answer) {
        if (!(answer instanceof Numbered given)) {
            throw new IllegalArgumentException(answer.outcome() + " is no number");
        }
        boolean taken = questions.identityOf(about.participantId()).filter(about::isMeantBy)
                .filter(found -> people.registerNonresident(
                        given.atenabango(), about.name(), about.birthDate(), handled.withheld() ? null : found.address(),
                        since(question, found)))
                .isPresent();
        if (taken) {
            store.match(about, given.atenabango());
        } else {
            open(question, ActionCode.NUMBER_UNDECIDED);
        }
    }

    private void identified(BenefitCase handled, Participant about, Question question, IdentityProvided found) {
        LocalDate since = found.residentSince();
        switch (about.role()) {
            case APPLICANT -> add(question, about, Kind.RESIDENCE, new FactValue.Residence(true, since), since);
            case CHILD ->
                add(question, about, Kind.CHILD_RESIDENCE, new FactValue.ChildResidence(true, found.municipalityCode(), since), since);
            case SPOUSE -> add(question, about, Kind.SPOUSE, new FactValue.Spouse(true, about.isSaidToLiveTogether()), since);
            case SUPPORTER -> {
                Supporter supporter = handled.supporter(about);
                add(question, about, Kind.SUPPORTER, new FactValue.Supporter(supporter.getRelationship(),
                        supporter.getLivesTogetherSince()), since);
            }
            case COUNTED_SIBLING -> throw new IllegalStateException("nothing is asked about a counted sibling");
        }
    }

    /** A later answer of the same kind about the same person replaces the earlier fact, which stays readable. */
    private void add(Question question, Participant about, Kind kind, FactValue value, @Nullable LocalDate validFrom) {
        UUID replaced = facts.of(about.caseId()).stream()
                .filter(fact -> fact.kind() == kind && fact.participantId().equals(about.participantId()) && !fact.superseded())
                .map(FactRecord::factId)
                .findFirst()
                .orElse(null);
        facts.add(new NewFact(about, kind, Source.valueOf(question.channel().name()), value, question.questionId(), validFrom, replaced));
    }
}
