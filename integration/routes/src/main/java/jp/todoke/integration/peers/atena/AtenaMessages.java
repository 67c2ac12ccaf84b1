package jp.todoke.integration.peers.atena;

import jp.todoke.integration.inquiry.Inquiry;
import jp.todoke.peers.atena.model.BasicInformationFound;
import jp.todoke.peers.atena.model.BasicQuery;
import jp.todoke.peers.atena.model.Numbered;
import jp.todoke.peers.atena.model.Numbering;

/** What travels on the routes to 031, between mapping and client. The question goes along to be held against the answer. */
final class AtenaMessages {
    private AtenaMessages() {}

    record Query(Inquiry asked, BasicQuery body) {
        @Override
        public String toString() {
            return "Query[" + asked.id() + "]";
        }
    }

    record Found(Inquiry asked, BasicInformationFound found, byte[] body) {
        @Override
        public String toString() {
            return "Found[" + asked.id() + "]";
        }
    }

    record NumberingRequest(Inquiry asked, Numbering body) {
        @Override
        public String toString() {
            return "NumberingRequest[" + asked.id() + "]";
        }
    }

    record NumberingDone(Inquiry asked, Numbered numbered, byte[] body) {
        @Override
        public String toString() {
            return "NumberingDone[" + asked.id() + "]";
        }
    }
}
