package jp.todoke.benefits.programmes.childrearingallowance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.todoke.benefits.law.Fact;
import jp.todoke.benefits.law.Income;
import jp.todoke.benefits.law.Stay;
import jp.todoke.benefits.law.Yen;

/** One entry of a cell: words, some of them {@code name=value}, some incomes {@code 2024:1500000/1}. */
record Words(List<String> plain, Map<String, String> values, List<Income> incomes) {

    static List<Words> of(String cell) {
        return cell == null ? List.of() : Arrays.stream(cell.split(";")).map(Words::parse).toList();
    }

    static Words parse(String entry) {
        var words = new Words(new ArrayList<>(), new HashMap<>(), new ArrayList<>());
        for (String word : entry.strip().split(" +")) {
            int equals = word.indexOf('=');
            if (word.matches("\\d{4}:.*")) {
                words.incomes.add(income(word));
            } else if (equals < 0) {
                words.plain.add(word);
            } else {
                words.values.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        return words;
    }

    String get(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    LocalDate date(String name) {
        return has(name) ? LocalDate.parse(values.get(name)) : null;
    }

    LocalDate date(String name, LocalDate otherwise) {
        return has(name) ? LocalDate.parse(values.get(name)) : otherwise;
    }

    /** {@code name=from/until}, more of them joined by {@code +}. */
    List<Stay> stays(String name) {
        return has(name) ? Arrays.stream(values.get(name).split("\\+")).map(Words::stay).toList() : List.of();
    }

    static Stay stay(String text) {
        String[] days = text.split("/");
        return new Stay(LocalDate.parse(days[0]), days.length > 1 ? LocalDate.parse(days[1]) : null);
    }

    Fact<Boolean> flag(String name) {
        return switch (get(name, "yes")) {
            case "yes" -> Fact.known(true, "申請書");
            case "no" -> Fact.known(false, "申請書");
            case "none" -> Fact.none("申請書");
            case "unknown" -> Fact.unknown("回答待ち");
            case String other -> throw new IllegalArgumentException(name + "=" + other);
        };
    }

    /**
     * {@code year:assessed/n}, {@code year:undeclared}, or {@code year:salary~2800000~support~300000/n}; after n: {@code e1} elderly,
     * {@code s1} specific, {@code h1} 16–18, {@code p} a spouse of 70.
     */
    static Income income(String word) {
        int year = Integer.parseInt(word.substring(0, 4));
        String[] parts = word.substring(5).split("/");
        String persons = parts.length > 1 ? parts[1] : "0";
        var dependants = new Income.Dependants(
                number(persons, "^(\\d+).*"), number(persons, ".*e(\\d+).*"), number(persons, ".*s(\\d+).*"),
                number(persons, ".*h(\\d+).*"),
                persons.contains("p"));
        return new Income(year, dependants, content(parts[0]), "地方税関係情報");
    }

    private static int number(String text, String pattern) {
        return text.matches(pattern) ? Integer.parseInt(text.replaceAll(pattern, "$1")) : 0;
    }

    private static Income.Content content(String text) {
        if (text.equals("undeclared")) {
            return new Income.Undeclared();
        }
        if (text.matches("\\d+")) {
            return new Income.Assessed(Yen.of(Long.parseLong(text)));
        }
        var named = new HashMap<String, Long>();
        String[] parts = text.split("~");
        for (int i = 0; i < parts.length; i += 2) {
            named.put(parts[i], Long.parseLong(parts[i + 1]));
        }
        var content = new Income.Components(
                new Income.Earned(
                        take(named, "salary"), take(named, "pension"), take(named, "other"), take(named, "support"),
                        take(named, "nontaxable")),
                new Income.Deducted(
                        take(named, "casualty"), take(named, "medical"), take(named, "mutual"), take(named, "spouse"),
                        take(named, "relative")),
                new Income.Persons(
                        (int) take(named, "disabled").value(), (int) take(named, "special").value(), flag(named, "student"),
                        flag(named, "widow"), flag(named, "single")));
        if (!named.isEmpty()) {
            throw new IllegalArgumentException("unknown items " + named.keySet());
        }
        return content;
    }

    private static Yen take(Map<String, Long> named, String name) {
        Long value = named.remove(name);
        return value == null ? Yen.ZERO : Yen.of(value);
    }

    private static boolean flag(Map<String, Long> named, String name) {
        return !take(named, name).isZero();
    }
}
