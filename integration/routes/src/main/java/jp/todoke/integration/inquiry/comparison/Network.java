package jp.todoke.integration.inquiry.comparison;

import java.util.Locale;
import jp.todoke.integration.inquiry.LinkageAnswer;
import jp.todoke.integration.inquiry.PeerReply;
import jp.todoke.telemetry.Traces;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** Asks the 中間サーバー for a page of a list, by the route of the operation, never inside a transaction. */
@Component
class Network {
    private final ProducerTemplate routes;
    private final Traces traces;

    Network(ProducerTemplate routes, Traces traces) {
        this.routes = routes;
        this.traces = traces;
    }

    NetworkReply.Inquiries ask(NetworkRequest.ListInquiries request) {
        return (NetworkReply.Inquiries) page("listInquiries", request);
    }

    NetworkReply.MasterChanges ask(NetworkRequest.ListMasterChanges request) {
        return (NetworkReply.MasterChanges) page("listMasterChanges", request);
    }

    private Object page(String operation, NetworkRequest request) {
        Object reply = traces.step(operation, () -> routes.requestBody("direct:" + operation, request),
                it -> it.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        return switch (reply) {
            case LinkageAnswer.Unavailable away -> throw new ComparisonTrouble(away.trouble());
            case PeerReply.Rejected refused -> throw new ComparisonTrouble("REJECTED_" + refused.code());
            default -> reply;
        };
    }
}
