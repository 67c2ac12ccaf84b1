package jp.todoke.integration.peers;

import jp.todoke.integration.inquiry.Inquiry;

/** What is sent to a peer, on its way from mapping to client. The question goes along to be held against the answer; neither is ever printed. */
public record PeerRequest<B>(Inquiry asked, B body) {
    @Override
    public String toString() {
        return "PeerRequest[" + asked.id() + "]";
    }
}
