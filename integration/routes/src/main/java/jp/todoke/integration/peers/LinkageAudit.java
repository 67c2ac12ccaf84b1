package jp.todoke.integration.peers;

import jp.todoke.integration.inquiry.Asked;
import jp.todoke.integration.inquiry.LinkageAnswer;
import jp.todoke.integration.inquiry.PeerReply;
import jp.todoke.integration.inquiry.comparison.NetworkRequest;
import jp.todoke.integration.inquiry.rounds.FileStep;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes who asked what in which case, and turns trouble into replies. No personal data: id and case number only. */
public class LinkageAudit {
    private static final Logger log = LoggerFactory.getLogger("jp.todoke.audit.linkage");

    public void asking(@Body Object body, Exchange exchange) {
        switch (body) {
            case Asked asked ->
                log.info("route={} inquiry={} case={} officer={}", exchange.getFromRouteId(), asked.id(), asked.occasion().caseNumber(),
                        asked.occasion().officer());
            case FileStep step -> log.info("route={} file={} round={} officer={}", exchange.getFromRouteId(), step.file().fileId(),
                    step.file().roundNumber(), step.file().asker().officer());
            case NetworkRequest list ->
                log.info("route={} request={} asker={}", exchange.getFromRouteId(), list.requestId(), list.askerKikanCd());
            default -> throw new IllegalStateException("nobody knows whom to write down for " + body.getClass().getName());
        }
    }

    public PeerReply unavailable(@ExchangeException PeerUnreachable trouble, Exchange exchange) {
        log.warn("route={} unavailable: {}", exchange.getFromRouteId(), trouble.trouble());
        return new LinkageAnswer.Unavailable(trouble.trouble());
    }

    public PeerReply rejected(@ExchangeException PeerRejection refusal) {
        return new PeerReply.Rejected(refusal.status(), refusal.code());
    }
}
