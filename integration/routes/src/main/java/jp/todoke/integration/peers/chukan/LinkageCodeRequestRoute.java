package jp.todoke.integration.peers.chukan;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** 中間サーバー IF_FGU_20234 符号取得の状況. Contract: specs/peers/chukan.yaml. Double: integration/mocks. No decision here. */
@Component
final class LinkageCodeRequestRoute extends RouteBuilder {
    static final String ID = "chukan-linkage-code-state";

    @Override
    public void configure() {
        from("direct:getLinkageCodeRequest").routeId(ID)
                .routeConfigurationId("linkage")
                .bean(LinkageCodeMapping.class, "toPull")
                .bean(LinkageCodeClient.class, "getLinkageCodeRequest").id(ID + "-call")
                .bean(LinkageCodeMapping.class, "toReply");
    }
}
