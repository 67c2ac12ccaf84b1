package jp.todoke.benefits.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.todoke.api.linkage.model.Procedure;
import jp.todoke.benefits.cases.Attachments.Paper;
import jp.todoke.benefits.cases.Attachments.Required;
import jp.todoke.benefits.cases.FactRecord.Kind;
import jp.todoke.benefits.cases.Participant.Role;
import jp.todoke.benefits.cases.QuestionPlan.Ask;
import jp.todoke.benefits.cases.QuestionPlan.Plan;
import jp.todoke.benefits.cases.QuestionPlan.Situation;
import jp.todoke.benefits.linkage.LinkageAnswer;
import jp.todoke.benefits.linkage.Question;

/** 児童手当の認定の請求. Tax is asked only where two parents qualify (第4条第3項); 公務員 are turned to their 所属庁 (第17条) without a question. */
final class ChildAllowanceCase implements CaseProgramme {
    private static final int FIRST_MONTH_OF_TAX_YEAR = 6;

    private final ChildAllowanceEntitlement entitlement;

    ChildAllowanceCase(ChildAllowanceEntitlement entitlement) {
        this.entitlement = entitlement;
    }

    @Override
    public Code code() {
        return Code.CHILD_ALLOWANCE;
    }

    @Override
    public Procedure procedure() {
        return Procedure.CHILD_ALLOWANCE_NEW;
    }

    @Override
    public String ruleVersion() {
        return entitlement.ruleVersion();
    }

    @Override
    public boolean isPaymentMonth(YearMonth month) {
        return entitlement.isPaymentMonth(month);
    }

    /** The Act itself names the amounts (第6条). */
    @Override
    public boolean isAmountFixed(YearMonth month) {
        return true;
    }

    @Override
    public String paymentMonths() {
        return "児童手当の支払期月（2月、4月、6月、8月、10月、12月。児童手当法第8条第4項）";
    }

    @Override
    public boolean turnsAway(BenefitCase opened) {
        return opened.isPublicServant();
    }

    @Override
    public boolean testsHousehold() {
        return false;
    }

    /** The tax of a year is known from June on. */
    @Override
    public int taxYear(LocalDate receivedOn, LocalDate today) {
        return today.getMonthValue() >= FIRST_MONTH_OF_TAX_YEAR ? today.getYear() : today.getYear() - 1;
    }

    @Override
    public Plan plan(Situation situation) {
        QuestionPlan plan = new QuestionPlan(situation);
        QuestionPlan.Claim claim = situation.claim();
        if (plan.isStopped() || claim.publicServant()) {
            return plan.made();
        }
        if (claim.separation()) {
            plan.needPerson(ActionCode.SEPARATED_PARENTS);
        }
        if (claim.parentLeftOut()) {
            plan.needPerson(ActionCode.OTHER_PARENT_NOT_NAMED);
        }
        plan.askWhoTheyAre();
        if (!claim.separation() && claim.spouseNamed()) {
            plan.askIncomeOf(Role.APPLICANT, Role.SPOUSE);
        }
        plan.askAccount();
        plan.askEmployeeClass();
        plan.askFormerBody(Question.Kind.CHILD_ALLOWANCE, ActionCode.FORMER_ALLOWANCE_NOT_KNOWN);
        return plan.made();
    }

    @Override
    public List<Statement> statements(BenefitCase opened, List<Participant> participants, Plan plan) {
        List<Statement> said = new ArrayList<>();
        for (Participant one : participants) {
            switch (one.role()) {
                case APPLICANT -> {
                    said.add(new Statement(one, Kind.PUBLIC_SERVANT, new FactValue.PublicServant(opened.isPublicServant())));
                    if (opened.application().getSpouse() == null) {
                        said.add(new Statement(one, Kind.SPOUSE, new FactValue.Spouse(false, false)));
                    }
                }
                case SPOUSE -> {
                    boolean answeredAtOnce = plan.asks().stream()
                            .anyMatch(ask -> ask.channel().isOwn() && participants.get(ask.index()).equals(one));
                    if (!answeredAtOnce) {
                        said.add(new Statement(one, Kind.SPOUSE, new FactValue.Spouse(true, one.isSaidToLiveTogether())));
                    }
                }
                case CHILD -> said.add(new Statement(one, Kind.CARE, new FactValue.Care(true, one.isSaidToLiveTogether())));
                case COUNTED_SIBLING -> {
                    LocalDate declaredOn = one.declaredOn();
                    if (declaredOn != null) {
                        said.add(new Statement(one, Kind.COUNTED_SIBLING, new FactValue.CountedSibling(declaredOn)));
                    }
                }
                case SUPPORTER -> throw new IllegalStateException("児童手当 knows no supporters");
            }
        }
        return said;
    }

    /** Only now it is known where a spouse who lives elsewhere is taxed, and with whom a child lives. */
    @Override
    public Plan afterIdentity(
            BenefitCase handled, Participant identified, LinkageAnswer.IdentityProvided identity, Residence residence) {
        if (identified.role() == Role.CHILD && !handled.withheld()) {
            return Plan.of(QuestionPlan.aboutChildElsewhere(identity.municipalityCode(), residence.own()).toArray(Ask[]::new));
        }
        if (identified.role() != Role.SPOUSE || !handled.hasTwoQualifyingParents()) {
            return QuestionPlan.NOTHING;
        }
        LocalDate since = identity.residentSince();
        String taxPlace = since != null && TaxPlace.livedThereOnJanuary1(since, residence.taxYear()) ? identity.municipalityCode() : null;
        Optional<Ask> ask = QuestionPlan.incomeFrom(0, taxPlace, residence.own(), residence.taxYear(), handled.withheld());
        return ask.map(Plan::of)
                .orElseGet(() -> new Plan(List.of(), Set.of(ActionCode.INCOME_NOT_AVAILABLE), Set.of(Question.Kind.TAX)));
    }

    @Override
    public Effect effect(Basis basis, Participant about, Question question, LinkageAnswer answer) {
        return switch (answer) {
            case LinkageAnswer.TaxProvided(int year, long yen, _) ->
                Effect.fact(Kind.INCOME, new FactValue.Income(year, yen, null), LocalDate.of(year, FIRST_MONTH_OF_TAX_YEAR, 1));
            default -> throw new IllegalArgumentException(answer.outcome() + " gives no income");
        };
    }

    @Override
    public String condition(Kind kind) {
        return switch (kind) {
            case RESIDENCE -> "市区町村の区域内に住所を有すること（児童手当法第4条第1項）";
            case CHILD_RESIDENCE -> "児童が日本国内に住所を有すること（児童手当法第3条第1項）";
            case INCOME -> "生計を維持する程度の高い者であること（児童手当法第4条第3項）";
            case ACCOUNT -> "請求者本人名義の振込先であること";
            case PUBLIC_SERVANT -> "公務員でないこと（児童手当法第17条第1項）";
            case CARE -> "児童を監護し、かつ、生計を同じくすること（児童手当法第4条第1項第1号）";
            case COUNTED_SIBLING -> "監護に相当する世話等をし、生計費を負担していること（児童手当法第6条第2項）";
            case SPOUSE -> "ほかに支給要件を満たす父母等の有無（児童手当法第4条第2項・第3項）";
            case RESIDENT_RECORD -> "児童を監護し、かつ、生計を同じくすること（児童手当法第4条第1項第1号）";
            case EMPLOYEE_CLASS -> "被用者又は被用者等でない者の別（費用の負担。児童手当法第18条）";
            case FORMER_ALLOWANCE -> "前住所地と同じ月分が二重に支給されないこと（児童手当法第8条第2項）";
            case ACCOUNT_CHECK -> "請求者本人名義の振込先であること";
            case QUALIFYING_EVENT, PENSION, CHILD_SUPPORT, SUPPORTER, DISABILITY_CERTIFICATE, SPECIAL_CHILD_REARING_ALLOWANCE,
                    PUBLIC_ASSISTANCE ->
                throw new IllegalStateException(kind + " proves nothing in 児童手当");
        };
    }

    /** 住民票の写し for a child who lives elsewhere, 課税証明書 of each of two qualifying parents, 通帳の写し always; of 公務員 nothing. */
    @Override
    public List<Required> papers(BenefitCase handled, List<Participant> participants) {
        List<Required> papers = new ArrayList<>();
        if (turnsAway(handled)) {
            return papers;
        }
        for (Participant one : participants) {
            if (one.role() == Role.CHILD && !one.isSaidToLiveTogether()) {
                papers.add(new Required(Paper.RESIDENT_RECORD, one));
            }
            if (handled.hasTwoQualifyingParents() && (one.role() == Role.APPLICANT || one.role() == Role.SPOUSE)) {
                papers.add(new Required(Paper.TAX_CERTIFICATE, one));
            }
            if (one.role() == Role.APPLICANT) {
                papers.add(new Required(Paper.PASSBOOK_COPY, one));
            }
        }
        return papers;
    }

    @Override
    public Computed compute(Basis basis, LocalDate today) {
        return entitlement.compute(basis, today);
    }
}
