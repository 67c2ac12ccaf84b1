package jp.todoke.integration.peers.myna;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** マイナポータル 申請処理状況一覧取得. Contract: specs/peers/myna.yaml. Double: integration/mocks. No decision here. */
@Component
final class ListStatusesRoute extends RouteBuilder {
    static final String ID = "myna-status-list";

    @Override
    public void configure() {
        from("direct:listStatuses").routeId(ID)
                .routeConfigurationId("portal")
                .bean(MynaClient.class, "listStatuses").id(ID + "-call")
                .bean(MynaMapping.class, "toStatuses");
    }
}
