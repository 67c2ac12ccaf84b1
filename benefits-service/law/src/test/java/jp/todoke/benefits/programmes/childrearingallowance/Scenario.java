package jp.todoke.benefits.programmes.childrearingallowance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.todoke.benefits.law.Cause;
import jp.todoke.benefits.law.CauseKind;
import jp.todoke.benefits.law.Claim;
import jp.todoke.benefits.law.ClaimKind;
import jp.todoke.benefits.law.Fact;
import jp.todoke.benefits.law.Income;
import jp.todoke.benefits.law.OfficeCalendar;
import jp.todoke.benefits.law.Yen;

/** The facts of one row of the scenario table; what a row does not say is the ordinary case: income zero in every year, one dependant. */
final class Scenario {
    static final OfficeCalendar OFFICE = OfficeCalendar.ofNationalHolidays(Set.of(
            LocalDate.parse("2026-11-03"), LocalDate.parse("2026-11-23"), LocalDate.parse("2027-01-01"), LocalDate.parse("2027-01-11")));

    private Scenario() {}

    static ChildRearingAllowanceFacts facts(
            String claimant, String claims, String household, String endings, String supporters, String pensions) {
        List<Words> children = Words.of(household);
        List<Words> claimed = Words.of(claims);
        var ids = new ArrayList<String>();
        for (int i = 1; i <= children.size(); i++) {
            ids.add("c" + i);
        }
        LocalDate event = LocalDate.parse(claimed.getFirst().plain().get(1));
        var born = new ArrayList<ChildRearingAllowanceFacts.Child>();
        for (Words child : children) {
            born.add(child(child, "c" + (born.size() + 1), event));
        }
        var all = new ArrayList<Claim>();
        for (Words claim : claimed) {
            all.add(claim(claim, "k" + (all.size() + 1), ids));
        }
        return new ChildRearingAllowanceFacts(
                claimant(Words.parse(claimant == null ? "MOTHER" : claimant)),
                all,
                born,
                Words.of(endings).stream().map(Scenario::ending).toList(),
                Words.of(supporters).stream().map(Scenario::supporter).toList(),
                pensions(Words.of(pensions)),
                OFFICE);
    }

    private static ChildRearingAllowanceFacts.Claimant claimant(Words words) {
        var incomes = new ArrayList<>(words.incomes());
        if (!words.has("others")) {
            for (int year = 2008; year <= 2030; year++) {
                int one = year;
                if (incomes.stream().noneMatch(income -> income.year() == one)) {
                    incomes.add(new Income(year, Income.Dependants.of(1), new Income.Assessed(Yen.ZERO), "地方税関係情報"));
                }
            }
        }
        var exemptions = Stream.ofNullable(words.values().get("exempt"))
                .flatMap(all -> Arrays.stream(all.split("\\+")))
                .map(one -> one.split("@"))
                .map(one -> new ChildRearingAllowanceFacts.Exemption(LocalDate.parse(one[0]), Words.stay(one[1])))
                .toList();
        return new ChildRearingAllowanceFacts.Claimant(
                "p1", ChildRearingAllowanceFacts.ClaimantKind.valueOf(words.plain().getFirst()), words.flag("residence"), incomes,
                exemptions);
    }

    private static Claim claim(Words words, String id, List<String> everyone) {
        Cause cause = Stream.of("BIRTH", "MOVED_IN", "DISASTER", "UNAVOIDABLE")
                .filter(words::has)
                .map(kind -> new Cause(CauseKind.valueOf(kind), words.date(kind), words.date("since")))
                .findFirst()
                .orElse(Cause.NONE);
        List<String> children = switch (words.get("for", "all")) {
            case "all" -> everyone;
            case "nobody" -> List.of();
            case String named -> List.of(named.split("\\+"));
        };
        return new Claim(id, ClaimKind.valueOf(words.plain().get(0)), LocalDate.parse(words.plain().get(1)), children, cause);
    }

    private static ChildRearingAllowanceFacts.Child child(Words words, String id, LocalDate event) {
        LocalDate birth = LocalDate.parse(words.plain().getFirst());
        Fact<LocalDate> qualified = switch (words.get("event", "")) {
            case "" -> Fact.known(event, "戸籍");
            case "none" -> Fact.none("戸籍");
            case "unknown" -> Fact.unknown("回答待ち");
            case String day -> Fact.known(LocalDate.parse(day), "戸籍");
        };
        return new ChildRearingAllowanceFacts.Child(
                id, birth, qualified,
                new ChildRearingAllowanceFacts.Care(
                        words.flag("care"), words.date("from", birth), words.date("until"), words.stays("facility")),
                words.stays("disability"), words.flag("japan"));
    }

    private static ChildRearingAllowanceFacts.Ending ending(Words words) {
        List<String> children = Stream.ofNullable(words.values().get("for")).flatMap(named -> Stream.of(named.split("\\+"))).toList();
        return new ChildRearingAllowanceFacts.Ending(
                ChildRearingAllowanceFacts.EndingKind.valueOf(words.plain().get(0)), LocalDate.parse(words.plain().get(1)), children);
    }

    private static ChildRearingAllowanceFacts.Supporter supporter(Words words) {
        boolean spouse = words.plain().contains("spouse");
        return new ChildRearingAllowanceFacts.Supporter(
                words.plain().getFirst(),
                spouse ? ChildRearingAllowanceFacts.SupporterRelation.SPOUSE : ChildRearingAllowanceFacts.SupporterRelation.SUPPORTER,
                Words.stay(words.get("lives", "2000-01-01")), words.incomes());
    }

    private static ChildRearingAllowanceFacts.Pensions pensions(List<Words> entries) {
        var own = new ArrayList<ChildRearingAllowanceFacts.OwnPension>();
        var ofChildren = new ArrayList<ChildRearingAllowanceFacts.ChildPension>();
        for (Words words : entries) {
            String kind = words.plain().getFirst();
            Yen annual = Yen.of(Long.parseLong(words.get("annual", "0")));
            if (kind.equals("unknown")) {
                return new ChildRearingAllowanceFacts.Pensions(Fact.unknown("回答待ち"), List.of());
            } else if (kind.startsWith("c")) {
                ofChildren.add(new ChildRearingAllowanceFacts.ChildPension(kind, Words.stay(words.get("paid", "")), annual));
            } else {
                List<Yen> additions = Stream.ofNullable(words.values().get("add")).flatMap(all -> Arrays.stream(all.split("\\+")))
                        .map(Long::parseLong).map(Yen::of).toList();
                var named = kind.equals("BASIC")
                        ? ChildRearingAllowanceFacts.PensionKind.DISABILITY_BASIC
                        : ChildRearingAllowanceFacts.PensionKind.OTHER_PUBLIC_PENSION;
                own.add(new ChildRearingAllowanceFacts.OwnPension(named, Words.stay(words.get("paid", "")), annual, additions));
            }
        }
        return new ChildRearingAllowanceFacts.Pensions(own.isEmpty() ? Fact.none("年金") : Fact.known(own, "年金"), ofChildren);
    }
}
