package jp.todoke.integration.peers.togo;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** 団体内統合宛名 付番依頼 of a person whose 個人番号 is held. Contract: specs/peers/togo.yaml. Double: integration/mocks. No decision here. */
@Component
final class RegisterIntegratedPersonRoute extends RouteBuilder {
    static final String ID = "togo-register-person";

    @Override
    public void configure() {
        from("direct:registerIntegratedPerson").routeId(ID)
                .routeConfigurationId("linkage")
                .bean(TogoMapping.class, "toRegistration")
                .bean(TogoClient.class, "registerIntegratedPerson").id(ID + "-call")
                .bean(TogoMapping.class, "toStanding");
    }
}
