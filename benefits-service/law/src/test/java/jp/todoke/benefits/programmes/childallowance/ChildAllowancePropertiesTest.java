package jp.todoke.benefits.programmes.childallowance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import jp.todoke.benefits.law.Cause;
import jp.todoke.benefits.law.Claim;
import jp.todoke.benefits.law.ClaimKind;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.Fact;
import jp.todoke.benefits.law.Tracing;
import jp.todoke.benefits.law.Yen;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every household, whatever the amounts. */
class ChildAllowancePropertiesTest {
    private static final ChildAllowance RULES = ChildAllowance.load();
    private static final YearMonth FROM = YearMonth.of(2024, 10);
    private static final YearMonth TO = YearMonth.of(2028, 9);
    private static final Fact<Boolean> YES = Fact.known(true, "住民基本台帳");
    private static final Fact<Boolean> NO = Fact.known(false, "申請書");

    record Household(List<LocalDate> births, List<LocalDate> counted, LocalDate received, int movedDaysBefore, int endsAfterDays) {
        ChildAllowanceFacts facts() {
            var children = new ArrayList<ChildAllowanceFacts.Child>();
            births.forEach(birth -> children.add(ChildAllowanceFacts.Child.sinceBirth("c" + (children.size() + 1), birth, YES, YES)));
            var siblings = new ArrayList<ChildAllowanceFacts.CountedSibling>();
            counted.forEach(birth -> siblings.add(new ChildAllowanceFacts.CountedSibling(
                    "s" + (siblings.size() + 1), birth, received, birth, null)));
            var ids = children.stream().map(ChildAllowanceFacts.Child::id).toList();
            var cause = Cause.movedIn(received.minusDays(movedDaysBefore));
            return new ChildAllowanceFacts(
                    new ChildAllowanceFacts.Claimant("p1", NO, YES, Fact.known(PriorityStanding.HIGHER_EARNER, "地方税関係情報")),
                    List.of(new Claim("k1", ClaimKind.NEW, received, ids, cause)),
                    children,
                    siblings,
                    List.of(new ChildAllowanceFacts.Ending(ChildAllowanceFacts.EndingKind.MOVED_OUT, received.plusDays(endsAfterDays))),
                    Scenario.OFFICE);
        }

        Household withChild(LocalDate birth) {
            var more = new ArrayList<>(births);
            more.add(birth);
            return new Household(more, counted, received, movedDaysBefore, endsAfterDays);
        }

        Household withCounted(LocalDate birth) {
            var more = new ArrayList<>(counted);
            more.add(birth);
            return new Household(births, more, received, movedDaysBefore, endsAfterDays);
        }

        Household shuffled(long seed) {
            var others = new ArrayList<>(births);
            var siblings = new ArrayList<>(counted);
            Collections.shuffle(others, new Random(seed));
            Collections.shuffle(siblings, new Random(seed));
            return new Household(others, siblings, received, movedDaysBefore, endsAfterDays);
        }
    }

    /** Claims after the transition of the reform: until then a younger child could turn a start in 2024-10 into the ordinary one. */
    @Provide
    Arbitrary<Household> households() {
        return Combinators.combine(
                births().list().ofMinSize(1).ofMaxSize(4),
                elders().list().ofMaxSize(2),
                days("2025-04-01", "2027-12-31"),
                Arbitraries.integers().between(0, 40),
                Arbitraries.integers().between(1, 900))
                .as(Household::new);
    }

    @Provide
    Arbitrary<LocalDate> births() {
        return days("2006-04-02", "2027-12-31");
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
    void splittingAPeriodChangesNoSum(@ForAll("households") Household household) {
        YearMonth middle = YearMonth.of(2026, 3);

        assertEquals(sums(household, FROM, TO), concat(sums(household, FROM, middle), sums(household, middle.plusMonths(1), TO)));
    }

    @Property(tries = 300)
    void addingAChildNeverLowersAMonth(@ForAll("households") Household household, @ForAll("births") LocalDate birth) {
        assertNoMonthLower(sums(household, FROM, TO), sums(household.withChild(birth), FROM, TO));
    }

    @Property(tries = 300)
    void aCountedSiblingNeverLowersAMonth(@ForAll("households") Household household, @ForAll("elders") LocalDate birth) {
        assertNoMonthLower(sums(household, FROM, TO), sums(household.withCounted(birth), FROM, TO));
    }

    @Property(tries = 300)
    void theOrderOfTheFactsChangesNoMonth(@ForAll("households") Household household, @ForAll long seed) {
        assertEquals(sums(household, FROM, TO), sums(household.shuffled(seed), FROM, TO));
    }

    @Property(tries = 300)
    void paymentsCoverEveryPaidMonthOnceInTheNextEvenMonth(@ForAll("households") Household household) {
        Decision decision = RULES.decide(household.facts(), FROM, TO, Tracing.ON);

        long paid = decision.payments().stream().mapToLong(payment -> payment.yen().value()).sum();
        assertEquals(sums(household, FROM, TO).stream().mapToLong(Yen::value).sum(), paid);
        decision.payments().forEach(payment -> {
            assertEquals(0, payment.payMonth().getMonthValue() % 2);
            payment.covers()
                    .forEach(month -> assertTrue(month.isBefore(payment.payMonth()) && !month.plusMonths(2).isBefore(payment.payMonth())));
        });
    }

    /** A separate transcription of 第6条第1項第1号: what the children of a month come to, by the numbers of its table. */
    @Property(tries = 300)
    void theSumEqualsTheTableOfTheAct(@ForAll("households") Household household) {
        Decision decision = RULES.decide(household.facts(), FROM, TO, Tracing.ON);

        decision.months().stream().filter(month -> month.outcome() == Decision.MonthOutcome.GRANTED).forEach(month -> {
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

    private static List<Yen> sums(Household household, YearMonth from, YearMonth to) {
        return RULES.decide(household.facts(), from, to, Tracing.ON).months().stream().map(Decision.Month::yen).toList();
    }

    private static List<Yen> concat(List<Yen> one, List<Yen> other) {
        var all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    private static void assertNoMonthLower(List<Yen> before, List<Yen> after) {
        for (int i = 0; i < before.size(); i++) {
            assertTrue(after.get(i).compareTo(before.get(i)) >= 0, FROM.plusMonths(i).toString());
        }
    }
}
