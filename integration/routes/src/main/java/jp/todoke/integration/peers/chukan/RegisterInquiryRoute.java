package jp.todoke.integration.peers.chukan;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** 中間サーバー IF_SKI_10111 照会内容の登録. Contract: specs/peers/chukan.yaml. Double: integration/mocks. Accepting is not answering. */
@Component
final class RegisterInquiryRoute extends RouteBuilder {
    static final String ID = "chukan-inquiry-registration";

    @Override
    public void configure() {
        from("direct:registerInquiry").routeId(ID)
                .routeConfigurationId("linkage")
                .bean(InquiryMapping.class, "toRegistration")
                .bean(ChukanClient.class, "registerInquiry").id(ID + "-call")
                .bean(InquiryMapping.class, "toAccepted");
    }
}
