package jp.todoke.benefits.programmes.childrearingallowance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import jp.todoke.benefits.law.Cause;
import jp.todoke.benefits.law.Claim;
import jp.todoke.benefits.law.ClaimKind;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.Fact;
import jp.todoke.benefits.law.Income;
import jp.todoke.benefits.law.MonthRange;
import jp.todoke.benefits.law.Stay;
import jp.todoke.benefits.law.Tracing;
import jp.todoke.benefits.law.Yen;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every household, whatever the amounts. */
class ChildRearingAllowancePropertiesTest {
    private static final ChildRearingAllowance RULES = ChildRearingAllowance.load();
    private static final YearMonth FROM = YearMonth.of(2016, 1);
    private static final YearMonth TO = YearMonth.of(2027, 3);
    private static final Fact<Boolean> YES = Fact.known(true, "申請書");

    /** {@code pensions}: yearly amounts of an own pension, of the first child's, and of the 子の加算; the last two of a 障害基礎年金等. */
    record Household(List<LocalDate> births, LocalDate received, List<Long> incomes, List<Long> pensions, int supporterFrom,
            int endsAfter) {
        ChildRearingAllowanceFacts facts() {
            var children = new ArrayList<ChildRearingAllowanceFacts.Child>();
            for (LocalDate birth : births) {
                LocalDate event = birth.isAfter(received) ? birth : received.minusDays(endsAfter);
                children.add(new ChildRearingAllowanceFacts.Child(
                        "c" + birth, birth, Fact.known(event.isBefore(birth) ? birth : event, "戸籍"),
                        new ChildRearingAllowanceFacts.Care(YES, birth, null, List.of()),
                        birth.getDayOfMonth() % 2 == 0 ? List.of() : List.of(new Stay(birth, null)), YES));
            }
            List<String> ids = children.stream().map(ChildRearingAllowanceFacts.Child::id).toList();
            var claims = List.of(
                    new Claim("k1", ClaimKind.NEW, received, ids, Cause.NONE),
                    new Claim("k2", ClaimKind.INCREASE, received.plusDays(endsAfter / 2), ids, Cause.NONE));
            var supporter = new ChildRearingAllowanceFacts.Supporter(
                    "g1", ChildRearingAllowanceFacts.SupporterRelation.SUPPORTER,
                    new Stay(received.plusDays(supporterFrom), received.plusDays(supporterFrom + 200L)), incomes(2));
            return new ChildRearingAllowanceFacts(
                    new ChildRearingAllowanceFacts.Claimant(
                            "p1", ChildRearingAllowanceFacts.ClaimantKind.MOTHER, YES, incomes(1),
                            List.of(new ChildRearingAllowanceFacts.Exemption(
                                    received.plusDays(endsAfter), new Stay(received.plusDays(1000), received.plusDays(2000))))),
                    claims,
                    children,
                    List.of(new ChildRearingAllowanceFacts.Ending(
                            ChildRearingAllowanceFacts.EndingKind.REMARRIED, received.plusDays(3000L + endsAfter))),
                    List.of(supporter),
                    pensions(ids),
                    Scenario.OFFICE);
        }

        private List<Income> incomes(int factor) {
            return IntStream.rangeClosed(2012, 2027).mapToObj(year -> new Income(
                    year, Income.Dependants.of(year % 3), new Income.Assessed(Yen.of(factor * incomes.get(year % incomes.size()))), "税"))
                    .toList();
        }

        private ChildRearingAllowanceFacts.Pensions pensions(List<String> ids) {
            LocalDate first = received.withDayOfMonth(1);
            var own = List.of(
                    new ChildRearingAllowanceFacts.OwnPension(
                            ChildRearingAllowanceFacts.PensionKind.OTHER_PUBLIC_PENSION,
                            new Stay(first.plusMonths(6), first.plusMonths(40)), Yen.of(pensions.get(0)), List.of()),
                    new ChildRearingAllowanceFacts.OwnPension(
                            ChildRearingAllowanceFacts.PensionKind.DISABILITY_BASIC, new Stay(first.plusMonths(50), null),
                            Yen.of(pensions.get(2) * 10), List.of(Yen.of(pensions.get(2)), Yen.of(pensions.get(2)))));
            return new ChildRearingAllowanceFacts.Pensions(Fact.known(own, "年金"), List.of(
                    new ChildRearingAllowanceFacts.ChildPension(ids.getFirst(), new Stay(first, null), Yen.of(pensions.get(1)))));
        }

        Household withIncomes(long more) {
            return new Household(births, received, incomes.stream().map(yen -> yen + more).toList(), pensions, supporterFrom, endsAfter);
        }
    }

    @Provide
    Arbitrary<Household> households() {
        return Combinators.combine(
                days("2003-04-02", "2024-12-31").list().uniqueElements().ofMinSize(1).ofMaxSize(4),
                days("2015-11-01", "2024-12-31"),
                Arbitraries.longs().between(0, 3_000_000).list().ofMinSize(1).ofMaxSize(5),
                Arbitraries.longs().between(0, 400_000).list().ofSize(3),
                Arbitraries.integers().between(0, 800),
                Arbitraries.integers().between(1, 1500))
                .as(Household::new);
    }

    private static Arbitrary<LocalDate> days(String first, String last) {
        return Arbitraries.longs().between(LocalDate.parse(first).toEpochDay(), LocalDate.parse(last).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Property(tries = 200)
    void askingMonthByMonthGivesTheSameAsAskingForAll(@ForAll("households") Household household) {
        ChildRearingAllowanceFacts facts = household.facts();
        List<Decision.Month> together = decide(facts, FROM, TO).months();

        List<Decision.Month> alone = MonthRange.closed(FROM, TO).months().stream()
                .map(month -> decide(facts, month, month).months().getFirst()).toList();

        assertEquals(alone, together);
    }

    @Property(tries = 200)
    void theOrderOfTheFactsChangesNoMonth(@ForAll("households") Household household, @ForAll long seed) {
        ChildRearingAllowanceFacts facts = household.facts();
        var shuffled = new ChildRearingAllowanceFacts(
                new ChildRearingAllowanceFacts.Claimant(
                        "p1", facts.claimant().kind(), YES, shuffle(facts.claimant().incomes(), seed), facts.claimant().exemptions()),
                shuffle(facts.claims(), seed), shuffle(facts.children(), seed), facts.endings(), facts.supporters(), facts.pensions(),
                facts.office());

        assertEquals(decide(facts, FROM, TO).months(), decide(shuffled, FROM, TO).months());
    }

    private static <T> List<T> shuffle(List<T> list, long seed) {
        var shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    @Property(tries = 200)
    void aHigherIncomeNeverRaisesAMonth(@ForAll("households") Household household, @ForAll("more") long more) {
        List<Decision.Month> before = decide(household.facts(), FROM, TO).months();
        List<Decision.Month> after = decide(household.withIncomes(more).facts(), FROM, TO).months();

        for (int i = 0; i < before.size(); i++) {
            assertTrue(after.get(i).yen().compareTo(before.get(i).yen()) <= 0, before.get(i).month().toString());
        }
    }

    @Provide
    Arbitrary<Long> more() {
        return Arbitraries.longs().between(1, 500_000);
    }

    @Property(tries = 200)
    void everyStageTakesAndTheChildrenAreTheSecond(@ForAll("households") Household household) {
        for (Decision.Month month : decide(household.facts(), FROM, TO).months()) {
            if (month.stages().isEmpty()) {
                assertTrue(month.yen().isZero());
            } else {
                List<Long> stages = month.stages().stream().map(stage -> stage.yen().value()).toList();
                assertTrue(stages.get(0) >= stages.get(1) && stages.get(1) >= stages.get(2) && stages.get(2) >= stages.get(3));
                assertEquals(stages.get(3), month.yen().value());
                assertEquals(stages.get(1), month.children().stream().mapToLong(child -> child.yen().value()).sum());
                assertEquals(0, month.yen().value() % 10);
                assertTrue(2 * stages.get(3) >= stages.get(2), "at least half is paid");
                assertEquals(IntStream.rangeClosed(1, month.children().size()).boxed().toList(),
                        month.children().stream().map(Decision.ChildMonth::rank).toList());
            }
        }
    }

    @Property(tries = 200)
    void paymentsCoverEveryPaidMonthOnce(@ForAll("households") Household household) {
        Decision decision = decide(household.facts(), FROM, TO);

        List<YearMonth> covered = decision.payments().stream().flatMap(payment -> payment.covers().stream()).toList();
        assertEquals(decision.months().stream().filter(Decision.Month::isPaid).map(Decision.Month::month).toList(), covered);
        decision.payments().forEach(payment -> {
            assertTrue(RULES.isPaymentMonth(payment.payMonth()), payment.payMonth().toString());
            payment.covers().forEach(month -> {
                assertTrue(month.isBefore(payment.payMonth()));
                assertTrue(MonthRange.closed(month.plusMonths(1), payment.payMonth()).months().stream().filter(RULES::isPaymentMonth)
                        .count() == 1);
            });
        });
        assertEquals(decision.months().stream().mapToLong(month -> month.yen().value()).sum(),
                decision.payments().stream().mapToLong(payment -> payment.yen().value()).sum());
    }

    /** 第13条の2第4項: whatever the pensions, one child more never leaves less before the halving. */
    @Property(tries = 200)
    void aLargerFamilyNeverHasLessAfterPensions(@ForAll("households") Household household) {
        LocalDate another = household.births().getLast().plusDays(2);
        while (household.births().contains(another)) {
            another = another.plusDays(2);
        }
        var births = new ArrayList<>(household.births());
        births.add(another);
        List<Decision.Month> before = decide(household.facts(), FROM, TO).months();
        List<Decision.Month> after = decide(new Household(
                births, household.received(), household.incomes(), household.pensions(), household.supporterFrom(), household.endsAfter())
                .facts(), FROM, TO).months();
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).stages().isEmpty() && !after.get(i).stages().isEmpty()) {
                assertTrue(after.get(i).stages().get(2).yen().compareTo(before.get(i).stages().get(2).yen()) >= 0,
                        before.get(i).month().toString());
            }
        }
    }

    private static Decision decide(ChildRearingAllowanceFacts facts, YearMonth from, YearMonth to) {
        return RULES.decide(facts, from, to, Tracing.OFF);
    }
}
