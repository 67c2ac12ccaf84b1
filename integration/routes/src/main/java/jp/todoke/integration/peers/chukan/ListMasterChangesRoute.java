package jp.todoke.integration.peers.chukan;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** 中間サーバー IF_SCM_30112 マスター更新情報の取得. Contract: specs/peers/chukan.yaml. Double: integration/mocks. */
@Component
final class ListMasterChangesRoute extends RouteBuilder {
    static final String ID = "chukan-master-changes";

    @Override
    public void configure() {
        from("direct:listMasterChanges").routeId(ID)
                .routeConfigurationId("linkage")
                .bean(ComparisonMapping.class, "toMastersPull")
                .bean(NetworkListClient.class, "listMasterChanges").id(ID + "-call")
                .bean(ComparisonMapping.class, "toMasterChanges");
    }
}
