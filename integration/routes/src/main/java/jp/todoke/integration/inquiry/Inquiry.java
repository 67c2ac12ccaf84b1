package jp.todoke.integration.inquiry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.todoke.api.linkage.model.InformationKind;
import jp.todoke.integration.evidence.JukiPurpose;
import jp.todoke.integration.evidence.LegalTuple;
import jp.todoke.integration.evidence.OwnBasis;
import jp.todoke.tenancy.Municipality;
import org.jspecify.annotations.Nullable;

/**
 * 情報照会: one permitted question. It cannot exist without its legal basis, so no route can run without one.
 *
 * @param requestId idempotency key for the peer, the same on every repetition
 */
public record Inquiry(Municipality municipality, UUID id, Occasion occasion, Question question, UUID requestId, Stage stage,
        Origin origin) implements Asked {

    /**
     * Why and by whom it is asked.
     *
     * @param gyomuId  業務ID of the asking business
     * @param withheld 照会側不開示コード: the record of the inquiry must not be disclosed
     */
    public record Occasion(UUID caseId, String caseNumber, String gyomuId, String department, String officer, Instant requestedAt,
            boolean withheld) {}

    /**
     * Where the inquiry stands.
     *
     * @param acceptedAt     instant of acceptance as the peer states it
     * @param cancelAccepted whether the peer has taken the 取りやめ
     */
    public record Stage(InquiryState state, int attempts, @Nullable String receiptNo, @Nullable String shoriTsuban,
            @Nullable Instant acceptedAt, boolean cancelAccepted) {
        public Stage(InquiryState state, int attempts, @Nullable String receiptNo) {
            this(state, attempts, receiptNo, null, null, false);
        }

        Stage accepted(InquiryState to, PeerReply.Accepted reply) {
            return new Stage(to, 0, reply.receiptNo(), null, reply.acceptedAt(), false);
        }

        Stage progressed(InquiryState to, @Nullable String tsuban) {
            return new Stage(to, 0, receiptNo, tsuban == null ? shoriTsuban : tsuban, acceptedAt, cancelAccepted);
        }
    }

    /** The request that caused the inquiry, for the log, and its trace (W3C traceparent). */
    public record Origin(@Nullable String correlationId, @Nullable String traceparent) {
        public static final Origin UNKNOWN = new Origin(null, null);
    }

    /** What is asked, with the basis that permits it. */
    public sealed interface Question {
    }

    /**
     * A question to the 中間サーバー: 特定個人情報 of one person.
     *
     * @param year     年度, for the kinds that are asked by year
     * @param detailed whether the procedure needs the items from which an income is assembled, or the total alone
     */
    public record NetworkQuestion(InformationKind kind, LegalTuple basis, String atenabango, @Nullable Integer year, boolean detailed)
            implements
                Question {}

    /** 本人確認情報 by 4情報. */
    public record IdentityQuestion(JukiPurpose basis, String name, LocalDate birthDate) implements Question {
        @Override
        public String toString() {
            return "IdentityQuestion";
        }
    }

    /** 住登外者宛名番号 of a person by 基本4情報, never by 個人番号. */
    public record NumberingQuestion(OwnBasis basis, Particulars person) implements Question {}

    /** Whether the account exists and bears the name. */
    public record AccountQuestion(OwnBasis basis, Information.Account account) implements Question {
        @Override
        public String toString() {
            return "AccountQuestion";
        }
    }

    /**
     * 基本4情報 with フリガナ.
     *
     * @param sex      0 unknown, 1 man, 2 woman
     * @param fromJuki whether any of it came from 住基ネット: then no other business may see it (他業務参照不可)
     */
    public record Particulars(String name, @Nullable String kana, LocalDate birthDate, String sex, String address,
            String municipalityCode, boolean fromJuki) {
        @Override
        public String toString() {
            return "Particulars";
        }
    }

    Inquiry at(Stage now) {
        return new Inquiry(municipality, id, occasion, question, requestId, now, origin);
    }

    /** @throws IllegalStateException before the peer has accepted */
    public String receiptNo() {
        String receiptNo = stage.receiptNo();
        if (receiptNo == null) {
            throw new IllegalStateException("inquiry " + id + " has no receipt yet");
        }
        return receiptNo;
    }

    /** For log lines: the id and the case number, nothing about the person. */
    @Override
    public String toString() {
        return "Inquiry[" + id + " " + occasion.caseNumber() + " " + stage.state() + "]";
    }
}
