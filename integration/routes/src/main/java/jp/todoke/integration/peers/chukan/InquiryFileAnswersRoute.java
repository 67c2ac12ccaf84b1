package jp.todoke.integration.peers.chukan;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** 中間サーバー IF_SKI_11134 照会結果の取得 (file), a window of it. Contract: specs/peers/chukan.yaml. Double: integration/mocks. */
@Component
final class InquiryFileAnswersRoute extends RouteBuilder {
    static final String ID = "chukan-inquiry-file-answers";

    @Override
    public void configure() {
        from("direct:getInquiryFileAnswers").routeId(ID)
                .routeConfigurationId("linkage")
                .bean(FileMapping.class, "toAnswersPull")
                .bean(ChukanFileClient.class, "getInquiryFileAnswers").id(ID + "-call")
                .bean(FileMapping.class, "toWindow");
    }
}
