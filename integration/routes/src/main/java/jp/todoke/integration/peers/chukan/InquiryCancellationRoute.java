package jp.todoke.integration.peers.chukan;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** 中間サーバー IF_SKI_50412 取りやめ結果の取得. Contract: specs/peers/chukan.yaml. Double: integration/mocks. */
@Component
final class InquiryCancellationRoute extends RouteBuilder {
    static final String ID = "chukan-inquiry-cancellation-outcome";

    @Override
    public void configure() {
        from("direct:getInquiryCancellation").routeId(ID)
                .routeConfigurationId("linkage")
                .bean(InquiryMapping.class, "toCancellationPull")
                .bean(ChukanClient.class, "getInquiryCancellation").id(ID + "-call")
                .bean(InquiryMapping.class, "toWithdrawal");
    }
}
