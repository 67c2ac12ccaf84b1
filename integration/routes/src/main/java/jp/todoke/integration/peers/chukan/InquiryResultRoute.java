package jp.todoke.integration.peers.chukan;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** 中間サーバー IF_SKI_11112 照会結果の取得. Contract: specs/peers/chukan.yaml. Double: integration/mocks. No decision here. */
@Component
final class InquiryResultRoute extends RouteBuilder {
    static final String ID = "chukan-inquiry-result";

    @Override
    public void configure() {
        from("direct:getInquiryResult").routeId(ID)
                .routeConfigurationId("linkage")
                .bean(InquiryMapping.class, "toResultPull")
                .bean(ChukanClient.class, "getInquiryResult").id(ID + "-call")
                .bean(InquiryMapping.class, "toAnswer");
    }
}
