package jp.todoke.doubles.atena;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.todoke.doubles.persons.Person;
import jp.todoke.doubles.persons.Rows;
import jp.todoke.doubles.wire.Digests;
import org.jspecify.annotations.Nullable;

/** The register of 031: what the data say, and what was numbered since the start. */
final class NonResidents {

    private record Key(String municipalityCode, String atenabango) {}

    private static final BigInteger NUMBERS = BigInteger.TEN.pow(14);
    private final Map<Key, NonResident> given = new LinkedHashMap<>();
    private final Map<Key, NonResident> persons;
    /** Whoever persons.json knows under a number, wherever the person lives: the number is given to nobody else. */
    private final Set<Key> known = new HashSet<>();

    NonResidents(@Nullable Path directory) {
        Set<Key> residents = new HashSet<>();
        for (Person person : Rows.read(directory, "persons.json", Person.class, person -> {
        })) {
            Key key = new Key(person.municipalityCode(), person.atenabango());
            known.add(key);
            if (person.isResident()) {
                residents.add(key);
            }
        }
        for (NonResident person : Rows.read(directory, "non-residents.json", NonResident.class, NonResident::check)) {
            Key key = new Key(person.municipalityCode(), person.atenabango());
            Rows.require(given.put(key, person) == null, "non-residents.json: a number stands there twice");
            Rows.require(!residents.contains(key), "non-residents.json: a number of a resident");
        }
        persons = new LinkedHashMap<>(given);
    }

    /** Nobody has been numbered since the start. */
    synchronized void forget() {
        persons.clear();
        persons.putAll(given);
    }

    synchronized List<NonResident> of(String municipality) {
        return persons.values().stream().filter(person -> person.municipalityCode().equals(municipality)).toList();
    }

    synchronized Optional<NonResident> find(String municipality, String atenabango) {
        return Optional.ofNullable(persons.get(new Key(municipality, atenabango)));
    }

    synchronized void keep(NonResident person) {
        persons.put(new Key(person.municipalityCode(), person.atenabango()), person);
    }

    /** The same request always gets the same number; it begins with 9 and is nobody else's, no resident's either. */
    synchronized String number(String municipality, String requestId) {
        for (int attempt = 0;; attempt++) {
            BigInteger digest = new BigInteger(1, Digests.sha256(municipality + "/" + requestId + "/" + attempt));
            String number = "9" + "%014d".formatted(digest.mod(NUMBERS));
            Key key = new Key(municipality, number);
            if (!persons.containsKey(key) && !known.contains(key)) {
                return number;
            }
        }
    }
}
