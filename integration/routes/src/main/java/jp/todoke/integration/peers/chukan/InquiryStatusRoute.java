package jp.todoke.integration.peers.chukan;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** 中間サーバー IF_SKI_10712 照会状況の取得. Contract: specs/peers/chukan.yaml. Double: integration/mocks. */
@Component
final class InquiryStatusRoute extends RouteBuilder {
    static final String ID = "chukan-inquiry-status";

    @Override
    public void configure() {
        from("direct:getInquiryStatus").routeId(ID)
                .routeConfigurationId("linkage")
                .bean(InquiryMapping.class, "toStatusPull")
                .bean(ChukanClient.class, "getInquiryStatus").id(ID + "-call")
                .bean(InquiryMapping.class, "toProgress");
    }
}
