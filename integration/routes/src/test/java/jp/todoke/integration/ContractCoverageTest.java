package jp.todoke.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.todoke.contracts.Contract;
import jp.todoke.contracts.Operation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The running service and the contract name the same operations: what is promised is served, and nothing else is. */
class ContractCoverageTest extends IntegrationTest {
    private static final Set<String> SERVICES = Set.of("integration", "channel");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping handlers;

    @Test
    void servesExactlyTheOperationsOfItsContract() {
        Set<String> promised = Contract.product().operations().stream().filter(operation -> SERVICES.contains(operation.service()))
                .map(ContractCoverageTest::name).collect(Collectors.toCollection(TreeSet::new));
        Set<String> served = new TreeSet<>();
        handlers.getHandlerMethods().forEach((mapping, handler) -> {
            if (!ErrorController.class.isAssignableFrom(handler.getBeanType())) {
                served.addAll(names(mapping));
            }
        });

        assertThat(promised).hasSizeGreaterThan(3);
        assertThat(served).as("operations").containsExactlyInAnyOrderElementsOf(promised);
    }

    private static String name(Operation operation) {
        return operation.method() + " " + operation.path();
    }

    /** A mapping without a method takes every method, and that is no operation of any contract. */
    private static Set<String> names(RequestMappingInfo mapping) {
        Set<String> methods = mapping.getMethodsCondition().getMethods().stream().map(Enum::name).collect(Collectors.toSet());
        return mapping.getPatternValues().stream()
                .flatMap(path -> (methods.isEmpty() ? Set.of("ANY") : methods).stream().map(method -> method + " " + path))
                .collect(Collectors.toSet());
    }
}
