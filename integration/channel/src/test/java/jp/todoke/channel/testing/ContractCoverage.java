package jp.todoke.channel.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.todoke.contracts.Contract;
import jp.todoke.contracts.Operation;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whether a running service and its contract name the same operations: what is promised is served, and nothing else is. */
public final class ContractCoverage {
    private final Set<String> promised = new TreeSet<>();

    private ContractCoverage() {}

    /** @param services whose operations the process serves, by the names in the contract */
    public static ContractCoverage of(String... services) {
        ContractCoverage coverage = new ContractCoverage();
        for (String service : services) {
            List<String> operations = Contract.product().operations().stream().filter(operation -> operation.service().equals(service))
                    .map(ContractCoverage::name).toList();
            assertThat(operations).as("operations of " + service).isNotEmpty();
            coverage.promised.addAll(operations);
        }
        return coverage;
    }

    public void assertServedBy(RequestMappingHandlerMapping handlers) {
        Set<String> served = new TreeSet<>();
        handlers.getHandlerMethods().forEach((mapping, handler) -> {
            if (!ErrorController.class.isAssignableFrom(handler.getBeanType())) {
                served.addAll(names(mapping));
            }
        });
        assertThat(served).as("operations served").containsExactlyInAnyOrderElementsOf(promised);
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
