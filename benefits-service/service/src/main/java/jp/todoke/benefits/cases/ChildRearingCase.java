package jp.todoke.benefits.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
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
import jp.todoke.benefits.linkage.Question.Channel;

/**
 * 児童扶養手当の認定の請求. The incomes of the claimant and of every 扶養義務者 are always measured (第9条・第10条), the ground is borne out by the 戸籍, and
 * pensions are always asked about (第13条の2).
 */
final class ChildRearingCase implements CaseProgramme {
    private final ChildRearingEntitlement entitlement;

    ChildRearingCase(ChildRearingEntitlement entitlement) {
        this.entitlement = entitlement;
    }

    @Override
    public Code code() {
        return Code.CHILD_REARING_ALLOWANCE;
    }

    @Override
    public Procedure procedure() {
        return Procedure.CHILD_REARING_ALLOWANCE_NEW;
    }

    @Override
    public String ruleVersion() {
        return entitlement.ruleVersion();
    }

    @Override
    public boolean isPaymentMonth(YearMonth month) {
        return entitlement.isPaymentMonth(month);
    }

    /** Revised each April with the prices (第5条の2). */
    @Override
    public boolean isAmountFixed(YearMonth month) {
        return !month.isAfter(entitlement.fixedThrough());
    }

    @Override
    public String paymentMonths() {
        return "児童扶養手当の支払期月（1月、3月、5月、7月、9月、11月。児童扶養手当法第7条第3項）";
    }

    /** 公務員 are paid by their municipality like everybody. */
    @Override
    public boolean turnsAway(BenefitCase opened) {
        return false;
    }

    /** 扶養義務者 (第10条), and a spouse in fact (第4条第2項). */
    @Override
    public boolean testsHousehold() {
        return true;
    }

    @Override
    public int taxYear(LocalDate receivedOn, LocalDate today) {
        return IncomeCycle.of(receivedOn).taxYear();
    }

    /** Whoever may be the other parent, or a spouse in fact, living with the claimant speaks against the ground (第4条第2項). */
    @Override
    public Plan plan(Situation situation) {
        QuestionPlan plan = new QuestionPlan(situation);
        QuestionPlan.Claim claim = situation.claim();
        if (plan.isStopped()) {
            return plan.made();
        }
        if (claim.spouseNamed() || claim.parentLeftOut()) {
            plan.needPerson(ActionCode.GROUND_NOT_CONFIRMED);
        }
        if (claim.adultLeftOut()) {
            plan.needPerson(ActionCode.SUPPORTER_NOT_NAMED);
        }
        plan.askWhoTheyAre();
        plan.askIncomeOf(Role.APPLICANT, Role.SUPPORTER);
        plan.askNetwork(Question.Kind.FAMILY_REGISTER, Role.APPLICANT, ActionCode.GROUND_NOT_CONFIRMED);
        plan.askNetwork(Question.Kind.PENSION, Role.APPLICANT, ActionCode.PENSION_NOT_AVAILABLE);
        plan.askNetwork(Question.Kind.PENSION, Role.CHILD, ActionCode.PENSION_NOT_AVAILABLE);
        plan.askDisability();
        plan.askFormerBody(Question.Kind.CHILD_REARING_ALLOWANCE, ActionCode.FORMER_ALLOWANCE_NOT_KNOWN);
        plan.askFormerBody(Question.Kind.PUBLIC_ASSISTANCE, ActionCode.PUBLIC_ASSISTANCE_NOT_KNOWN);
        plan.askAccount();
        return plan.made();
    }

    /** 監護 of each child, and 養育費 of the year whose income counts. */
    @Override
    public List<Statement> statements(BenefitCase opened, List<Participant> participants, Plan plan) {
        List<Statement> said = new ArrayList<>();
        for (Participant one : participants) {
            switch (one.role()) {
                case APPLICANT -> said.add(new Statement(one, Kind.CHILD_SUPPORT, new FactValue.ChildSupport(
                        IncomeCycle.of(opened.receivedOn()).incomeYear(), opened.childRearing().getChildSupportYen())));
                case CHILD -> said.add(new Statement(one, Kind.CARE, new FactValue.Care(true, one.isSaidToLiveTogether())));
                case SPOUSE, COUNTED_SIBLING, SUPPORTER -> {
                    // The claimant says that they are there; who they are is asked.
                }
            }
        }
        return said;
    }

    /** A child who lives elsewhere can be asked about once it is known who it is. */
    @Override
    public Plan afterIdentity(
            BenefitCase handled, Participant identified, LinkageAnswer.IdentityProvided identity, Residence residence) {
        if (identified.role() != Role.CHILD || handled.withheld()) {
            return QuestionPlan.NOTHING;
        }
        List<Ask> asks = new ArrayList<>(QuestionPlan.aboutChildElsewhere(identity.municipalityCode(), residence.own()));
        asks.add(new Ask(0, Question.Kind.PENSION, Channel.CHUKAN, null, null));
        if (QuestionPlan.Age.of(identified.birthDate(), handled.receivedOn()) == QuestionPlan.Age.PAST_SCHOOL_AGE) {
            // The place where the child lives has the prefecture that answers.
            QuestionPlan.DISABILITY.forEach(kind -> asks.add(new Ask(0, kind, Channel.CHUKAN, identity.municipalityCode(), null)));
        }
        return Plan.of(asks.toArray(Ask[]::new));
    }

    @Override
    public Effect effect(Basis basis, Participant about, Question question, LinkageAnswer answer) {
        ChildRearingAnswers answers = new ChildRearingAnswers(basis);
        return switch (question.kind()) {
            case TAX -> answers.tax(about, answer);
            case FAMILY_REGISTER -> answers.familyRegister(answer);
            case PENSION -> answers.pension(about, answer);
            default -> throw new IllegalArgumentException(question.kind() + " is the same in every programme");
        };
    }

    @Override
    public String condition(Kind kind) {
        return switch (kind) {
            case RESIDENCE -> "請求者が日本国内に住所を有すること（児童扶養手当法第4条第3項）";
            case CHILD_RESIDENCE -> "児童が日本国内に住所を有すること（児童扶養手当法第4条第2項第1号）";
            case INCOME -> "所得が政令で定める額に満たないこと（児童扶養手当法第9条第1項・第10条）";
            case ACCOUNT -> "請求者本人名義の振込先であること";
            case CARE -> "児童を監護すること（父は、かつ、生計を同じくすること）（児童扶養手当法第4条第1項）";
            case QUALIFYING_EVENT -> "父母の婚姻の解消、父又は母の死亡、未婚その他の事由に該当すること（児童扶養手当法第4条第1項）";
            case PENSION -> "公的年金給付等の額による支給の制限（児童扶養手当法第13条の2）";
            case CHILD_SUPPORT -> "所得に算入する養育費の額（児童扶養手当法第9条第2項）";
            case SUPPORTER -> "請求者と生計を同じくする扶養義務者であること（児童扶養手当法第10条）";
            case SPOUSE -> "婚姻（事実上の婚姻関係を含む。）をしていないこと（児童扶養手当法第4条第2項）";
            case RESIDENT_RECORD -> "児童を監護すること（父は、かつ、生計を同じくすること）（児童扶養手当法第4条第1項）";
            case DISABILITY_CERTIFICATE, SPECIAL_CHILD_REARING_ALLOWANCE -> "20歳未満で政令で定める程度の障害の状態にある児童であること（児童扶養手当法第3条第1項）";
            case FORMER_ALLOWANCE -> "前住所地と同じ月分が二重に支給されないこと（児童扶養手当法第7条第1項）";
            case PUBLIC_ASSISTANCE -> "請求者の世帯の状況（児童扶養手当法第29条第1項）";
            case ACCOUNT_CHECK -> "請求者本人名義の振込先であること";
            case PUBLIC_SERVANT, COUNTED_SIBLING, EMPLOYEE_CLASS -> throw new IllegalStateException(kind + " proves nothing in 児童扶養手当");
        };
    }

    /** 戸籍謄本, 課税証明書 of everybody whose income is measured, 年金証書 where a pension is declared, 通帳の写し, 住民票 of a child elsewhere. */
    @Override
    public List<Required> papers(BenefitCase handled, List<Participant> participants) {
        List<Required> papers = new ArrayList<>();
        for (Participant one : participants) {
            switch (one.role()) {
                case APPLICANT -> {
                    papers.add(new Required(Paper.FAMILY_REGISTER, one));
                    papers.add(new Required(Paper.TAX_CERTIFICATE, one));
                    if (handled.childRearing().getPublicPension()) {
                        papers.add(new Required(Paper.PENSION_CERTIFICATE, one));
                    }
                    papers.add(new Required(Paper.PASSBOOK_COPY, one));
                }
                case CHILD -> {
                    if (!one.isSaidToLiveTogether()) {
                        papers.add(new Required(Paper.RESIDENT_RECORD, one));
                    }
                }
                case SUPPORTER -> papers.add(new Required(Paper.TAX_CERTIFICATE, one));
                case SPOUSE, COUNTED_SIBLING -> {
                    // Nothing is proved about them by paper.
                }
            }
        }
        return papers;
    }

    @Override
    public Computed compute(Basis basis, LocalDate today) {
        return entitlement.compute(basis);
    }
}
