package jp.todoke.integration.evidence;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.todoke.integration.evidence.MasterEntry.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Our own code lists as rows of the national masters, so that a national change is seen before it refuses a question or hides an answer. */
@Component
public class Masters {
    private static final String MUNICIPALITY = "MUNICIPALITY";
    /** What a code says by itself: a place of this kind needs no row of ours as long as it lasts. */
    private static final Set<String> KNOWN_BY_THEIR_CODE = Set.of(MUNICIPALITY, "PREFECTURE");

    private record Key(Table table, String item) {}

    private final Map<Key, MasterEntry> ours = new HashMap<>();

    Masters() {
        CodeList.read("/specs/codes/institutions/designated-cities.csv")
                .forEach(row -> add(MasterEntry.institution(kikanCd(row, "city"), "DESIGNATED_CITY", null)));
        CodeList.read("/specs/codes/institutions/core-cities.csv")
                .forEach(row -> add(MasterEntry.institution(kikanCd(row, "city"), "CORE_CITY", null)));
        CodeList.read("/specs/codes/institutions/succession.csv").forEach(
                row -> add(MasterEntry.institution(kikanCd(row, "abolished"), MUNICIPALITY, Applicable.of(row).from().minusDays(1))));
        CodeList.read("/evidence/information.csv").forEach(row -> add(MasterEntry.code(Table.INFORMATION, cell(row, "tm_cd"), null)));
        CodeList.read("/evidence/layouts.csv").forEach(row -> add(MasterEntry.layout(cell(row, "tm_cd"), cell(row, "dataset_no"),
                cell(row, "han_no"), Applicable.of(row).from(), Applicable.of(row).to())));
        CodeList.read("/specs/codes/legal-tuples/inquiry-tuples.csv").stream().filter(row -> cell(row, "asker_kind").equals(MUNICIPALITY))
                .forEach(this::addTuple);
    }

    private void addTuple(Map<String, String> row) {
        LocalDate to = Applicable.of(row).to();
        String providerKikanCd = cell(row, "provider_kikan_cd");
        String kind = cell(row, "provider_kind");
        add(MasterEntry.tuple(cell(row, "jimu_cd"), cell(row, "jimutetsuzuki_cd"), cell(row, "tm_cd"), kind,
                providerKikanCd.isEmpty() ? null : providerKikanCd, Applicable.of(row).from(), to));
        lasting(Table.DUTY, cell(row, "jimu_cd"), to);
        lasting(Table.PROCEDURE, cell(row, "jimutetsuzuki_cd"), to);
        if (!providerKikanCd.isEmpty()) {
            add(MasterEntry.institution(providerKikanCd, kind, null));
        }
    }

    /** A code lasts as long as the longest of the tuples that name it. */
    private void lasting(Table table, String code, @Nullable LocalDate to) {
        MasterEntry entry = MasterEntry.code(table, code, to);
        ours.merge(new Key(table, code), entry, (one, other) -> one.value().isEmpty() || other.value().isEmpty()
                ? MasterEntry.code(table, code, null)
                : one.value().compareTo(other.value()) > 0 ? one : other);
    }

    private void add(MasterEntry entry) {
        ours.put(new Key(entry.table(), entry.item()), entry);
    }

    private static String kikanCd(Map<String, String> row, String name) {
        return Institutions.kikanCd(cell(row, name));
    }

    private static String cell(Map<String, String> row, String name) {
        return Objects.requireNonNull(row.get(name), name);
    }

    public List<MasterEntry> all() {
        return List.copyOf(ours.values());
    }

    /** Ours under the same codes. */
    public Optional<MasterEntry> sameAs(MasterEntry theirs) {
        return Optional.ofNullable(ours.get(new Key(theirs.table(), theirs.item())));
    }

    /** Whether a row that we do not have says something of what we ask: the nation has far more duties and institutions than our questions name. */
    public boolean concernsUs(MasterEntry theirs) {
        return switch (theirs.table()) {
            case TUPLE -> ours.containsKey(new Key(Table.DUTY, theirs.leadingCode()));
            case LAYOUT -> ours.containsKey(new Key(Table.INFORMATION, theirs.leadingCode()));
            case INSTITUTION -> !KNOWN_BY_THEIR_CODE.contains(theirs.value());
            case DUTY, PROCEDURE, INFORMATION -> false;
        };
    }
}
