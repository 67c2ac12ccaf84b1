package jp.todoke.integration.peers.bank;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** 口座確認. Contract: specs/peers/bank.yaml. Double: integration/mocks. No decision here. */
@Component
final class VerifyAccountRoute extends RouteBuilder {
    static final String ID = "bank-verify-account";

    @Override
    public void configure() {
        from("direct:verifyAccount").routeId(ID)
                .routeConfigurationId("linkage")
                .bean(AccountMapping.class, "toVerification")
                .bean(BankClient.class, "verifyAccount").id(ID + "-call")
                .bean(AccountMapping.class, "toAnswer");
    }
}
