package jp.todoke.integration.peers.myna;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** マイナポータル 処理状況の登録. Contract: specs/peers/myna.yaml. Double: integration/mocks. No decision here. */
@Component
final class RecordStatusRoute extends RouteBuilder {
    static final String ID = "myna-status-record";

    @Override
    public void configure() {
        from("direct:recordStatus").routeId(ID)
                .routeConfigurationId("portal")
                .bean(MynaMapping.class, "toReport")
                .bean(MynaClient.class, "recordStatus").id(ID + "-call")
                .bean(MynaMapping.class, "toRecorded");
    }
}
