package jp.todoke.integration.peers.atena;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** 031 住登外者宛名基本情報照会 by 基本4情報. Contract: specs/peers/atena.yaml. Double: integration/mocks. No decision here. */
@Component
final class FindNonResidentRoute extends RouteBuilder {
    static final String ID = "atena-find-non-resident";

    @Override
    public void configure() {
        from("direct:findNonResident").routeId(ID)
                .routeConfigurationId("linkage")
                .bean(AtenaMapping.class, "toQuery")
                .bean(AtenaClient.class, "findNonResident").id(ID + "-call")
                .bean(AtenaMapping.class, "toCandidate");
    }
}
