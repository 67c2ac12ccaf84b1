package jp.todoke.benefits.cases;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.todoke.benefits.linkage.Question.Channel;
import jp.todoke.benefits.linkage.Question.Kind;
import org.jspecify.annotations.Nullable;

/**
 * 照会の計画 — what a new case asks, from whom, and what needs a person at once; a programme puts its steps together. Asked is only what the law and
 * this case need: the own register for own residents, 住基ネット for who lives elsewhere, tax where it lies, the account only on 希望. Nothing about
 * a household under 支援措置 leaves the office: the provider's record of the question is shown to the person asked about, and to whoever has that
 * person's card.
 */
final class QuestionPlan {
    private final List<Ask> asks = new ArrayList<>();
    private final Set<ActionCode> actionPoints = EnumSet.noneOf(ActionCode.class);
    private final Situation situation;

    QuestionPlan(Situation situation) {
        this.situation = situation;
    }

    /**
     * What the plan looks at.
     *
     * @param duplicate whether the same person applied within 30 days before
     * @param competing whether another recipient has a case for one of the children
     */
    record Situation(
            String ownMunicipality,
            int taxYear,
            Claim claim,
            boolean duplicate,
            boolean competing,
            boolean withheld,
            List<Member> members) {
        Situation {
            members = List.copyOf(members);
        }
    }

    /**
     * What the application and the applicant's household say.
     *
     * @param spouseNamed   配偶者 named in the application
     * @param parentLeftOut whether the register shows a parent of the children in the applicant's household whom the application does not name
     * @param adultLeftOut  whether the register shows any grown-up in the applicant's household whom the application does not name
     */
    record Claim(
            boolean applicantMatched,
            boolean publicServant,
            boolean separation,
            boolean usePublicAccount,
            boolean spouseNamed,
            boolean parentLeftOut,
            boolean adultLeftOut) {}

    /**
     * Whoever something may be asked about; {@code index} is the caller's.
     *
     * @param inRegister whether the own register knows the person as a resident on the day of receipt
     * @param taxPlace   1月1日の住所地 of the tax year; absent when not known
     */
    record Member(int index, Participant.Role role, boolean inRegister, boolean livesTogether, @Nullable String taxPlace) {}

    /** One question; provider and year for tax only. */
    record Ask(int index, Kind kind, Channel channel, @Nullable String provider, @Nullable Integer taxYear) {}

    record Plan(List<Ask> asks, Set<ActionCode> actionPoints) {}

    /** Nothing to ask. */
    static final Plan NOTHING = new Plan(List.of(), Set.of());

    Plan made() {
        return new Plan(List.copyOf(asks), Set.copyOf(actionPoints));
    }

    /** Whether a person must look before anything is asked; a competing claim is marked, and goes on. */
    boolean isStopped() {
        if (!situation.claim().applicantMatched()) {
            actionPoints.add(ActionCode.IDENTITY_UNMATCHED);
            return true;
        }
        if (situation.competing()) {
            actionPoints.add(ActionCode.COMPETING_CLAIM);
        }
        if (situation.duplicate()) {
            actionPoints.add(ActionCode.DUPLICATE_APPLICATION);
            return true;
        }
        return false;
    }

    void needPerson(ActionCode code) {
        actionPoints.add(code);
    }

    void askWhoTheyAre() {
        situation.members().forEach(this::askWhoItIs);
    }

    void askIncomeOf(Participant.Role... roles) {
        Set<Participant.Role> asked = Set.of(roles);
        situation.members().stream().filter(member -> asked.contains(member.role())).forEach(this::askIncome);
    }

    /** A question that only the network answers, about whoever is identified; {@code unasked} where nothing may leave the office. */
    void askNetwork(Kind kind, Participant.Role role, ActionCode unasked) {
        if (situation.withheld()) {
            actionPoints.add(unasked);
            return;
        }
        situation.members().stream().filter(member -> member.role() == role && member.inRegister())
                .forEach(member -> asks.add(new Ask(member.index(), kind, Channel.CHUKAN, null, null)));
    }

    private void askWhoItIs(Member member) {
        if (member.inRegister()) {
            asks.add(new Ask(member.index(), Kind.IDENTITY, Channel.OWN_REGISTER, null, null));
        } else if (member.livesTogether()) {
            // Said to live here, and the register of here does not know the person: no register elsewhere can settle that.
            actionPoints.add(member.role() == Participant.Role.CHILD ? ActionCode.CHILD_NOT_FOUND : ActionCode.RESIDENCE_DIFFERS);
        } else if (!situation.withheld()) {
            asks.add(new Ask(member.index(), Kind.IDENTITY, Channel.JUKI, null, null));
        } else if (member.role() == Participant.Role.CHILD) {
            actionPoints.add(ActionCode.CHILD_NOT_FOUND);
        }
    }

    private void askIncome(Member member) {
        if (isAskedOutsideFirst(member)) {
            return;
        }
        incomeFrom(member.index(), member.taxPlace(), situation.ownMunicipality(), situation.taxYear(), situation.withheld())
                .ifPresentOrElse(asks::add, () -> actionPoints.add(ActionCode.INCOME_NOT_AVAILABLE));
    }

    /** Where tax lies for somebody who lives elsewhere is known only after 住基ネット answered. */
    private boolean isAskedOutsideFirst(Member member) {
        return !member.inRegister() && member.taxPlace() == null && !situation.withheld() && !member.livesTogether();
    }

    /** The question about tax, or none when it may not or cannot be asked. */
    static Optional<Ask> incomeFrom(int index, @Nullable String taxPlace, String own, int taxYear, boolean withheld) {
        if (own.equals(taxPlace)) {
            return Optional.of(new Ask(index, Kind.TAX, Channel.OWN_TAX_FEED, null, taxYear));
        }
        return taxPlace == null || withheld
                ? Optional.empty()
                : Optional.of(new Ask(index, Kind.TAX, Channel.CHUKAN, taxPlace, taxYear));
    }

    /** 公金受取口座: only on 希望. */
    void askAccount() {
        if (!situation.claim().usePublicAccount()) {
            return;
        }
        if (situation.withheld()) {
            actionPoints.add(ActionCode.ACCOUNT_NOT_AVAILABLE);
            return;
        }
        situation.members().stream().filter(member -> member.role() == Participant.Role.APPLICANT).forEach(
                applicant -> asks.add(new Ask(applicant.index(), Kind.ACCOUNT, Channel.CHUKAN, null, null)));
    }
}
