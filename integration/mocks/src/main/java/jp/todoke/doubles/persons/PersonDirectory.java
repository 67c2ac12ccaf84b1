package jp.todoke.doubles.persons;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All that the other bodies know, read once at the start and never changed. */
public final class PersonDirectory {

    private final Map<PersonKey, Person> persons;
    private final Map<PersonKey, List<TaxRow>> tax = new HashMap<>();
    private final Map<PersonKey, AccountRow> accounts;
    private final Map<PersonKey, FamilyRegisterRow> familyRegisters;
    private final Map<PersonKey, PensionRow> pensions;

    /** Reads the files of a directory, or the built-in set where no directory is given. */
    public PersonDirectory(@Nullable Path directory) {
        persons = unique("persons.json", Rows.read(directory, "persons.json", Person.class, Person::check), Person::key);
        List<TaxRow> taxRows = Rows.read(directory, "tax.json", TaxRow.class, TaxRow::check);
        unique("tax.json", taxRows, row -> List.of(row.key(), row.providerMunicipalityCode(), row.nendo()));
        taxRows.forEach(row -> tax.computeIfAbsent(row.key(), key -> new ArrayList<>()).add(row));
        accounts = unique("accounts.json", Rows.read(directory, "accounts.json", AccountRow.class, AccountRow::check), AccountRow::key);
        familyRegisters = unique("family-registers.json",
                Rows.read(directory, "family-registers.json", FamilyRegisterRow.class, FamilyRegisterRow::check), FamilyRegisterRow::key);
        pensions = unique("pensions.json", Rows.read(directory, "pensions.json", PensionRow.class, PensionRow::check), PensionRow::key);
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
        Map<K, T> found = new HashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            boolean first = found.put(key.apply(rows.get(row)), rows.get(row)) == null;
            Rows.require(first, file + " row " + (row + 1) + ": the key stands there twice");
        }
        return found;
    }
}
