package jp.todoke.integration.peers.juki;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** 住基ネット 本人確認情報の検索 by 4情報. Contract: specs/peers/juki.yaml. Double: integration/mocks. No decision here. */
@Component
final class SearchIdentityRoute extends RouteBuilder {
    static final String ID = "juki-identity-search";

    @Override
    public void configure() {
        from("direct:searchIdentity").routeId(ID)
                .routeConfigurationId("linkage")
                .bean(IdentityMapping.class, "toSearch")
                .bean(JukiClient.class, "searchIdentity").id(ID + "-call")
                .bean(IdentityMapping.class, "toAnswer");
    }
}
