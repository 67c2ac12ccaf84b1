package jp.todoke.benefits;

import jp.todoke.channel.testing.ContractCoverage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class ContractCoverageTest extends BenefitsTestSystem {
    @Test
    void servesExactlyTheOperationsOfItsContract(
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers) {
        ContractCoverage.of("benefits", "channel").assertServedBy(handlers);
    }
}
