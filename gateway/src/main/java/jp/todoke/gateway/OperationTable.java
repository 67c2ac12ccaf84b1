package jp.todoke.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import jp.todoke.contracts.Contract;
import jp.todoke.contracts.Match;
import jp.todoke.contracts.Operation;

/** The operations that may be reached from outside. What is not in it does not exist here. */
final class OperationTable {
    private static final Set<String> BEHIND = Set.of("benefits", "integration");
    private static final String HEALTH = "/actuator/health";

    private final Contract contract;

    OperationTable(Contract contract) {
        this.contract = contract;
    }

    Set<String> services() {
        return BEHIND;
    }

    Optional<Match> find(HttpServletRequest request) {
        return contract.find(request.getMethod(), request.getRequestURI()).filter(match -> routed(match.operation()));
    }

    /** Open without a token: the health of the gateway and the operations that the contract calls public. */
    boolean isOpen(HttpServletRequest request) {
        return isHealth(request) || find(request).filter(match -> match.operation().isPublic()).isPresent();
    }

    static boolean isHealth(HttpServletRequest request) {
        return request.getRequestURI().equals(HEALTH);
    }

    private static boolean routed(Operation operation) {
        return BEHIND.contains(operation.service());
    }
}
