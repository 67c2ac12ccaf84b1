package jp.todoke.integration.peers.myna;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** マイナポータル 申請データ取得. Contract: specs/peers/myna.yaml. Double: integration/mocks. No decision here. */
@Component
final class GetApplicationRoute extends RouteBuilder {
    static final String ID = "myna-application";

    @Override
    public void configure() {
        from("direct:getApplication").routeId(ID)
                .routeConfigurationId("portal")
                .bean(MynaClient.class, "getApplication").id(ID + "-call")
                .bean(MynaMapping.class, "toFetched");
    }
}
