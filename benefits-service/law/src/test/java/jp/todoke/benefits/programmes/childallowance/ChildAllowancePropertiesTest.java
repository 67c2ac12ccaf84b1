package jp.todoke.benefits.programmes.childallowance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jp.todoke.benefits.law.Cause;
import jp.todoke.benefits.law.Claim;
import jp.todoke.benefits.law.ClaimKind;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.Fact;
import jp.todoke.benefits.law.Income;
import jp.todoke.benefits.law.MonthRange;
import jp.todoke.benefits.law.Reason;
import jp.todoke.benefits.law.Tracing;
import jp.todoke.benefits.law.Yen;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every household, whatever the amounts. */
class ChildAllowancePropertiesTest {
    private static final ChildAllowance RULES = ChildAllowance.load();
    private static final YearMonth FROM = YearMonth.of(2012, 4);
    private static final YearMonth REFORM = YearMonth.of(2024, 10);
    private static final YearMonth TO = YearMonth.of(2028, 9);
    private static final LocalDate DECLARED = LocalDate.parse("2024-10-05");
    private static final Fact<Boolean> YES = Fact.known(true, "住民基本台帳");
    private static final Fact<Boolean> NO = Fact.known(false, "申請書");

    /** Children born after the first claim come in by an increase, a month after their birth. */
    record Household(List<LocalDate> births, List<LocalDate> counted, List<Long> incomes, LocalDate received, int endsAfterDays) {
        ChildAllowanceFacts facts() {
            return facts(0);
        }

        /** The same facts, every list of them in another order; the children keep theirs, which decides between equal birth dates. */
        ChildAllowanceFacts facts(long seed) {
            var children = new ArrayList<ChildAllowanceFacts.Child>();
            births.forEach(birth -> children.add(ChildAllowanceFacts.Child.sinceBirth("c" + (children.size() + 1), birth, YES, YES)));
            var siblings = new ArrayList<ChildAllowanceFacts.CountedSibling>();
            counted.forEach(birth -> siblings.add(new ChildAllowanceFacts.CountedSibling(
                    "s" + (siblings.size() + 1), birth, received.isAfter(DECLARED) ? received : DECLARED, birth, null)));
            var known = new ArrayList<Income>();
            for (int year = 2010; year - 2010 < incomes.size(); year++) {
                long yen = incomes.get(year - 2010);
                Income.Content content = yen < 0 ? new Income.Undeclared() : new Income.Assessed(Yen.of(yen));
                known.add(new Income(year, Income.Dependants.of(2), content, "地方税関係情報"));
            }
            var claims = claims(children);
            var endings = new ArrayList<>(List.of(
                    new ChildAllowanceFacts.Ending(ChildAllowanceFacts.EndingKind.MOVED_OUT, openDay(received.plusDays(endsAfterDays))),
                    new ChildAllowanceFacts.Ending(
                            ChildAllowanceFacts.EndingKind.CARE_ENDED, openDay(received.plusDays(endsAfterDays / 2)), List.of("c1"))));
            if (seed != 0) {
                for (List<?> list : List.of(siblings, known, claims, endings)) {
                    Collections.shuffle(list, new Random(seed));
                }
            }
            return new ChildAllowanceFacts(
                    new ChildAllowanceFacts.Claimant("p1", ChildAllowanceFacts.ClaimantKind.PARENT, NO, YES,
                            Fact.known(PriorityStanding.HIGHER_EARNER, "地方税関係情報"), known),
                    claims, children, siblings, endings, Scenario.OFFICE);
        }

        private List<Claim> claims(List<ChildAllowanceFacts.Child> children) {
            var claims = new ArrayList<Claim>();
            var born = children.stream().filter(child -> !child.birthDate().isAfter(received)).map(ChildAllowanceFacts.Child::id).toList();
            claims.add(new Claim("k0", ClaimKind.NEW, received, born, Cause.NONE));
            for (ChildAllowanceFacts.Child child : children) {
                if (child.birthDate().isAfter(received)) {
                    claims.add(new Claim("k" + child.id(), ClaimKind.INCREASE, child.birthDate().plusDays(10), List.of(child.id()),
                            Cause.birth(child.birthDate())));
                }
            }
            return claims;
        }

        /** No ending falls on the day of a claim: what came first on such a day is not known. */
        private LocalDate openDay(LocalDate day) {
            LocalDate free = day;
            while (isClaimDay(free)) {
                free = free.plusDays(1);
            }
            return free;
        }

        private boolean isClaimDay(LocalDate day) {
            return day.equals(received) || births.stream().anyMatch(birth -> birth.isAfter(received) && birth.plusDays(10).equals(day));
        }

        Household withChild(LocalDate birth) {
            var more = new ArrayList<>(births);
            more.add(birth);
            return new Household(more, counted, incomes, received, endsAfterDays);
        }

        Household withCounted(LocalDate birth) {
            var more = new ArrayList<>(counted);
            more.add(birth);
            return new Household(births, more, incomes, received, endsAfterDays);
        }

        Household withChildrenInAnotherOrder(long seed) {
            var others = new ArrayList<>(births);
            Collections.shuffle(others, new Random(seed));
            return new Household(others, counted, incomes, received, endsAfterDays);
        }

        /** In the transition of the reform another child can turn a start in 2024-10 into the ordinary one. */
        boolean claimsInTransition() {
            return !received.isBefore(LocalDate.parse("2024-10-01")) && !received.isAfter(LocalDate.parse("2025-03-31"));
        }
    }

    @Provide
    Arbitrary<Household> households() {
        return Combinators.combine(
                births().list().ofMinSize(1).ofMaxSize(4),
                elders().list().ofMaxSize(2),
                Arbitraries.longs().between(5_000_000, 12_000_000).injectDuplicates(0.2).map(yen -> yen < 5_600_000 ? -1 : yen)
                        .list().ofMaxSize(14),
                days("2012-01-10", "2027-12-31"),
                Arbitraries.integers().between(3, 5000))
                .as(Household::new);
    }

    @Provide
    Arbitrary<LocalDate> births() {
        return days("1996-04-02", "2027-12-31");
    }

    @Provide
    Arbitrary<LocalDate> elders() {
        return days("2002-04-02", "2008-04-01");
    }

    private static Arbitrary<LocalDate> days(String first, String last) {
        return Arbitraries.longs().between(LocalDate.parse(first).toEpochDay(), LocalDate.parse(last).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Property(tries = 300)
    void splittingAPeriodChangesNoMonth(@ForAll("households") Household household, @ForAll @IntRange(min = 0, max = 196) int months) {
        YearMonth middle = FROM.plusMonths(months);

        assertEquals(said(household, FROM, TO), concat(said(household, FROM, middle), said(household, middle.plusMonths(1), TO)));
    }

    /** Months are decided by stretches: month by month, each asked alone, they say the same. */
    @Property(tries = 60)
    void eachMonthAskedAloneSaysTheSame(@ForAll("households") Household household) {
        List<String> alone = new ArrayList<>();
        MonthRange.closed(FROM, TO).months().forEach(month -> alone.addAll(said(household, month, month)));

        assertEquals(alone, said(household, FROM, TO));
    }

    /** The children's amounts come to the month's, and to what the payments carry. */
    @Property(tries = 300)
    void theChildrenTheMonthsAndThePaymentsComeToTheSame(@ForAll("households") Household household) {
        Decision decision = decide(household, FROM, TO);

        for (Decision.Month month : decision.months()) {
            long children = month.children().stream().mapToLong(child -> child.yen().value()).sum();
            assertEquals(month.yen() == null ? 0 : month.yen().value(), children, month.month().toString());
            assertEquals(month.outcome() == Decision.MonthOutcome.GRANTED, children > 0);
            assertEquals(month.outcome() == Decision.MonthOutcome.REFER, month.yen() == null);
        }
        long paid = decision.payments().stream().mapToLong(payment -> payment.yen().value()).sum();
        assertEquals(decision.months().stream().filter(Decision.Month::isPaid).mapToLong(month -> month.yen().value()).sum(), paid);
        decision.payments().forEach(payment -> payment.covers().forEach(month -> {
            assertTrue(month.isBefore(payment.payMonth()));
            assertEquals(payment.payMonth(), nextPayment(month));
        }));
    }

    private static YearMonth nextPayment(YearMonth month) {
        YearMonth next = month.plusMonths(1);
        while (next.getMonthValue() % (month.isBefore(REFORM) ? 4 : 2) != (month.isBefore(REFORM) ? 2 : 0)) {
            next = next.plusMonths(1);
        }
        return next;
    }

    @Property(tries = 300)
    void addingAChildNeverLowersAMonth(@ForAll("households") Household household, @ForAll("births") LocalDate birth) {
        Assume.that(!household.claimsInTransition());

        assertNoMonthLower(household, household.withChild(birth));
    }

    @Property(tries = 300)
    void aCountedSiblingNeverLowersAMonth(@ForAll("households") Household household, @ForAll("elders") LocalDate birth) {
        assertNoMonthLower(household, household.withCounted(birth));
    }

    @Property(tries = 300)
    void theOrderOfTheFactsChangesNothing(@ForAll("households") Household household, @ForAll long seed) {
        assertEquals(
                said(RULES.decide(household.facts(), FROM, TO, Tracing.OFF)),
                said(RULES.decide(household.facts(seed), FROM, TO, Tracing.OFF)));
    }

    /** Which of two equal birth dates comes first is the request's; the sums do not depend on it. No child leaves here. */
    @Property(tries = 300)
    void theOrderOfTheChildrenChangesNoSum(@ForAll("households") Household household, @ForAll long seed) {
        Household first = new Household(household.births(), household.counted(), household.incomes(), household.received(), 20_000);

        assertEquals(yen(first), yen(first.withChildrenInAnotherOrder(seed)));
    }

    @Property(tries = 150)
    void withoutTracesTheAnswerIsTheSame(@ForAll("households") Household household) {
        Decision traced = RULES.decide(household.facts(), FROM, TO, Tracing.ON);
        Decision plain = RULES.decide(household.facts(), FROM, TO, Tracing.OFF);

        assertEquals(said(traced), said(plain));
        assertEquals(traced.payments(), plain.payments());
        assertEquals(claims(traced), claims(plain));
        assertEquals(Map.of(), plain.traces());
        plain.months().forEach(month -> assertTrue(
                month.traceId() == null && month.children().stream().allMatch(child -> child.traceId() == null)));
    }

    /** A separate transcription of 第6条第1項第1号: what the children of a month come to, by the numbers of its table. */
    @Property(tries = 300)
    void theSumEqualsTheTableOfTheAct(@ForAll("households") Household household) {
        Decision decision = decide(household, FROM, TO);

        decision.months().stream().filter(month -> !month.month().isBefore(REFORM))
                .filter(month -> month.outcome() == Decision.MonthOutcome.GRANTED).forEach(month -> {
                    var paid = month.children().stream().filter(child -> child.outcome() == Decision.MonthOutcome.GRANTED).toList();
                    long young = paid.stream().filter(child -> isUnderThree(household, child.id(), month.month())).count();
                    long counted = paid.getFirst().rank() - 1L;
                    assertEquals(table(counted, paid.size() - young, young), month.yen().value());
                });
    }

    private static boolean isUnderThree(Household household, String id, YearMonth month) {
        LocalDate birth = household.births().get(Integer.parseInt(id.substring(1)) - 1);
        return !month.isAfter(YearMonth.of(birth.getYear() + 3, birth.getMonth()));
    }

    private static long table(long counted, long threeAndOver, long underThree) {
        long places = Math.max(0, 2 - counted);
        long older = Math.min(threeAndOver, places);
        long younger = Math.min(underThree, places - older);
        return older * 10_000 + younger * 15_000 + (threeAndOver + underThree - older - younger) * 30_000;
    }

    private static Decision decide(Household household, YearMonth from, YearMonth to) {
        return RULES.decide(household.facts(), from, to, Tracing.OFF);
    }

    private static List<String> said(Household household, YearMonth from, YearMonth to) {
        return said(decide(household, from, to));
    }

    /** Everything a month says but its trace. */
    private static List<String> said(Decision decision) {
        return decision.months().stream()
                .map(month -> month.month() + " " + month.outcome() + " " + month.yen() + " " + codes(month.reasons()) + " "
                        + month.stages()
                        + month.children().stream()
                                .map(child -> child.id() + " " + child.yen() + " " + child.rank() + " " + child.outcome() + " "
                                        + codes(child.reasons()))
                                .toList())
                .toList();
    }

    private static List<String> claims(Decision decision) {
        return decision.claims().stream()
                .map(claim -> claim.claimId() + claim.startMonth() + claim.outcome().getClass() + codes(claim.outcome().reasons())
                        + claim.children().stream().map(child -> child.id() + child.outcome().getClass() + codes(child.outcome().reasons()))
                                .toList())
                .toList();
    }

    private static List<String> codes(List<Reason> reasons) {
        return reasons.stream().map(Reason::code).toList();
    }

    private static List<Yen> yen(Household household) {
        return decide(household, FROM, TO).months().stream().map(Decision.Month::yen).toList();
    }

    private static <T> List<T> concat(List<T> one, List<T> other) {
        var all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    /** Where either month is an officer's, nothing can be compared. */
    private static void assertNoMonthLower(Household less, Household more) {
        List<Yen> before = yen(less);
        List<Yen> after = yen(more);
        for (int i = 0; i < before.size(); i++) {
            assertTrue(before.get(i) == null || after.get(i) == null || after.get(i).compareTo(before.get(i)) >= 0,
                    FROM.plusMonths(i).toString());
        }
    }
}
