package jp.todoke.local.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.todoke.contracts.Contract;
import jp.todoke.contracts.Operation;
import jp.todoke.local.access.AccessMatrix.Word;
import jp.todoke.local.access.Asking.Door;
import jp.todoke.local.demo.Holdings;
import jp.todoke.local.issuer.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists of one municipality never show a row of the other, whoever reads them and whatever they ask for. */
class TenantsApartIT {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final AccessMatrix MATRIX = AccessMatrix.read();

    private final TwoTowns towns = TwoTowns.ready();

    /** The double and we are of one mind, so that there would be nothing to show; a comparison of masters comes once a day. */
    @BeforeEach
    void eachHasADifference() throws SQLException {
        try (Connection connection = towns.system().database().connectAsSuperuser(); Statement statement = connection.createStatement()) {
            for (Town town : towns.both()) {
                statement.execute("""
                        insert into linkage.network_difference (municipality_code, matter, kind, item, found_at, confirmed_at)
                        values ('%s', 'MASTERS', 'NEW_THERE', 'a row of our own', now(), now()) on conflict do nothing"""
                        .formatted(town.municipality()));
            }
        }
    }

    static Stream<Arguments> lists() {
        return reads(operation -> operation.id().startsWith("list"))
                .map(read -> Arguments.of(Named.of(read.operation().id(), read.operation()), read.role(), read.door()));
    }

    private record Read(Operation operation, Role role, Door door) {}

    private static Stream<Read> reads(Predicate<Operation> some) {
        return Contract.product().operations().stream().filter(operation -> operation.method().equals("GET") && !Asking.takesId(operation)
                && !operation.has(Operation.Trait.ANSWERS_AS_A_STREAM))
                .filter(some)
                .flatMap(operation -> Role.all().stream()
                        .filter(role -> MATRIX.word(operation.id(), role.column()) == Word.OWN)
                        .flatMap(role -> Stream.of(Door.GATEWAY, owner(operation))
                                .map(door -> new Read(operation, role, door))));
    }

    @ParameterizedTest(name = "{0} as {1} at {2}")
    @MethodSource("lists")
    void aListHoldsTheOwnRowsOnly(Operation operation, Role role, Door door) {
        Set<String> here = ids(operation, role, door, towns.todokeno());
        Set<String> there = ids(operation, role, door, towns.tonarino());
        assertFalse(here.isEmpty() || there.isEmpty(), "both have something to show");
        here.retainAll(there);
        assertEquals(Set.of(), here);
    }

    /** What counts or sums without naming a row: what is done in one municipality moves its own figures, and nobody else's. */
    @Test
    void figuresTellOfTheOwnMunicipalityOnly() {
        Holdings.of(towns.system());
        Map<String, Map<String, String>> before = figures();
        assertFalse(before.get(Person.TONARINO).isEmpty(), "there are such operations");

        Town.receivingInTonarino(towns.system());

        Map<String, Map<String, String>> after = figures();
        assertEquals(before.get(Person.TODOKENO), after.get(Person.TODOKENO));
        assertEquals(before.get(TwoTowns.UNKNOWN), after.get(TwoTowns.UNKNOWN));
        before.get(Person.TONARINO).forEach((asked, figure) -> assertNotEquals(figure, after.get(Person.TONARINO).get(asked), asked));
    }

    /** Answers by municipality, then by who asked for what at which door. */
    private Map<String, Map<String, String>> figures() {
        Map<String, Map<String, String>> figures = new TreeMap<>();
        reads(operation -> !operation.id().startsWith("list")).forEach(read -> {
            for (String municipality : List.of(Person.TODOKENO, Person.TONARINO, TwoTowns.UNKNOWN)) {
                Answer answer = get(read.operation(), read.role(), read.door(), municipality, RequiredQuery.of(read.operation()));
                assertEquals(200, answer.status());
                figures.computeIfAbsent(municipality, _ -> new TreeMap<>())
                        .put(read.operation().id() + " as " + read.role() + " at " + read.door(), answer.text());
            }
        });
        return figures;
    }

    static Stream<Arguments> listsAtTheGateway() {
        return lists().filter(each -> each.get()[2] == Door.GATEWAY);
    }

    /**
     * A filter or a cursor that names a foreign row answers as for a row that is nowhere. Asked in a third municipality, once: what an auditor asked for
     * stands in the trail of those who asked.
     */
    @ParameterizedTest(name = "{0} as {1} at {2}")
    @MethodSource("listsAtTheGateway")
    void aListAskedForAForeignRowTellsNothingOfIt(Operation operation, Role role, Door door) {
        assertEquals(200, get(operation, role, door, TwoTowns.UNKNOWN, "").status());
        for (Town foreign : towns.both()) {
            foreign.objects().values().forEach(id -> {
                for (String parameter : List.of("after", "caseId")) {
                    String query = "?limit=1&" + parameter + "=";
                    Answer nowhere = get(operation, role, door, TwoTowns.UNKNOWN, query + beside(id.toString()));
                    assertEquals(nowhere.withoutChance(), get(operation, role, door, TwoTowns.UNKNOWN, query + id).withoutChance(),
                            parameter);
                }
            });
            Answer byNumber = get(operation, role, door, TwoTowns.UNKNOWN, "?uketsukeBango=" + foreign.uketsukeBango());
            assertFalse(byNumber.text().contains("\"uketsukeBango\":\"" + foreign.uketsukeBango()));
        }
    }

    /** The same place in any order, and an id that is nowhere. */
    private static String beside(String id) {
        char last = id.charAt(id.length() - 1);
        return id.substring(0, id.length() - 1) + (last == '0' ? '1' : (char) (last == 'a' ? '9' : last - 1));
    }

    private Set<String> ids(Operation operation, Role role, Door door, Town own) {
        var ids = new HashSet<String>();
        String next = "";
        do {
            Answer page = get(operation, role, door, own.municipality(), "?limit=500" + (next.isEmpty() ? "" : "&after=" + next));
            if (page.status() == 400) {
                page = get(operation, role, door, own.municipality(), "");
            }
            assertEquals(200, page.status());
            String text = page.text();
            towns.other(own).objects().values().forEach(id -> assertFalse(text.contains(id.toString()), () -> "a row of the other: " + id));
            assertFalse(text.contains(towns.other(own).uketsukeBango()));
            ID.matcher(text).results().forEach(found -> ids.add(found.group()));
            next = page.json().path("next").asString("");
        } while (!next.isEmpty());
        assertTrue(ids.size() > 0);
        return ids;
    }

    private Answer get(Operation operation, Role role, Door door, String municipality, String query) {
        return Answer.to(Answer.request(door.at(towns.system()), operation.path() + query, towns.tokens().of(role, municipality)),
                "GET", null);
    }

    private static Door owner(Operation operation) {
        return operation.service().equals("benefits") ? Door.BENEFITS : Door.INTEGRATION;
    }
}
