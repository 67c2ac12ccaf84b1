package jp.todoke.doubles.chukan;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.todoke.doubles.wire.CodeTable;
import org.jspecify.annotations.Nullable;

/** マスター: what stands in specs/codes, and what whoever runs the double has put beside or in place of it. */
public final class Masters {
    public static final int MOST_CHANGED = 1_000;
    /** When all that stands here from the beginning was changed last. */
    private static final Instant BEGINNING = Instant.parse("2026-03-31T15:00:00Z");
    private static final String TABLE = "table";
    private static final String TO = "appliesTo";
    private static final String TM = "tokuteikojinjohomeiCd";
    private static final String FROM = "appliesFrom";
    private static final Map<String, List<String>> KEYS = Map.of("INSTITUTION", List.of("kikanCd", "kikanKbn"), "DUTY", List.of("jimuCd"),
            "PROCEDURE", List.of("jimutetsuzukiCd"), "INFORMATION", List.of(TM), "LAYOUT", List.of(TM, "datasetNo", "hanNo", FROM), "TUPLE",
            List.of("jimuCd", "jimutetsuzukiCd", "teikyoshaKbn", TM, FROM));
    private static final Set<String> FURTHER = Set.of(TABLE, TO, "teikyoshaKikanCd", FROM);

    /** A row as E24 writes it. */
    public record Row(Map<String, String> cells) {

        /** Nothing where it lacks a code of its table, or has a cell that no row has. */
        public static Optional<Row> of(Map<String, String> cells) {
            List<String> keys = KEYS.get(cells.getOrDefault(TABLE, ""));
            boolean whole = keys != null && cells.keySet().containsAll(keys)
                    && cells.keySet().stream().allMatch(name -> keys.contains(name) || FURTHER.contains(name));
            return whole ? Optional.of(new Row(new LinkedHashMap<>(cells))) : Optional.empty();
        }

        /** By which it is the same row, whatever has become of it. */
        private String key() {
            String table = Objects.requireNonNull(cells.get(TABLE));
            return table + " " + Stream.concat(Objects.requireNonNull(KEYS.get(table)).stream().filter(name -> !name.equals("kikanKbn")),
                    Stream.of("teikyoshaKikanCd")).map(name -> cells.getOrDefault(name, "")).collect(Collectors.joining(" "));
        }
    }

    private record Kept(Row row, Instant changedAt) {}

    private final Clock clock;
    private final Map<String, Kept> beginning = new TreeMap<>();
    private volatile Map<String, Kept> changed = Map.of();

    public Masters(Clock clock) {
        this.clock = clock;
        List<Map<String, String>> tuples = new CodeTable("legal-tuples/inquiry-tuples.csv").rows();
        Institutions.FIXED.forEach((kikanCd, kind) -> institution(kikanCd, kind, ""));
        new CodeTable("institutions/designated-cities.csv").rows()
                .forEach(city -> institution(KikanCode.of(cell(city, "city")), "DESIGNATED_CITY", ""));
        new CodeTable("institutions/core-cities.csv").rows()
                .forEach(city -> institution(KikanCode.of(cell(city, "city")), "CORE_CITY", ""));
        new CodeTable("institutions/succession.csv").rows().forEach(row -> institution(KikanCode.of(cell(row, "abolished")),
                "MUNICIPALITY", LocalDate.parse(cell(row, "applies_from")).minusDays(1).toString()));
        distinct(tuples, "jimu_cd").forEach((code, to) -> begin(TABLE, "DUTY", "jimuCd", code, TO, to));
        distinct(tuples, "jimutetsuzuki_cd").forEach((code, to) -> begin(TABLE, "PROCEDURE", "jimutetsuzukiCd", code, TO, to));
        distinct(tuples, "tm_cd").keySet().forEach(code -> begin(TABLE, "INFORMATION", TM, code));
        CodeTable.builtin("layouts.csv").rows().forEach(row -> begin(TABLE, "LAYOUT", TM, cell(row, "tm_cd"), "datasetNo",
                cell(row, "dataset_no"), "hanNo", cell(row, "han_no"), FROM, cell(row, "applies_from"), TO, cell(row, "applies_to")));
        tuples.forEach(row -> begin(TABLE, "TUPLE", "jimuCd", cell(row, "jimu_cd"), "jimutetsuzukiCd", cell(row, "jimutetsuzuki_cd"),
                "teikyoshaKbn", cell(row, "provider_kind"), "teikyoshaKikanCd", cell(row, "provider_kikan_cd"), TM, cell(row, "tm_cd"),
                FROM, cell(row, "applies_from"), TO, cell(row, "applies_to")));
    }

    private static String cell(Map<String, String> row, String name) {
        return Objects.requireNonNull(row.get(name));
    }

    private void institution(String kikanCd, String kind, String to) {
        begin(TABLE, "INSTITUTION", "kikanCd", kikanCd, "kikanKbn", kind, TO, to);
    }

    /** Each code with its last day; open where any of its rows is. */
    private static Map<String, String> distinct(List<Map<String, String>> tuples, String name) {
        Map<String, String> codes = new TreeMap<>();
        for (Map<String, String> row : tuples) {
            codes.merge(cell(row, name), cell(row, "applies_to"),
                    (one, other) -> one.isEmpty() || other.isEmpty() ? "" : one.compareTo(other) > 0 ? one : other);
        }
        return codes;
    }

    /** Names and values by turns; what is empty is absent. */
    private void begin(String... cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            if (!cells[i + 1].isEmpty()) {
                row.put(cells[i], cells[i + 1]);
            }
        }
        Row begun = Row.of(row).orElseThrow();
        beginning.put(begun.key(), new Kept(begun, BEGINNING));
    }

    /** In place of all that was set before. */
    public void set(Collection<Row> rows) {
        Instant now = clock.instant();
        Map<String, Kept> set = new HashMap<>();
        rows.forEach(row -> set.put(row.key(), new Kept(row, now)));
        changed = set;
    }

    public void clear() {
        changed = Map.of();
    }

    public int changed() {
        return changed.size();
    }

    /** What changed at or after the instant, in an order that stays. */
    List<Row> since(@Nullable Instant since) {
        Map<String, Kept> now = new TreeMap<>(beginning);
        now.putAll(changed);
        return now.values().stream().filter(kept -> since == null || !kept.changedAt().isBefore(since)).map(Kept::row).toList();
    }
}
