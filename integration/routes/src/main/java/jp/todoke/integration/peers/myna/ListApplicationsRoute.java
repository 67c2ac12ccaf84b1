package jp.todoke.integration.peers.myna;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** マイナポータル 申請データ一覧取得. Contract: specs/peers/myna.yaml. Double: integration/mocks. No decision here. */
@Component
final class ListApplicationsRoute extends RouteBuilder {
    static final String ID = "myna-application-list";

    @Override
    public void configure() {
        from("direct:listApplications").routeId(ID)
                .routeConfigurationId("portal")
                .bean(MynaClient.class, "listApplications").id(ID + "-call")
                .bean(MynaMapping.class, "toListed");
    }
}
