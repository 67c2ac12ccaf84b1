package jp.todoke.integration.peers.bank;

import jp.todoke.integration.inquiry.Inquiry;
import jp.todoke.peers.bank.model.AccountToVerify;
import jp.todoke.peers.bank.model.AccountVerified;

/** What travels on the route to the banks, between mapping and client. Account numbers are never printed. */
final class BankMessages {
    private BankMessages() {}

    /** The question goes along so that the answer can be held against it. */
    record Verification(Inquiry asked, AccountToVerify body) {
        @Override
        public String toString() {
            return "Verification[" + asked.id() + "]";
        }
    }

    /** The outcome with the bytes from which it was read. */
    record Verified(Inquiry asked, AccountVerified outcome, byte[] body) {
        @Override
        public String toString() {
            return "Verified[" + asked.id() + "]";
        }
    }
}
