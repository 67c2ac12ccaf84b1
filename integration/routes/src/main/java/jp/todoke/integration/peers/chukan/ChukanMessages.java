package jp.todoke.integration.peers.chukan;

import java.time.ZonedDateTime;
import jp.todoke.integration.inquiry.Inquiry;
import jp.todoke.peers.chukan.model.InquiryRegistration;
import jp.todoke.peers.chukan.model.InquiryResult;

/** What travels on the routes to the 中間サーバー, between mapping and client. */
final class ChukanMessages {
    private ChukanMessages() {}

    /** Headers of every request. */
    record Headers(String ifId, String requestId, String issue, String userId, String gyomuId) {
        static Headers of(String ifId, Inquiry inquiry) {
            return new Headers(ifId, inquiry.requestId().toString(), inquiry.occasion().caseNumber(), inquiry.occasion().officer(),
                    inquiry.occasion().gyomuId());
        }
    }

    record Registration(Headers headers, InquiryRegistration body) {
        @Override
        public String toString() {
            return "Registration[" + headers.issue() + "]";
        }
    }

    /** A pull by 受付番号; the question goes along so that the answer can be held against it. */
    record Pull(Headers headers, String uketsukeBango, Inquiry asked) {}

    /** The result with the bytes from which it was read. */
    record Pulled(Inquiry asked, InquiryResult result, byte[] body) {
        @Override
        public String toString() {
            return "Pulled[" + asked.id() + "]";
        }
    }

    /** 照会依頼日時, yyyyMMddHHmmssSSS. */
    static String nichiji(ZonedDateTime time) {
        return "%1$tY%1$tm%1$td%1$tH%1$tM%1$tS%1$tL".formatted(time);
    }
}
