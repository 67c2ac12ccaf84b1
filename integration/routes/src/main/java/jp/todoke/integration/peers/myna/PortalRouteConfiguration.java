package jp.todoke.integration.peers.myna;

import jp.todoke.integration.peers.PeerRejection;
import jp.todoke.integration.peers.PeerUnreachable;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.springframework.stereotype.Component;

/** What the routes to the portal share, as those of the inquiries do: the audit line, and transport trouble and refusals as replies; no catch-all. */
@Component
class PortalRouteConfiguration extends RouteConfigurationBuilder {

    @Override
    public void configuration() {
        var portal = routeConfiguration("portal");
        portal.interceptFrom().bean(PortalAudit.class, "asking");
        portal.onException(PeerUnreachable.class).handled(true).bean(PortalAudit.class, "unavailable");
        portal.onException(PeerRejection.class).handled(true).bean(PortalAudit.class, "rejected");
    }
}
