package jp.todoke.integration.peers.togo;

import jp.todoke.peers.togo.model.IntegratedPersonAccepted;
import jp.todoke.peers.togo.model.IntegratedPersonChange;

/** What travels on the routes to 032, between mapping and client. The person goes along to be held against the answer. */
final class TogoMessages {
    private TogoMessages() {}

    record Registration(IntegratedPerson asked, jp.todoke.peers.togo.model.IntegratedPerson body) {
        @Override
        public String toString() {
            return "Registration[" + asked.id() + "]";
        }
    }

    record Change(IntegratedPerson asked, IntegratedPersonChange body) {
        @Override
        public String toString() {
            return "Change[" + asked.id() + "]";
        }
    }

    record Accepted(IntegratedPerson asked, IntegratedPersonAccepted answer) {
        @Override
        public String toString() {
            return "Accepted[" + asked.id() + "]";
        }
    }
}
