package jp.todoke.integration.peers.atena;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** 031 住登外者宛名番号付番. Contract: specs/peers/atena.yaml. Double: integration/mocks. No decision here. */
@Component
final class AssignNumberRoute extends RouteBuilder {
    static final String ID = "atena-assign-number";

    @Override
    public void configure() {
        from("direct:assignNumber").routeId(ID)
                .routeConfigurationId("linkage")
                .bean(AtenaMapping.class, "toNumbering")
                .bean(AtenaClient.class, "assignNumber").id(ID + "-call")
                .bean(AtenaMapping.class, "toNumber");
    }
}
