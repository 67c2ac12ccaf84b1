package jp.todoke.local.lawbench;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.todoke.benefits.law.Cause;
import jp.todoke.benefits.law.Claim;
import jp.todoke.benefits.law.ClaimKind;
import jp.todoke.benefits.law.Fact;
import jp.todoke.benefits.law.OfficeCalendar;
import jp.todoke.benefits.programmes.childallowance.ChildAllowanceFacts;

/** Synthetic households as a city has them: one to three children of all ages, some with a student who counts. */
final class Households {
    static final int COUNT = 4;
    private static final OfficeCalendar OFFICE = OfficeCalendar.ofNationalHolidays(Set.of());
    private static final Fact<Boolean> YES = Fact.known(true, "bench");
    private static final Fact<Boolean> NO = Fact.known(false, "bench");

    private static final LocalDate FIRST_CLAIM = LocalDate.of(2013, 5, 10);

    private Households() {}

    static List<ChildAllowanceFacts> ofChildAllowance() {
        return Stream.of("2024-05-10", "2016-02-03 2019-08-21", "2010-06-30 2013-01-15 2023-12-24", "2009-04-01")
                .map(births -> family(births.split(" "))).toList();
    }

    private static ChildAllowanceFacts family(String... births) {
        List<String> ids = IntStream.rangeClosed(1, births.length).mapToObj(n -> "c" + n).toList();
        LocalDate youngest = LocalDate.parse(births[births.length - 1]);
        LocalDate claimed = youngest.isBefore(FIRST_CLAIM) ? FIRST_CLAIM : youngest.plusDays(10);
        return new ChildAllowanceFacts(
                new ChildAllowanceFacts.Claimant("p", NO, YES, Fact.none("bench")),
                List.of(new Claim("k1", ClaimKind.NEW, claimed, ids, Cause.NONE)),
                IntStream.range(0, births.length)
                        .mapToObj(i -> ChildAllowanceFacts.Child.sinceBirth(ids.get(i), LocalDate.parse(births[i]), YES, YES)).toList(),
                List.of(), List.of(), OFFICE);
    }
}
