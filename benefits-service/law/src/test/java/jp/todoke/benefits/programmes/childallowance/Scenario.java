package jp.todoke.benefits.programmes.childallowance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.todoke.benefits.law.Cause;
import jp.todoke.benefits.law.CauseKind;
import jp.todoke.benefits.law.Claim;
import jp.todoke.benefits.law.ClaimKind;
import jp.todoke.benefits.law.Fact;
import jp.todoke.benefits.law.Income;
import jp.todoke.benefits.law.OfficeCalendar;
import jp.todoke.benefits.law.Stay;
import jp.todoke.benefits.law.Yen;

/** The facts of one row of the scenario table; what a row does not say is the ordinary case. */
final class Scenario {
    static final OfficeCalendar OFFICE = OfficeCalendar.ofNationalHolidays(Set.of(
            LocalDate.parse("2026-11-03"), LocalDate.parse("2026-11-23"), LocalDate.parse("2027-01-01"), LocalDate.parse("2027-01-11")));

    private Scenario() {}

    static ChildAllowanceFacts facts(String claimant, String claims, String household, String counted, String endings) {
        return facts(Arrays.asList(claimant, claims, household, counted, endings, null));
    }

    /** The cells claimant, claims, household, counted, endings and incomes. */
    static ChildAllowanceFacts facts(List<String> cells) {
        return facts(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5));
    }

    private static ChildAllowanceFacts facts(
            String claimant, String claims, String household, String counted, String endings, String incomes) {
        List<Words> children = words(household);
        var ids = new ArrayList<String>();
        for (int i = 1; i <= children.size(); i++) {
            ids.add("c" + i);
        }
        return new ChildAllowanceFacts(
                claimant(new Words(claimant == null ? "-" : "- " + claimant), words(incomes).stream().map(Scenario::income).toList()),
                numbered(words(claims), (claim, n) -> claim(claim, "k" + n, ids)),
                numbered(children, (child, n) -> child(child, "c" + n)),
                numbered(words(counted), (sibling, n) -> sibling(sibling, sibling.get("id", "s" + n))),
                words(endings).stream().map(Scenario::ending).toList(),
                OFFICE);
    }

    private static ChildAllowanceFacts.Claimant claimant(Words words, List<Income> incomes) {
        return new ChildAllowanceFacts.Claimant(
                "p1",
                ChildAllowanceFacts.ClaimantKind.valueOf(words.get("kind", "PARENT")),
                words.flag("public", "no"),
                words.flag("residence", "yes"),
                switch (words.get("priority", "HIGHER_EARNER")) {
                    case "unknown" -> Fact.unknown("未申告");
                    case "none" -> Fact.none("戸籍");
                    case String standing -> Fact.known(PriorityStanding.valueOf(standing), "地方税関係情報");
                },
                incomes);
    }

    private static Income income(Words words) {
        var dependants = new Income.Dependants(
                words.number("n"), words.number("elderly"), words.number("specific"), words.number("young"),
                words.get("spouse", "no").equals("elderly"));
        Income.Content content = words.plain().contains("undeclared")
                ? new Income.Undeclared()
                : words.values().containsKey("assessed")
                        ? new Income.Assessed(words.yen("assessed"))
                        : new Income.Components(
                                new Income.Earned(
                                        words.yen("salary"), words.yen("pension"), words.yen("other"), words.yen("support"), Yen.ZERO),
                                new Income.Deducted(
                                        words.yen("casualty"), words.yen("medical"), words.yen("mutual"), words.yen("spouseSpecial"),
                                        Yen.ZERO),
                                new Income.Persons(
                                        words.number("disabled"), words.number("special"), words.plain().contains("student"),
                                        words.plain().contains("widow"), words.plain().contains("singleParent")));
        return new Income(Integer.parseInt(words.first()), dependants, content, "地方税関係情報");
    }

    private static Claim claim(Words words, String id, List<String> everyone) {
        Cause cause = Stream.of("BIRTH", "MOVED_IN", "DISASTER", "UNAVOIDABLE")
                .filter(words.values()::containsKey)
                .map(kind -> new Cause(
                        CauseKind.valueOf(kind), words.date(kind), words.date("since")))
                .findFirst()
                .orElse(Cause.NONE);
        List<String> children = switch (words.get("for", "all")) {
            case "all" -> everyone;
            case "nobody" -> List.of();
            case String named -> List.of(named.split("\\+"));
        };
        return new Claim(
                id, ClaimKind.valueOf(words.first()), LocalDate.parse(words.second()), children, cause);
    }

    private static ChildAllowanceFacts.Child child(Words words, String id) {
        LocalDate birth = LocalDate.parse(words.first());
        List<Stay> stays = Stream.ofNullable(words.values().get("facility"))
                .map(stay -> stay.split("/"))
                .map(days -> new Stay(LocalDate.parse(days[0]), days.length > 1 ? LocalDate.parse(days[1]) : null))
                .toList();
        LocalDate from = words.values().containsKey("from") ? words.date("from") : birth;
        return new ChildAllowanceFacts.Child(
                id, birth, from, words.date("until"), words.flag("care", "yes"), words.flag("japan", "yes"), stays);
    }

    private static ChildAllowanceFacts.CountedSibling sibling(Words words, String id) {
        return new ChildAllowanceFacts.CountedSibling(
                id, LocalDate.parse(words.first()), words.date("declared"), words.date("from"), words.date("until"),
                words.flag("supported", "yes"));
    }

    private static ChildAllowanceFacts.Ending ending(Words words) {
        List<String> children = Stream.ofNullable(words.values().get("for")).flatMap(named -> Stream.of(named.split("\\+"))).toList();
        return new ChildAllowanceFacts.Ending(
                ChildAllowanceFacts.EndingKind.valueOf(words.first()), LocalDate.parse(words.second()), children);
    }

    static YearMonth later(YearMonth one, String payment) {
        YearMonth paid = payment == null ? one : YearMonth.parse(payment.split("=")[0]);
        return paid.isAfter(one) ? paid : one;
    }

    private interface Numbered<T> {
        T of(Words words, int number);
    }

    private static <T> List<T> numbered(List<Words> list, Numbered<T> made) {
        var all = new ArrayList<T>();
        for (Words words : list) {
            all.add(made.of(words, all.size() + 1));
        }
        return all;
    }

    private static List<Words> words(String cell) {
        return cell == null ? List.of() : Arrays.stream(cell.split(";")).map(Words::new).toList();
    }

    /** One entry of a cell: words, some of them {@code name=value}. */
    private record Words(List<String> plain, Map<String, String> values) {
        Words(String entry) {
            this(new ArrayList<>(), new HashMap<>());
            for (String word : entry.strip().split(" +")) {
                int equals = word.indexOf('=');
                if (equals < 0) {
                    plain.add(word);
                } else {
                    values.put(word.substring(0, equals), word.substring(equals + 1));
                }
            }
        }

        String first() {
            return plain.get(0);
        }

        String second() {
            return plain.get(1);
        }

        String get(String name, String otherwise) {
            return values.getOrDefault(name, otherwise);
        }

        int number(String name) {
            return Integer.parseInt(get(name, "0"));
        }

        Yen yen(String name) {
            return Yen.of(Long.parseLong(get(name, "0")));
        }

        LocalDate date(String name) {
            return values.containsKey(name) ? LocalDate.parse(values.get(name)) : null;
        }

        Fact<Boolean> flag(String name, String otherwise) {
            return switch (get(name, otherwise)) {
                case "yes" -> Fact.known(true, "申請書");
                case "no" -> Fact.known(false, "申請書");
                case "unknown" -> Fact.unknown("回答待ち");
                case String other -> throw new IllegalArgumentException(name + "=" + other);
            };
        }
    }
}
