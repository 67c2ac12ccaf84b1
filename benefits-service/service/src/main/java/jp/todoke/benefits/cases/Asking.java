package jp.todoke.benefits.cases;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.todoke.api.linkage.model.BankAccount;
import jp.todoke.api.linkage.model.BankAccount.AccountTypeEnum;
import jp.todoke.api.linkage.model.InquiryCancelled.ReasonEnum;
import jp.todoke.api.linkage.model.Subject;
import jp.todoke.api.linkage.model.Subject.SexEnum;
import jp.todoke.benefits.audit.AuditTrail;
import jp.todoke.benefits.cases.QuestionPlan.Ask;
import jp.todoke.benefits.identifiers.RowIds;
import jp.todoke.benefits.linkage.LinkageAnswer;
import jp.todoke.benefits.linkage.LinkageAnswer.IdentityProvided;
import jp.todoke.benefits.linkage.Question;
import jp.todoke.benefits.linkage.Question.Channel;
import jp.todoke.benefits.linkage.Questions;
import jp.todoke.benefits.linkage.Questions.Asked;
import jp.todoke.benefits.linkage.Questions.Errand;
import jp.todoke.benefits.people.People;
import jp.todoke.benefits.people.Person;
import jp.todoke.benefits.people.TaxRecord;
import jp.todoke.benefits.people.TaxRegister;
import jp.todoke.benefits.taxes.TaxDetail;
import jp.todoke.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts the questions of a plan: own records answer at once, the rest leaves through the channel. */
@Service
class Asking {
    private final Questions questions;
    private final AnswerEffects effects;
    private final Facts facts;
    private final People people;
    private final TaxRegister taxes;
    private final RowIds ids;
    private final Clock clock;

    Asking(Questions questions, AnswerEffects effects, Facts facts, People people, TaxRegister taxes, RowIds ids, Clock clock) {
        this.questions = questions;
        this.effects = effects;
        this.facts = facts;
        this.people = people;
        this.taxes = taxes;
        this.ids = ids;
        this.clock = clock;
    }

    /** Which question in a row it is, and who asks. */
    record Round(int number, String askedBy) {
        static final Round FIRST = new Round(1, AuditTrail.SYSTEM);

        static Round after(Question question) {
            return new Round(question.round() + 1, AuditTrail.SYSTEM);
        }
    }

    void put(BenefitCase handled, List<Participant> participants, Participant about, Ask ask) {
        put(handled, participants, about, ask, Round.FIRST);
    }

    /** @throws IllegalStateException where the question would leave the office about a household under 支援措置: planned by mistake */
    void put(BenefitCase handled, List<Participant> participants, Participant about, Ask ask, Round round) {
        Question question = new Question(
                ids.next(), handled.caseId(), about.participantId(), ask.kind(), ask.channel(), ask.provider(), ask.taxYear(),
                round.number(), round.askedBy(), clock.instant());
        if (ask.channel().isOwn()) {
            Integer year = ask.taxYear();
            LinkageAnswer answer = year == null ? ownIdentity(about) : ownTax(about, year);
            questions.answerOurselves(question, answer);
            effects.apply(handled, participants, about, question, answer);
        } else if (handled.withheld() && isShownToThePerson(ask.channel())) {
            throw new IllegalStateException(ask.kind() + " must not be asked: the household is under 支援措置");
        } else {
            questions.ask(question, errand(handled, about, ask));
        }
    }

    /** 情報提供等記録 and 本人確認情報の利用記録 are; what a bank is asked is not. */
    static boolean isShownToThePerson(Channel channel) {
        return channel == Channel.CHUKAN || channel == Channel.JUKI;
    }

    private Errand errand(BenefitCase handled, Participant about, Ask ask) {
        Subject subject = new Subject().atenabango(about.atenabango()).name(about.name()).birthDate(about.birthDate());
        BankAccount account = ask.kind() == Question.Kind.ACCOUNT_CHECK ? accountOf(handled.caseId()).orElseThrow() : null;
        if (account != null) {
            subject.kana(about.kana());
        } else if (ask.kind() == Question.Kind.NUMBERING) {
            questions.identityOf(about.participantId()).filter(about::isMeantBy).ifPresent(known -> describe(subject, about, known));
        }
        return new Errand(handled.programme().procedure(), handled.caseNumber(), subject, handled.withheld(), account);
    }

    /** 基本4情報 as 住基ネット has them; what it did not say stays absent, and half a person is not numbered. */
    private static void describe(Subject subject, Participant about, IdentityProvided known) {
        subject.kana(known.kana() == null ? about.kana() : known.kana()).address(known.address())
                .addressMunicipalityCode(known.municipalityCode());
        Arrays.stream(SexEnum.values()).filter(sex -> sex.getValue().equals(known.sex())).findFirst().ifPresent(subject::setSex);
    }

    /** 口座確認 of the account that would be paid to; a check of another account is not needed any more. */
    void checkAccount(BenefitCase handled, List<Participant> participants) {
        Participant applicant = participants.getFirst();
        questions.of(handled.caseId()).stream()
                .filter(asked -> asked.question().kind() == Question.Kind.ACCOUNT_CHECK && asked.isAwaited())
                .forEach(asked -> questions.cancel(asked, ReasonEnum.NOT_NEEDED));
        put(handled, participants, applicant, new Ask(0, Question.Kind.ACCOUNT_CHECK, Channel.BANK, null, null));
    }

    /** The account that stands in the case now, confirmed or not. */
    Optional<BankAccount> accountOf(UUID caseId) {
        return facts.of(caseId).stream()
                .filter(fact -> fact.kind() == FactRecord.Kind.ACCOUNT && !fact.superseded())
                .map(fact -> (FactValue.Account) fact.value())
                .map(account -> new BankAccount(
                        account.bankCode(), account.branchCode(), AccountTypeEnum.fromValue(account.accountType()), account.accountNumber(),
                        account.holderKana()))
                .findFirst();
    }

    /** 取りやめ of all that is still open. */
    void cancelAll(UUID caseId, ReasonEnum reason) {
        questions.of(caseId).stream().filter(Asked::isAwaited).forEach(asked -> questions.cancel(asked, reason));
    }

    /** A disposition that grants leaves the bank's answer of use: it touches the payment only. */
    void cancelAllButAccountCheck(UUID caseId) {
        questions.of(caseId).stream()
                .filter(asked -> asked.isAwaited() && asked.question().kind() != Question.Kind.ACCOUNT_CHECK)
                .forEach(asked -> questions.cancel(asked, ReasonEnum.CASE_CLOSED));
    }

    private LinkageAnswer ownIdentity(Participant about) {
        Person person = person(about);
        return person == null
                ? new LinkageAnswer.PersonUnknown()
                : new IdentityProvided(
                        person.name(), person.kana(), person.birthDate(), null, Tenant.current().code(), person.address(),
                        person.residentSince(), true);
    }

    /** Nothing in the own feed is a copy that is not there, not an income of zero. */
    private LinkageAnswer ownTax(Participant about, int taxYear) {
        String atenabango = about.atenabango();
        return switch (atenabango == null ? new TaxRecord.Absent() : taxes.of(atenabango, taxYear)) {
            case TaxRecord.Declared(long yen, TaxDetail detail) -> new LinkageAnswer.TaxProvided(taxYear, yen, detail);
            case TaxRecord.Undeclared _ -> new LinkageAnswer.Undeclared();
            case TaxRecord.Absent _ -> new LinkageAnswer.NoCopy();
        };
    }

    private @Nullable Person person(Participant about) {
        String atenabango = about.atenabango();
        return atenabango == null ? null : people.current(atenabango).orElse(null);
    }
}
