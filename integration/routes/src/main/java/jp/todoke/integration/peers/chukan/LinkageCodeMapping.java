package jp.todoke.integration.peers.chukan;

import java.util.List;
import java.util.Objects;
import jp.todoke.integration.inquiry.LinkageCodeReply;
import jp.todoke.integration.inquiry.LinkageCodeRequest;
import jp.todoke.integration.peers.PeerUnreachable;
import jp.todoke.integration.peers.chukan.ChukanMessages.Headers;
import jp.todoke.integration.peers.chukan.LinkageCodeMessages.Pull;
import jp.todoke.integration.peers.chukan.LinkageCodeMessages.Request;
import jp.todoke.integration.peers.chukan.LinkageCodeMessages.Told;
import jp.todoke.peers.chukan.model.FugoRequest;
import jp.todoke.peers.chukan.model.FugoResult;
import org.springframework.stereotype.Component;

/** Request for a 符号 ⇄ messages of the 中間サーバー. */
@Component
public class LinkageCodeMapping {

    public Request toRequest(LinkageCodeRequest asked) {
        var body = new FugoRequest().shikuchosonkodo(asked.municipality().code()).atenabango(List.of(asked.atenabango()));
        return new Request(headers("IF_FGU_20221", asked), asked, body);
    }

    public Pull toPull(LinkageCodeRequest asked) {
        return new Pull(headers("IF_FGU_20234", asked), asked, Objects.requireNonNull(asked.requestNo()));
    }

    private static Headers headers(String ifId, LinkageCodeRequest asked) {
        return new Headers(ifId, asked.id().toString(), asked.occasion().caseNumber(), asked.occasion().officer(),
                asked.occasion().gyomuId());
    }

    /** What is said of somebody else says nothing of the person asked about: it is asked again. */
    public LinkageCodeReply toReply(Told told) {
        FugoResult result = told.state().getResults().stream()
                .filter(one -> told.asked().atenabango().equals(one.getAtenabango())).findFirst()
                .orElseThrow(() -> new PeerUnreachable("ANOTHER_PERSON"));
        if (result.getState() == null) {
            throw new PeerUnreachable("UNREADABLE");
        }
        return switch (result.getState()) {
            case REQUESTED -> new LinkageCodeReply.Requested(told.state().getFugoIraiBango());
            case ACQUIRED -> new LinkageCodeReply.Acquired();
            case REFUSED -> new LinkageCodeReply.Refused(result.getReason() == null ? "OTHER" : result.getReason().getValue());
        };
    }
}
