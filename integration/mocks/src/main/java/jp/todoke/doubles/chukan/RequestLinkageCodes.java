package jp.todoke.doubles.chukan;

import java.util.List;
import java.util.Objects;
import jp.todoke.doubles.wire.PeerRequest;
import jp.todoke.doubles.wire.Reply;
import tools.jackson.databind.JsonNode;

/** E26 IF_FGU_20221: asks for the 符号 of persons. */
final class RequestLinkageCodes extends ChukanOperation {

    private final LinkageCodeRequests requests;

    RequestLinkageCodes(Gate gate, LinkageCodeRequests requests) {
        super(gate, "requestLinkageCodes", "符号取得依頼", "032:chukan/fugo-requests:Create");
        this.requests = requests;
    }

    @Override
    Reply accepted(PeerRequest request) {
        JsonNode body = Objects.requireNonNull(request.json());
        List<String> persons = body.path("atenabango").valueStream().map(JsonNode::asString).toList();
        var asked = new LinkageCodeRequests.Asked(body.path("shikuchosonkodo").asString(), persons);
        String number = requests.keep(Objects.requireNonNull(request.header("X-Request-Id")), asked);
        return Reply.of(202, requests.state(number, asked, request.scenario()));
    }

    @Override
    public void forget() {
        requests.forget();
    }
}
