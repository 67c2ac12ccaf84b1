package jp.todoke.local.lawbench;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.todoke.benefits.law.Cause;
import jp.todoke.benefits.law.Claim;
import jp.todoke.benefits.law.ClaimKind;
import jp.todoke.benefits.law.Fact;
import jp.todoke.benefits.law.Income;
import jp.todoke.benefits.law.OfficeCalendar;
import jp.todoke.benefits.law.Stay;
import jp.todoke.benefits.law.Yen;
import jp.todoke.benefits.programmes.childallowance.ChildAllowanceFacts;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowanceFacts;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowanceFacts.ClaimantKind;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowanceFacts.OwnPension;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowanceFacts.PensionKind;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowanceFacts.Pensions;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowanceFacts.Supporter;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowanceFacts.SupporterRelation;

/**
 * Synthetic households as a city has them, the first half 児童手当, the second 児童扶養手当: one to three children of all ages, incomes of each
 * year from their items, some with a student who counts, a grandfather, a pension.
 */
final class Households {
    static final int COUNT = 16;
    private static final int FIRST_INCOME = 2013;
    private static final int LAST_INCOME = 2025;
    private static final LocalDate FIRST_CLAIM = LocalDate.of(2015, 5, 11);
    private static final OfficeCalendar OFFICE = OfficeCalendar.ofNationalHolidays(Set.of());
    private static final Fact<Boolean> YES = Fact.known(true, "register");
    private static final Fact<Boolean> NO = Fact.known(false, "declaration");

    private Households() {}

    static List<ChildAllowanceFacts> ofChildAllowance() {
        return List.of(
                family(4_100_000, "2024-05-10"),
                family(5_600_000, "2016-02-03", "2019-08-21"),
                family(8_900_000, "2012-06-30", "2015-01-15", "2023-12-24"),
                family(3_200_000, "2009-04-01"),
                family(7_400_000, "2010-10-05", "2013-03-31"),
                family(2_900_000, "2020-02-29", "2022-07-07"),
                withStudent(family(6_100_000, "2011-11-11", "2017-09-02"), "2006-06-10"),
                withStudent(family(4_800_000, "2008-04-02", "2012-12-25", "2018-01-06"), "2005-03-03"));
    }

    static List<ChildRearingAllowanceFacts> ofChildRearingAllowance() {
        return List.of(
                rearing(ClaimantKind.MOTHER, 900_000, List.of(), Pensions.NONE, "2018-05-05"),
                rearing(ClaimantKind.MOTHER, 1_900_000, List.of(), Pensions.NONE, "2012-08-30", "2015-02-11"),
                rearing(ClaimantKind.FATHER, 2_400_000, List.of(), Pensions.NONE, "2010-01-20"),
                rearing(ClaimantKind.MOTHER, 1_600_000, List.of(grandfather(1_200_000)), Pensions.NONE, "2014-06-01", "2016-10-10",
                        "2019-03-03"),
                rearing(ClaimantKind.MOTHER, 1_100_000, List.of(grandfather(3_900_000)), Pensions.NONE, "2013-07-17"),
                rearing(ClaimantKind.MOTHER, 300_000, List.of(), disabled(), "2011-09-09"),
                rearing(ClaimantKind.CARER, 1_300_000, List.of(), Pensions.NONE, "2017-04-01"),
                rearing(ClaimantKind.MOTHER, 2_200_000, List.of(), Pensions.NONE, "2009-12-31", "2014-04-02"));
    }

    private static ChildAllowanceFacts family(long salary, String... births) {
        return new ChildAllowanceFacts(
                new ChildAllowanceFacts.Claimant("p", ChildAllowanceFacts.ClaimantKind.PARENT, NO, YES, Fact.none("register"),
                        incomes(salary)),
                List.of(claim(births)),
                IntStream.range(0, births.length)
                        .mapToObj(i -> ChildAllowanceFacts.Child.sinceBirth("c" + i, LocalDate.parse(births[i]), YES, YES)).toList(),
                List.of(), List.of(), OFFICE);
    }

    private static ChildAllowanceFacts withStudent(ChildAllowanceFacts family, String birth) {
        LocalDate born = LocalDate.parse(birth);
        var student = new ChildAllowanceFacts.CountedSibling("s", born, LocalDate.of(2024, 10, 1), born, null);
        return new ChildAllowanceFacts(
                family.claimant(), family.claims(), family.children(), List.of(student), family.endings(), family.office());
    }

    private static ChildRearingAllowanceFacts rearing(
            ClaimantKind kind, long salary, List<Supporter> supporters, Pensions pensions, String... births) {
        return new ChildRearingAllowanceFacts(
                new ChildRearingAllowanceFacts.Claimant("p", kind, YES, incomes(salary), List.of()),
                List.of(claim(births)),
                IntStream.range(0, births.length).mapToObj(i -> child("c" + i, LocalDate.parse(births[i]))).toList(),
                List.of(), supporters, pensions, OFFICE);
    }

    private static ChildRearingAllowanceFacts.Child child(String id, LocalDate birth) {
        return new ChildRearingAllowanceFacts.Child(
                id, birth, Fact.known(birth, "family register"), new ChildRearingAllowanceFacts.Care(YES, birth, null, List.of()),
                List.of(),
                YES);
    }

    private static Claim claim(String... births) {
        LocalDate youngest = Arrays.stream(births).map(LocalDate::parse).max(LocalDate::compareTo).orElseThrow();
        List<String> ids = IntStream.range(0, births.length).mapToObj(i -> "c" + i).toList();
        return new Claim("k", ClaimKind.NEW, youngest.isBefore(FIRST_CLAIM) ? FIRST_CLAIM : youngest.plusDays(10), ids, Cause.NONE);
    }

    private static Supporter grandfather(long salary) {
        return new Supporter("g", SupporterRelation.SUPPORTER, new Stay(LocalDate.of(2012, 1, 1), null), incomes(salary));
    }

    private static Pensions disabled() {
        var pension = new OwnPension(
                PensionKind.DISABILITY_BASIC, new Stay(LocalDate.of(2015, 4, 1), null), Yen.of(1_100_000), List.of(Yen.of(224_900)));
        return new Pensions(Fact.known(List.of(pension), "pension body"), List.of());
    }

    /** The same salary with a little more each year. */
    private static List<Income> incomes(long salary) {
        return IntStream.rangeClosed(FIRST_INCOME, LAST_INCOME)
                .mapToObj(year -> new Income(year, Income.Dependants.of(1), components(salary + 10_000L * (year - FIRST_INCOME)), "tax"))
                .toList();
    }

    private static Income.Components components(long salary) {
        var earned = new Income.Earned(Yen.of(salary), Yen.ZERO, Yen.ZERO, Yen.of(120_000), Yen.ZERO);
        return new Income.Components(earned, Income.Deducted.NOTHING, Income.Persons.NOBODY);
    }

    static {
        if (Stream.concat(ofChildAllowance().stream(), ofChildRearingAllowance().stream()).count() != COUNT) {
            throw new IllegalStateException("the figures are per household");
        }
    }
}
