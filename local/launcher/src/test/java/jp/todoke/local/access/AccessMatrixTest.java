package jp.todoke.local.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.todoke.contracts.Contract;
import jp.todoke.contracts.Operation;
import jp.todoke.local.access.AccessMatrix.Row;
import jp.todoke.local.access.AccessMatrix.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table against the contract and the issuer's roles, before anything runs: nothing is missing in it, nothing in it is gone. */
class AccessMatrixTest {
    private static final AccessMatrix MATRIX = AccessMatrix.read();
    private static final List<Operation> OPERATIONS = Contract.product().operations();

    @Test
    void everyOperationHasItsRow() {
        assertEquals("", OPERATIONS.stream().filter(operation -> !MATRIX.rows().containsKey(operation.id()))
                .map(operation -> "add a row to %s and say who may call it: %s, %s, %s, %s, …%n".formatted(AccessMatrix.FILE,
                        operation.id(),
                        operation.method(), operation.path(), operation.scope()))
                .collect(Collectors.joining()));
        assertEquals(OPERATIONS.stream().map(Operation::id).toList(), List.copyOf(MATRIX.rows().keySet()),
                "the rows stand in the order of the OpenAPI documents, and a row whose operation is gone goes too");
    }

    @Test
    void everyRowSaysWhatTheContractSays() {
        for (Operation operation : OPERATIONS) {
            Row row = MATRIX.rows().get(operation.id());
            assertEquals(List.of(operation.method(), operation.path(), operation.scope()), List.of(row.method(), row.path(), row.scope()),
                    () -> "the row of " + operation.id() + ": when a scope changes, look at every cell of the row again");
        }
    }

    @Test
    void everyRoleHasItsColumn() {
        assertEquals(Role.all().stream().map(Role::column).collect(Collectors.toSet()), Set.copyOf(MATRIX.columns()),
                "the columns of " + AccessMatrix.FILE + " are the roles of Person.Role and SystemClient, then app_submit and nobody");
    }

    @Test
    void everyRoleHasTheScopesOfItsCellsAndNoOther() {
        var wrong = new ArrayList<String>();
        for (Role role : Role.all()) {
            Set<String> needed = allowedTo(role).map(Operation::scope).collect(Collectors.toSet());
            if (!needed.equals(role.scopes())) {
                wrong.add("%s needs %s and has %s".formatted(role, sorted(needed), sorted(role.scopes())));
            }
            for (Operation operation : OPERATIONS) {
                if ((word(operation, role) != Word.NO) != role.scopes().contains(operation.scope())) {
                    wrong.add("%s as %s: the cell and the scopes of the role differ".formatted(operation.id(), role));
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** {@code yes} promises that nothing depends on the municipality, which an operation on a stored object cannot keep. */
    @Test
    void anOperationOnAnObjectIsAllowedWithinTheOwnMunicipalityOnly() {
        for (Operation operation : OPERATIONS) {
            var words = new LinkedHashSet<>(MATRIX.rows().get(operation.id()).cells().values());
            words.remove(Word.NO);
            assertTrue(words.size() <= 1, () -> operation.id() + " is yes for one role and own for another");
            assertFalse(operation.path().contains("{") && words.contains(Word.YES), operation::id);
        }
    }

    /** 職務の分離: what one role must not hold together, whatever the case. */
    @ParameterizedTest(name = "no role has both {0} and {1}")
    @CsvSource({"payments:write, payments:approve", "payments:write, cases:write", "payments:write, cases:approve",
            "payments:approve, bankfiles:read", "payments:write, cases:read", "feeds:write, cases:read", "intake:write, cases:approve",
            "audit:read, cases:write", "audit:read, cases:approve", "audit:read, payments:write", "audit:read, payments:approve"})
    void dutiesAreSeparate(String one, String other) {
        Role.all().forEach(role -> assertFalse(role.scopes().contains(one) && role.scopes().contains(other), role::column));
    }

    @Test
    void theAuditorReadsEverythingAndChangesNothing() {
        Predicate<Operation> reads = operation -> operation.method().equals("GET") || operation.has(Operation.Trait.STATELESS);
        assertEquals(OPERATIONS.stream().filter(reads).toList(), allowedTo(role("auditor")).toList());
    }

    @Test
    void theVendorSeesNobodysData() {
        allowedTo(role("vendor")).forEach(operation -> assertEquals(Word.YES, word(operation, role("vendor")), operation::id));
    }

    private static Stream<Operation> allowedTo(Role role) {
        return OPERATIONS.stream().filter(operation -> word(operation, role) != Word.NO);
    }

    private static Word word(Operation operation, Role role) {
        return MATRIX.word(operation.id(), role.column());
    }

    private static Role role(String column) {
        return Role.all().stream().filter(role -> role.column().equals(column)).findFirst().orElseThrow();
    }

    private static List<String> sorted(Set<String> scopes) {
        return scopes.stream().sorted().toList();
    }
}
