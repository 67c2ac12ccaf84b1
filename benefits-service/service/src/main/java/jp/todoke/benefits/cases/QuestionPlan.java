package jp.todoke.benefits.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.todoke.benefits.law.LegalAge;
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
    private static final int THREE = 3;
    private static final int EIGHTEEN = 18;
    private static final int TWENTY = 20;

    private final List<Ask> asks = new ArrayList<>();
    private final Set<ActionCode> actionPoints = EnumSet.noneOf(ActionCode.class);
    private final Set<Kind> needs = EnumSet.noneOf(Kind.class);
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
     * @param former        前住所地, where the applicant moved in and may have been paid before
     */
    record Claim(
            boolean applicantMatched,
            boolean publicServant,
            boolean separation,
            boolean usePublicAccount,
            boolean spouseNamed,
            boolean parentLeftOut,
            boolean adultLeftOut,
            Former former) {}

    /** @param municipality absent where the register does not say it */
    record Former(boolean movedIn, @Nullable String municipality) {
        static final Former NONE = new Former(false, null);
    }

    /**
     * Whoever something may be asked about; {@code index} is the caller's.
     *
     * @param inRegister whether the own register knows the person as a resident on the day of receipt
     * @param taxPlace   1月1日の住所地 of the tax year; absent when not known
     * @param age        what the years of a child make a matter of
     */
    record Member(int index, Participant.Role role, boolean inRegister, boolean livesTogether, @Nullable String taxPlace, Age age) {}

    /** Ages at which something more is asked. */
    enum Age {
        UNDER_THREE,
        /** Past the 31 March after 18 and not yet 20: a child only with a disability (児童扶養手当法第3条第1項). */
        PAST_SCHOOL_AGE,
        ANY;

        /** In the month of the claim; 3歳未満 lasts through the month in which three is attained. */
        static Age of(LocalDate birth, LocalDate received) {
            if (!YearMonth.from(LegalAge.attained(birth, THREE)).isBefore(YearMonth.from(received))) {
                return UNDER_THREE;
            }
            boolean past = LegalAge.schoolYearEnd(birth, EIGHTEEN).isBefore(received) && LegalAge.attained(birth, TWENTY).isAfter(received);
            return past ? PAST_SCHOOL_AGE : ANY;
        }
    }

    /** One question; a provider where it is a municipality, a year for tax only. */
    record Ask(int index, Kind kind, Channel channel, @Nullable String provider, @Nullable Integer taxYear) {}

    /** @param needs what a body outside could answer for this case, also where it may not be asked */
    record Plan(List<Ask> asks, Set<ActionCode> actionPoints, Set<Kind> needs) {
        static Plan of(Ask... asks) {
            return new Plan(List.of(asks), Set.of(), Arrays.stream(asks).map(Ask::kind).collect(Collectors.toUnmodifiableSet()));
        }
    }

    /** Nothing to ask. */
    static final Plan NOTHING = new Plan(List.of(), Set.of(), Set.of());

    Plan made() {
        asks.stream().filter(ask -> !ask.channel().isOwn()).forEach(ask -> needs.add(ask.kind()));
        return new Plan(List.copyOf(asks), Set.copyOf(actionPoints), Set.copyOf(needs));
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
        askNetwork(kind, member -> member.role() == role, null, unasked);
    }

    private void askNetwork(Kind kind, Predicate<Member> whom, @Nullable String provider, ActionCode unasked) {
        List<Member> members = situation.members().stream().filter(whom).filter(Member::inRegister).toList();
        if (members.isEmpty()) {
            return;
        }
        needs.add(kind);
        if (situation.withheld()) {
            actionPoints.add(unasked);
        } else {
            members.forEach(member -> asks.add(new Ask(member.index(), kind, Channel.CHUKAN, provider, null)));
        }
    }

    /** 被用者の区分 decides who bears the cost, and only for children under three (児童手当法第18条). */
    void askEmployeeClass() {
        if (hasChild(Age.UNDER_THREE)) {
            askNetwork(Kind.HEALTH_INSURANCE, Participant.Role.APPLICANT, ActionCode.EMPLOYEE_CLASS_NOT_KNOWN);
        }
    }

    /** 前住所地 of who moved in; our own records are not asked over the network. */
    void askFormerBody(Kind kind, ActionCode unasked) {
        Former former = situation.claim().former();
        String municipality = former.municipality();
        if (former.movedIn() && municipality == null) {
            actionPoints.add(unasked);
        } else if (municipality != null && !municipality.equals(situation.ownMunicipality())) {
            askNetwork(kind, member -> member.role() == Participant.Role.APPLICANT, municipality, unasked);
        }
    }

    /** Whoever is past school age is a child only with a disability: where a body knows of one, an officer looks. */
    void askDisability() {
        if (hasChild(Age.PAST_SCHOOL_AGE)) {
            for (Kind kind : DISABILITY) {
                askNetwork(kind, member -> isChild(member, Age.PAST_SCHOOL_AGE), null, ActionCode.DISABILITY_NOT_CONFIRMED);
            }
        }
    }

    private boolean hasChild(Age age) {
        return situation.members().stream().anyMatch(member -> isChild(member, age));
    }

    private static boolean isChild(Member member, Age age) {
        return member.role() == Participant.Role.CHILD && member.age() == age;
    }

    /** What is asked about a child who lives elsewhere once it is known where. */
    static List<Ask> aboutChildElsewhere(String municipality, String own) {
        return municipality.equals(own) ? List.of() : List.of(new Ask(0, Kind.RESIDENT_RECORD, Channel.CHUKAN, municipality, null));
    }

    /** 障害者手帳 and 特別児童扶養手当. */
    static final List<Kind> DISABILITY = List.of(Kind.DISABILITY_CERTIFICATE, Kind.SPECIAL_CHILD_REARING_ALLOWANCE);

    private void askWhoItIs(Member member) {
        if (member.inRegister()) {
            asks.add(new Ask(member.index(), Kind.IDENTITY, Channel.OWN_REGISTER, null, null));
        } else if (member.livesTogether()) {
            // Said to live here, and the register of here does not know the person: no register elsewhere can settle that.
            actionPoints.add(member.role() == Participant.Role.CHILD ? ActionCode.CHILD_NOT_FOUND : ActionCode.RESIDENCE_DIFFERS);
        } else if (!situation.withheld()) {
            asks.add(new Ask(member.index(), Kind.IDENTITY, Channel.JUKI, null, null));
        } else {
            needs.add(Kind.IDENTITY);
            if (member.role() == Participant.Role.CHILD) {
                actionPoints.add(ActionCode.CHILD_NOT_FOUND);
            }
        }
    }

    private void askIncome(Member member) {
        if (isAskedOutsideFirst(member)) {
            return;
        }
        incomeFrom(member.index(), member.taxPlace(), situation.ownMunicipality(), situation.taxYear(), situation.withheld())
                .ifPresentOrElse(asks::add, () -> {
                    needs.add(Kind.TAX);
                    actionPoints.add(ActionCode.INCOME_NOT_AVAILABLE);
                });
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
        needs.add(Kind.ACCOUNT);
        if (situation.withheld()) {
            actionPoints.add(ActionCode.ACCOUNT_NOT_AVAILABLE);
            return;
        }
        situation.members().stream().filter(member -> member.role() == Participant.Role.APPLICANT).forEach(
                applicant -> asks.add(new Ask(applicant.index(), Kind.ACCOUNT, Channel.CHUKAN, null, null)));
    }
}
