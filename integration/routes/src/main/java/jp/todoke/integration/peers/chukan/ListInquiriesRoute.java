package jp.todoke.integration.peers.chukan;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** 中間サーバー IF_SKI_10723/10734 照会状況, as a list. Contract: specs/peers/chukan.yaml. Double: integration/mocks. */
@Component
final class ListInquiriesRoute extends RouteBuilder {
    static final String ID = "chukan-inquiry-list";

    @Override
    public void configure() {
        from("direct:listInquiries").routeId(ID)
                .routeConfigurationId("linkage")
                .bean(ComparisonMapping.class, "toInquiriesPull")
                .bean(NetworkListClient.class, "listInquiries").id(ID + "-call")
                .bean(ComparisonMapping.class, "toInquiries");
    }
}
