package jp.todoke.integration.peers.juki;

import jp.todoke.integration.inquiry.Inquiry;
import jp.todoke.peers.juki.model.IdentityHits;
import jp.todoke.peers.juki.model.IdentitySearch;

/** What travels on the route to 住基ネット, between mapping and client. */
final class JukiMessages {
    private JukiMessages() {}

    /** The question goes along so that the answer can be held against it. */
    record Search(Inquiry asked, IdentitySearch body) {
        @Override
        public String toString() {
            return "Search[" + asked.id() + "]";
        }
    }

    /** The hits with the bytes from which they were read. */
    record Found(Inquiry asked, IdentityHits hits, byte[] body) {
        @Override
        public String toString() {
            return "Found[" + asked.id() + "]";
        }
    }
}
