package jp.todoke.integration.peers;

import org.apache.camel.builder.RouteConfigurationBuilder;
import org.springframework.stereotype.Component;

/**
 * What all routes to peers share: the audit line before anything leaves, and transport trouble and refusals as replies. There
 * is no catch-all: a bug must not look like an outage.
 */
@Component
class LinkageRouteConfiguration extends RouteConfigurationBuilder {

    @Override
    public void configuration() {
        var linkage = routeConfiguration("linkage");
        linkage.interceptFrom().bean(LinkageAudit.class, "asking");
        linkage.onException(PeerUnreachable.class).handled(true).bean(LinkageAudit.class, "unavailable");
        linkage.onException(PeerRejection.class).handled(true).bean(LinkageAudit.class, "rejected");
    }
}
