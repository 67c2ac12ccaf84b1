package jp.todoke.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every operation of the product declares; an operation that forgot it never reaches a running system. */
class ProductContractTest {
    private static final Contract PRODUCT = Contract.product();

    @Test
    void everyOperationHasANameOfItsOwn() {
        Set<String> names = new HashSet<>();

        PRODUCT.operations().forEach(operation -> assertTrue(names.add(operation.id()), () -> operation.id() + " is used twice"));
        assertFalse(names.isEmpty());
    }

    @Test
    void everyOperationNamesItsScope() {
        PRODUCT.operations()
                .forEach(operation -> assertTrue(
                        operation.isPublic() || operation.scope().matches("[a-z]+:[a-z]+|[0-9]{3}:app_submit/.+:[A-Z][a-z]+"),
                        () -> operation.id() + " has no usable x-scope"));
    }

    /** A scope that only reads opens nothing that changes, and what reads asks for no more. */
    @Test
    void aScopeIsCalledReadWhereItsOperationsReadAndNowhereElse() {
        PRODUCT.operations().stream().filter(operation -> operation.path().startsWith("/api/"))
                .forEach(operation -> assertEquals(operation.method().equals("GET"), operation.scope().endsWith(":read"),
                        () -> operation.id() + " under " + operation.scope()));
    }

    /** A scope is {@code noun:verb}; a third person shall know from the name what it opens. */
    @Test
    void everyScopeEndsWithAVerbThatTheOthersUse() {
        PRODUCT.operations().stream().filter(operation -> !operation.isPublic() && !operation.path().startsWith("/app_submit/"))
                .forEach(operation -> assertTrue(operation.scope().matches("[a-z]+:(read|write|approve|run|search|send)"),
                        () -> operation.id() + " under " + operation.scope()));
    }

    @Test
    void everyOperationIsServedBySomebody() {
        PRODUCT.operations().forEach(
                operation -> assertTrue(Set.of("benefits", "integration", "channel").contains(operation.service()), operation::id));
    }

    @Test
    void everyPathHasThePrefixThatItsEnvelopeBelongsTo() {
        PRODUCT.operations().forEach(operation -> assertTrue(operation.path().startsWith(switch (operation.envelope()) {
            case APP_SUBMIT -> "/app_submit/";
            case PROBLEM -> operation.service().equals("channel") ? "/linkage/" : "/api/v1/";
        }), operation::id));
    }

    @Test
    void everyOperationIsFoundByItsOwnPath() {
        PRODUCT.operations().forEach(operation -> {
            String path = operation.path().replaceAll("\\{[^}]+}", "0190f3a2-0000-7000-8000-000000000001");
            assertEquals(operation, PRODUCT.find(operation.method(), path).orElseThrow().operation());
        });
    }

    @Test
    void everyCommandOfTheApiIsIdempotent() {
        PRODUCT.operations().stream().filter(operation -> operation.path().startsWith("/api/") && !operation.method().equals("GET"))
                .filter(operation -> !operation.has(Operation.Trait.STATELESS))
                .forEach(operation -> assertTrue(operation.idempotent(),
                        () -> operation.id() + " changes data, but may not be repeated safely"));
    }
}
