package jp.todoke.benefits.cases;

import java.time.LocalDate;
import java.util.Optional;
import jp.todoke.benefits.cases.QuestionPlan.Ask;
import jp.todoke.benefits.linkage.Question;
import jp.todoke.benefits.linkage.Question.Channel;
import jp.todoke.benefits.linkage.Question.Kind;
import jp.todoke.benefits.people.People;
import jp.todoke.benefits.people.Person;
import jp.todoke.guard.Problem;
import jp.todoke.tenancy.BusinessDate;
import jp.todoke.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 提供者: whom a question of an officer goes to. Own residents' data come from the own records, and nobody is asked at random. */
@Component
class Providers {
    private final People people;
    private final Facts facts;
    private final Asking asking;
    private final BusinessDate businessDate;

    Providers(People people, Facts facts, Asking asking, BusinessDate businessDate) {
        this.people = people;
        this.facts = facts;
        this.asking = asking;
        this.businessDate = businessDate;
    }

    /** @param before the same question as it was put last; whom it went to, it goes to again */
    Ask of(BenefitCase handled, Participant about, Kind kind, @Nullable LocalDate asOf, @Nullable Question before) {
        LocalDate received = handled.receivedOn();
        int taxYear = handled.programme().taxYear(asOf == null ? received : asOf, asOf == null ? businessDate.today() : asOf);
        boolean sameYear = before == null || before.taxYear() == null || before.taxYear() == taxYear;
        if (before != null && sameYear) {
            return new Ask(0, kind, before.channel(), before.providerMunicipality(), before.taxYear());
        }
        Optional<Person> person = Optional.ofNullable(about.atenabango()).flatMap(people::current);
        boolean resident = person.filter(one -> one.isResidentOn(received)).isPresent();
        return switch (kind) {
            case IDENTITY -> new Ask(0, kind, resident ? Channel.OWN_REGISTER : Channel.JUKI, null, null);
            case TAX -> tax(person, taxYear);
            case RESIDENT_RECORD -> elsewhere(kind, residenceOf(handled, about));
            case CHILD_ALLOWANCE, CHILD_REARING_ALLOWANCE, PUBLIC_ASSISTANCE -> elsewhere(kind, person.map(Person::movedFrom));
            case ACCOUNT -> account(handled, about);
            case ACCOUNT_CHECK -> accountCheck(handled, about);
            case DISABILITY_CERTIFICATE, SPECIAL_CHILD_REARING_ALLOWANCE ->
                new Ask(0, kind, Channel.CHUKAN, residenceOf(handled, about).orElse(null), null);
            case NUMBERING -> new Ask(0, kind, Channel.ATENA, null, null);
            case FAMILY_REGISTER, PENSION, HEALTH_INSURANCE, EMPLOYMENT_INSURANCE ->
                new Ask(0, kind, Channel.CHUKAN, null, null);
        };
    }

    private static Ask tax(Optional<Person> person, int taxYear) {
        String own = Tenant.current().code();
        String place = TaxPlace.of(person.orElse(null), own, taxYear);
        return QuestionPlan.incomeFrom(0, place, own, taxYear, false).orElseThrow(Providers::unknown);
    }

    private static Ask elsewhere(Kind kind, Optional<String> municipality) {
        String provider = municipality.orElseThrow(Providers::unknown);
        if (provider.equals(Tenant.current().code())) {
            throw Problem.unprocessable("OWN_RECORD", "市の記録にある情報です。ネットワークでは照会しません。");
        }
        return new Ask(0, kind, Channel.CHUKAN, provider, null);
    }

    private Optional<String> residenceOf(BenefitCase handled, Participant about) {
        return facts.of(handled.caseId()).stream()
                .filter(fact -> fact.kind() == FactRecord.Kind.CHILD_RESIDENCE && fact.participantId().equals(about.participantId()))
                .filter(fact -> !fact.superseded())
                .map(fact -> ((FactValue.ChildResidence) fact.value()).municipalityCode())
                .findFirst();
    }

    private static Ask account(BenefitCase handled, Participant about) {
        requireApplicant(about);
        if (!handled.application().getAccount().getUsePublicAccount()) {
            throw Problem.unprocessable("NOT_WISHED", "公金受取口座の利用の希望がないため、照会できません。");
        }
        return new Ask(0, Kind.ACCOUNT, Channel.CHUKAN, null, null);
    }

    private Ask accountCheck(BenefitCase handled, Participant about) {
        requireApplicant(about);
        if (asking.accountOf(handled.caseId()).isEmpty()) {
            throw Problem.unprocessable("NOTHING_TO_CHECK", "確認する口座がありません。");
        }
        return new Ask(0, Kind.ACCOUNT_CHECK, Channel.BANK, null, null);
    }

    private static void requireApplicant(Participant about) {
        if (about.role() != Participant.Role.APPLICANT) {
            throw Problem.unprocessable("NOT_THE_APPLICANT", "口座は請求者についてだけ照会できます。");
        }
    }

    private static Problem unknown() {
        return Problem.unprocessable("PROVIDER_UNKNOWN", "照会先の市区町村が記録から分かりません。書類で確認してください。");
    }
}
