package jp.todoke.integration.peers.chukan;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** 中間サーバー IF_SYM_20212 稼動状態の取得. Contract: specs/peers/chukan.yaml. Double: integration/mocks. Of no inquiry, so without its audit. */
@Component
final class NetworkHealthRoute extends RouteBuilder {
    static final String ID = "chukan-health";

    @Override
    public void configure() {
        from("direct:getNetworkHealth").routeId(ID)
                .bean(ChukanClient.class, "getNetworkHealth").id(ID + "-call")
                .bean(InquiryMapping.class, "toNetworkState");
    }
}
