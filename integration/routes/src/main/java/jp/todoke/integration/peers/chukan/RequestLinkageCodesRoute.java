package jp.todoke.integration.peers.chukan;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** 中間サーバー IF_FGU_20221 符号取得の依頼. Contract: specs/peers/chukan.yaml. Double: integration/mocks. No decision here. */
@Component
final class RequestLinkageCodesRoute extends RouteBuilder {
    static final String ID = "chukan-linkage-code-request";

    @Override
    public void configure() {
        from("direct:requestLinkageCodes").routeId(ID)
                .routeConfigurationId("linkage")
                .bean(LinkageCodeMapping.class, "toRequest")
                .bean(LinkageCodeClient.class, "requestLinkageCodes").id(ID + "-call")
                .bean(LinkageCodeMapping.class, "toReply");
    }
}
