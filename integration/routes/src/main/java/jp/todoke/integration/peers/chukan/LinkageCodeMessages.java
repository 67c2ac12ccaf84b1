package jp.todoke.integration.peers.chukan;

import jp.todoke.integration.inquiry.LinkageCodeRequest;
import jp.todoke.integration.peers.chukan.ChukanMessages.Headers;
import jp.todoke.peers.chukan.model.FugoRequest;
import jp.todoke.peers.chukan.model.FugoRequestState;

/** What travels on the routes about 符号, between mapping and client. The question goes along to be held against the answer. */
final class LinkageCodeMessages {
    private LinkageCodeMessages() {}

    record Request(Headers headers, LinkageCodeRequest asked, FugoRequest body) {
        @Override
        public String toString() {
            return "Request[" + asked.id() + "]";
        }
    }

    record Pull(Headers headers, LinkageCodeRequest asked, String number) {}

    record Told(LinkageCodeRequest asked, FugoRequestState state) {
        @Override
        public String toString() {
            return "Told[" + asked.id() + "]";
        }
    }
}
