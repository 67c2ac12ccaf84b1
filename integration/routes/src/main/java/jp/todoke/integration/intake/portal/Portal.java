package jp.todoke.integration.intake.portal;

import java.util.Locale;
import jp.todoke.telemetry.Traces;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** Asks the portal, by the route of the operation, never inside a transaction. */
@Component
class Portal {
    private final ProducerTemplate routes;
    private final Traces traces;

    Portal(ProducerTemplate routes, Traces traces) {
        this.routes = routes;
        this.traces = traces;
    }

    PortalReply ask(PortalRequest request) {
        String operation = switch (request) {
            case PortalRequest.ListApplications _ -> "listApplications";
            case PortalRequest.GetApplication _ -> "getApplication";
            case PortalRequest.ListStatuses _ -> "listStatuses";
            case PortalRequest.RecordStatus _ -> "recordStatus";
        };
        return traces.step(operation, () -> routes.requestBody("direct:" + operation, request, PortalReply.class),
                reply -> reply.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    }
}
