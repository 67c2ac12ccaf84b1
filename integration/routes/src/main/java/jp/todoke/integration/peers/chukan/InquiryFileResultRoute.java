package jp.todoke.integration.peers.chukan;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** 中間サーバー IF_SKI_10134 登録結果の取得 (file). Contract: specs/peers/chukan.yaml. Double: integration/mocks. */
@Component
final class InquiryFileResultRoute extends RouteBuilder {
    static final String ID = "chukan-inquiry-file-result";

    @Override
    public void configure() {
        from("direct:getInquiryFileResult").routeId(ID)
                .routeConfigurationId("linkage")
                .bean(FileMapping.class, "toListsPull")
                .bean(ChukanFileClient.class, "getInquiryFileResult").id(ID + "-call")
                .bean(FileMapping.class, "toLists");
    }
}
