package jp.todoke.doubles.persons;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** All that the other bodies know: read at the start, and again with what whoever runs the doubles has changed. */
public final class PersonDirectory {

    private final Map<PersonKey, Person> persons;
    private final Map<PersonKey, List<TaxRow>> tax = new ConcurrentHashMap<>();
    private volatile Data data;
    private final Map<PersonKey, AccountRow> accounts;
    private final Map<PersonKey, FamilyRegisterRow> familyRegisters;
    private final Map<PersonKey, PensionRow> pensions;
    private final Map<CopyKind, Map<PersonKey, CopyRow>> copies = new EnumMap<>(CopyKind.class);

    /** Reads the files of a directory, or the built-in set where no directory is given. */
    public PersonDirectory(@Nullable Path directory) {
        this(new Data(directory));
    }

    PersonDirectory(Data directory) {
        data = directory;
        persons = unique("persons.json", Rows.read(directory, "persons.json", Person.class, Person::check), Person::key);
        List<TaxRow> taxRows = Rows.read(directory, "tax.json", TaxRow.class, TaxRow::check);
        unique("tax.json", taxRows, row -> List.of(row.key(), row.providerMunicipalityCode(), row.nendo()));
        taxRows.forEach(row -> tax.computeIfAbsent(row.key(), key -> new ArrayList<>()).add(row));
        accounts = unique("accounts.json", Rows.read(directory, "accounts.json", AccountRow.class, AccountRow::check), AccountRow::key);
        familyRegisters = unique("family-registers.json",
                Rows.read(directory, "family-registers.json", FamilyRegisterRow.class, FamilyRegisterRow::check), FamilyRegisterRow::key);
        pensions = unique("pensions.json", Rows.read(directory, "pensions.json", PensionRow.class, PensionRow::check), PensionRow::key);
        for (CopyKind kind : CopyKind.values()) {
            List<CopyRow> rows = Rows.read(directory, kind.file(), CopyRow.class, row -> row.check(kind));
            copies.put(kind, unique(kind.file(), rows, CopyRow::key));
        }
    }

    public Data data() {
        return data;
    }

    /** Takes rows by file; for each person that they name, they stand in place of all that the file had. All of them, or none: then a wrong one is named. */
    public synchronized void change(Map<String, List<JsonNode>> rows) {
        Data changed = data;
        for (var file : rows.entrySet()) {
            Rows.require(data.files().contains(file.getKey()), "no such file: known are " + String.join(", ", data.files()));
            Map<PersonKey, List<JsonNode>> ofPersons = new LinkedHashMap<>();
            file.getValue().forEach(row -> ofPersons.computeIfAbsent(Data.key(row), key -> new ArrayList<>()).add(row));
            changed = changed.with(file.getKey(), ofPersons);
        }
        become(changed);
    }

    /** As if no file had ever named the person. */
    public synchronized void remove(String municipalityCode, String atenabango) {
        Data changed = data;
        for (String file : data.files()) {
            changed = changed.with(file, Map.of(new PersonKey(municipalityCode, atenabango), List.of()));
        }
        become(changed);
    }

    /** As at the start. */
    public synchronized void reset() {
        become(data.withoutChanges());
    }

    void become(Data changed) {
        PersonDirectory other = new PersonDirectory(changed);
        replace(persons, other.persons);
        replace(tax, other.tax);
        replace(accounts, other.accounts);
        replace(familyRegisters, other.familyRegisters);
        replace(pensions, other.pensions);
        copies.forEach((kind, rows) -> replace(rows, other.copies.getOrDefault(kind, Map.of())));
        data = changed;
    }

    /** Readers find each person either as before or as after. */
    private static <T> void replace(Map<PersonKey, T> rows, Map<PersonKey, T> by) {
        rows.putAll(by);
        rows.keySet().retainAll(by.keySet());
    }

    public int size() {
        return persons.size();
    }

    public Optional<Person> person(String municipalityCode, String atenabango) {
        return find(persons, municipalityCode, atenabango);
    }

    /** The copy of the asked year; of the latest year where none is named. */
    public Optional<TaxRow> tax(String municipalityCode, String atenabango, String provider, @Nullable String nendo) {
        return find(tax, municipalityCode, atenabango).flatMap(
                rows -> rows.stream().filter(row -> row.serves(provider, nendo)).max(Comparator.comparing(TaxRow::nendo)));
    }

    public Optional<AccountRow> account(String municipalityCode, String atenabango) {
        return find(accounts, municipalityCode, atenabango);
    }

    public Optional<FamilyRegisterRow> familyRegister(String municipalityCode, String atenabango) {
        return find(familyRegisters, municipalityCode, atenabango);
    }

    public Optional<PensionRow> pensions(String municipalityCode, String atenabango) {
        return find(pensions, municipalityCode, atenabango);
    }

    public Optional<CopyRow> copy(CopyKind kind, String municipalityCode, String atenabango) {
        return find(copies.getOrDefault(kind, Map.of()), municipalityCode, atenabango);
    }

    /** One hit per human being, though several municipalities may have a number for them. */
    public List<JukiRecord> identities(Predicate<Person> wanted) {
        return persons.values().stream().filter(person -> person.juki() != null).filter(wanted).map(Person::juki).distinct()
                .sorted(Comparator.comparing(JukiRecord::juminhyoShikuchosonCd).thenComparing(JukiRecord::seinengappi)).toList();
    }

    private static <T> Optional<T> find(Map<PersonKey, T> rows, String municipalityCode, String atenabango) {
        PersonKey key = new PersonKey(municipalityCode, atenabango);
        return Optional.ofNullable(rows.get(key)).or(() -> Optional.ofNullable(rows.get(key.byLastDigits())));
    }

    private static <K, T> Map<K, T> unique(String file, List<T> rows, Function<T, K> key) {
        Map<K, T> found = new ConcurrentHashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            boolean first = found.put(key.apply(rows.get(row)), rows.get(row)) == null;
            Rows.require(first, file + " row " + (row + 1) + ": the key stands there twice");
        }
        return found;
    }
}
