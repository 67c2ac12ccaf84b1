package jp.todoke.integration.peers.togo;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** 団体内統合宛名 更新依頼. Contract: specs/peers/togo.yaml. Double: integration/mocks. No decision here. */
@Component
final class ChangeIntegratedPersonRoute extends RouteBuilder {
    static final String ID = "togo-change-person";

    @Override
    public void configure() {
        from("direct:changeIntegratedPerson").routeId(ID)
                .routeConfigurationId("linkage")
                .bean(TogoMapping.class, "toChange")
                .bean(TogoClient.class, "changeIntegratedPerson").id(ID + "-call")
                .bean(TogoMapping.class, "toStanding");
    }
}
