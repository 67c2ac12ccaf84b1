package jp.todoke.integration.peers.chukan;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** 中間サーバー IF_SKI_50111 照会の取りやめ. Contract: specs/peers/chukan.yaml. Double: integration/mocks. */
@Component
final class CancelInquiryRoute extends RouteBuilder {
    static final String ID = "chukan-inquiry-cancellation";

    @Override
    public void configure() {
        from("direct:cancelInquiry").routeId(ID)
                .routeConfigurationId("linkage")
                .bean(InquiryMapping.class, "toCancellation")
                .bean(ChukanClient.class, "cancelInquiry").id(ID + "-call")
                .bean(InquiryMapping.class, "toWithdrawal");
    }
}
