package jp.todoke.benefits.cases;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import jp.todoke.api.linkage.model.Subject;
import jp.todoke.benefits.cases.QuestionPlan.Ask;
import jp.todoke.benefits.identifiers.RowIds;
import jp.todoke.benefits.linkage.LinkageAnswer;
import jp.todoke.benefits.linkage.Question;
import jp.todoke.benefits.linkage.Questions;
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
    private final People people;
    private final TaxRegister taxes;
    private final RowIds ids;
    private final Clock clock;

    Asking(Questions questions, AnswerEffects effects, People people, TaxRegister taxes, RowIds ids, Clock clock) {
        this.questions = questions;
        this.effects = effects;
        this.people = people;
        this.taxes = taxes;
        this.ids = ids;
        this.clock = clock;
    }

    void put(BenefitCase handled, List<Participant> participants, Participant about, Ask ask) {
        UUID id = ids.next();
        Question question = new Question(id, handled.caseId(), about.participantId(), ask.kind(), ask.channel(), ask.provider(),
                ask.taxYear(), clock.instant());
        if (ask.channel().isOwn()) {
            Integer year = ask.taxYear();
            LinkageAnswer answer = year == null ? ownIdentity(about) : ownTax(about, year);
            questions.answerOurselves(question, answer);
            effects.apply(handled, participants, about, question, answer);
        } else {
            questions.ask(question, handled.programme().procedure(), handled.caseNumber(),
                    new Subject().atenabango(about.atenabango()).name(about.name()).birthDate(about.birthDate()));
        }
    }

    private LinkageAnswer ownIdentity(Participant about) {
        Person person = person(about);
        return person == null
                ? new LinkageAnswer.PersonUnknown()
                : new LinkageAnswer.IdentityProvided(
                        person.name(), person.birthDate(), Tenant.current().code(), person.address(), person.residentSince(), true);
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
