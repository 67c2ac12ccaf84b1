package jp.todoke.integration.peers.togo;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** 団体内統合宛名 削除依頼. Contract: specs/peers/togo.yaml. Double: integration/mocks. No decision here. */
@Component
final class RemoveIntegratedPersonRoute extends RouteBuilder {
    static final String ID = "togo-remove-person";

    @Override
    public void configure() {
        from("direct:removeIntegratedPerson").routeId(ID)
                .routeConfigurationId("linkage")
                .bean(TogoClient.class, "removeIntegratedPerson").id(ID + "-call")
                .bean(TogoMapping.class, "toStanding");
    }
}
