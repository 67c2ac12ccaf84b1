package jp.todoke.doubles.chukan;

import jp.todoke.doubles.wire.PeerRequest;
import jp.todoke.doubles.wire.Refusal;
import jp.todoke.doubles.wire.Reply;

/** E26 IF_FGU_20234: whether the 符号 are there. */
final class PullLinkageCodes extends ChukanOperation {

    private final LinkageCodeRequests requests;

    PullLinkageCodes(Gate gate, LinkageCodeRequests requests) {
        super(gate, "getLinkageCodeRequest", "符号取得状況", "032:chukan/fugo-requests:Read");
        this.requests = requests;
    }

    @Override
    Reply accepted(PeerRequest request) {
        String number = request.segment(2);
        LinkageCodeRequests.Asked asked = requests.find(number)
                .orElseThrow(() -> Refusal.business(404, "N0404", "符号取得依頼がありません。"));
        return Reply.of(200, requests.state(number, asked, request.scenario()));
    }
}
