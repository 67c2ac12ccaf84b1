package jp.todoke.local.sample;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One row of expected-outcomes.csv or child-rearing-expected.csv: worked out by hand from the Act, never from running the code.
 *
 * @param months stretches of equal months, {@code 2026-12..2027-03:40650 2027-04..2027-10:ENDED}; empty where the table has none
 */
public record ExpectedOutcome(
        int no,
        String story,
        String packageState,
        String caseState,
        Set<String> actionPoints,
        String outcome,
        String firstMonth,
        String months,
        Map<String, Integer> omitted,
        Set<String> reasons,
        long paidYen,
        long heldYen,
        String why) {
    static ExpectedOutcome of(Map<String, String> row) {
        return new ExpectedOutcome(
                Integer.parseInt(row.get("no")),
                row.get("story"),
                row.get("packageState"),
                row.get("caseState"),
                words(row.get("actionPoints")),
                row.get("outcome"),
                row.get("firstMonth"),
                row.getOrDefault("months", ""),
                counts(row.get("omitted")),
                words(row.get("reasons")),
                Long.parseLong(row.get("paidYen")),
                Long.parseLong(row.get("heldYen")),
                row.get("why"));
    }

    private static Set<String> words(String text) {
        return text.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(text.split(" ")));
    }

    /** {@code PASSBOOK_COPY:1 TAX_CERTIFICATE:2}. */
    private static Map<String, Integer> counts(String text) {
        var counts = new TreeMap<String, Integer>();
        for (String word : words(text)) {
            int colon = word.indexOf(':');
            counts.put(word.substring(0, colon), Integer.parseInt(word.substring(colon + 1)));
        }
        return counts;
    }
}
