package jp.todoke.integration.inquiry;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one step of an inquiry brought back from the peer. */
public sealed interface PeerReply
        permits PeerReply.Accepted, PeerReply.Progress, PeerReply.Answered, PeerReply.NoCandidate, PeerReply.Congested,
        PeerReply.Withdrawal, PeerReply.Rejected,
        LinkageAnswer.Unavailable {

    /** 受付: accepting is not answering. */
    record Accepted(String receiptNo, Instant acceptedAt, Duration retryAfter) implements PeerReply {}

    /** @param state COMPLETED means that the result may be fetched */
    record Progress(InquiryState state, @Nullable String shoriTsuban, Duration retryAfter) implements PeerReply {}

    record Answered(LinkageAnswer answer, Received received) implements PeerReply {}

    /** 照会 before 付番 found nobody. */
    record NoCandidate() implements PeerReply {}

    /** 処理能力超過: the same question has to be asked anew later. */
    record Congested() implements PeerReply {}

    /** How the 取りやめ stands; PENDING also when it has only just been taken. */
    record Withdrawal(Outcome outcome, Duration retryAfter) implements PeerReply {
        public enum Outcome {
            PENDING,
            CANCELLED,
            /** The result is there already. */
            TOO_LATE
        }
    }

    /**
     * 正常系エラー, a 4xx: repeating the same request would be refused again.
     *
     * @param code error code of the peer, or the HTTP status when it gave none
     */
    record Rejected(int status, String code) implements PeerReply {}

    /**
     * The result as it came.
     *
     * @param body the bytes; never printed
     */
    record Received(byte[] body, String resultKind, @Nullable String datasetNo, @Nullable String hanNo) {
        @Override
        public String toString() {
            return "Received[" + resultKind + "]";
        }
    }
}
