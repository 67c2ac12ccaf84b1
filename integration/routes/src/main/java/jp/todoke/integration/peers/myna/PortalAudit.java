package jp.todoke.integration.peers.myna;

import jp.todoke.integration.intake.portal.PortalReply;
import jp.todoke.integration.intake.portal.PortalRequest;
import jp.todoke.integration.peers.PeerRejection;
import jp.todoke.integration.peers.PeerUnreachable;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what was asked of the portal for whom, and turns trouble into replies. No personal data. */
public class PortalAudit {
    private static final Logger log = LoggerFactory.getLogger("jp.todoke.audit.linkage");

    public void asking(@Body PortalRequest request, Exchange exchange) {
        log.info("route={} request={}", exchange.getFromRouteId(), request.requestId());
    }

    public PortalReply unavailable(@ExchangeException PeerUnreachable trouble, Exchange exchange) {
        log.warn("route={} unavailable: {}", exchange.getFromRouteId(), trouble.trouble());
        return new PortalReply.Unavailable(trouble.trouble());
    }

    public PortalReply rejected(@ExchangeException PeerRejection refusal) {
        return new PortalReply.Rejected(refusal.status(), refusal.code());
    }
}
