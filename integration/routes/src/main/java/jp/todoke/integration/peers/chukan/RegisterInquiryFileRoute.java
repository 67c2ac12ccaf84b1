package jp.todoke.integration.peers.chukan;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** 中間サーバー IF_SKI_10123 照会内容の登録 (file). Contract: specs/peers/chukan.yaml. Double: integration/mocks. */
@Component
final class RegisterInquiryFileRoute extends RouteBuilder {
    static final String ID = "chukan-inquiry-file-registration";

    @Override
    public void configure() {
        from("direct:registerInquiryFile").routeId(ID)
                .routeConfigurationId("linkage")
                .bean(FileMapping.class, "toUpload")
                .bean(ChukanFileClient.class, "registerInquiryFile").id(ID + "-call")
                .bean(FileMapping.class, "toReceived");
    }
}
