package jp.todoke.integration.evidence;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Days on which a row of a code list may be used. {@code from} is its first day, {@code to} its last; absent: open. */
record Applicable(LocalDate from, @Nullable LocalDate to) {

    static Applicable of(Map<String, String> row) {
        String to = row.getOrDefault("applies_to", "");
        return new Applicable(LocalDate.parse(row.get("applies_from")), to.isEmpty() ? null : LocalDate.parse(to));
    }

    boolean on(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
