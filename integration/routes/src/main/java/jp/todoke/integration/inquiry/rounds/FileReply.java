package jp.todoke.integration.inquiry.rounds;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.todoke.integration.inquiry.Inquiry;
import jp.todoke.integration.inquiry.LinkageAnswer;
import jp.todoke.integration.inquiry.PeerReply;
import org.jspecify.annotations.Nullable;

/** What one step of a file brought back. Refusals and transport trouble come as {@link PeerReply}, as for single inquiries. */
public sealed interface FileReply {

    /** The file is there; nothing is known of its records. */
    record Received(String receiptNo, Instant acceptedAt, Duration retryAfter) implements FileReply {}

    /** 登録結果 and 統合宛名エラーリスト. */
    record Lists(List<Taken> taken, List<NotTaken> rejected, List<NotTaken> untranslatable, Duration retryAfter) implements FileReply {}

    /** @param receiptNo 受付番号, under which its answer comes */
    record Taken(int recordNo, String atenabango, String receiptNo) {
        @Override
        public String toString() {
            return "Taken[" + recordNo + "]";
        }
    }

    /** @param code error code of the peer */
    record NotTaken(int recordNo, String atenabango, String code) {
        @Override
        public String toString() {
            return "NotTaken[" + recordNo + " " + code + "]";
        }
    }

    /**
     * A window of the result file.
     *
     * @param unreadable lines that are no answers of the contract
     * @param next       record with which the next window begins; absent after the last
     * @param pending    records of the whole file that have no answer yet
     */
    record Window(List<Answered> answers, List<byte[]> unreadable, @Nullable Integer next, int pending, Duration retryAfter)
            implements
                FileReply {}

    /** @param received the line as it came */
    record Answered(String receiptNo, @Nullable String shoriTsuban, PeerReply.Received received, Judgement judgement) {}

    /** What an answer means, held against the question to which it belongs. */
    interface Judgement {
        LinkageAnswer to(Inquiry.NetworkQuestion asked);
    }
}
