package jp.todoke.integration.peers.chukan;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Objects;
import jp.todoke.integration.evidence.Layouts;
import jp.todoke.integration.evidence.LegalTuple;
import jp.todoke.integration.inquiry.Inquiry;
import jp.todoke.integration.inquiry.InquiryState;
import jp.todoke.integration.inquiry.LinkageAnswer;
import jp.todoke.integration.inquiry.NetworkState;
import jp.todoke.integration.inquiry.PeerReply;
import jp.todoke.integration.peers.chukan.ChukanMessages.Headers;
import jp.todoke.integration.peers.chukan.ChukanMessages.Pull;
import jp.todoke.integration.peers.chukan.ChukanMessages.Pulled;
import jp.todoke.integration.peers.chukan.ChukanMessages.Registration;
import jp.todoke.peers.chukan.model.InquiryAcceptance;
import jp.todoke.peers.chukan.model.InquiryCancellation;
import jp.todoke.peers.chukan.model.InquiryRegistration;
import jp.todoke.peers.chukan.model.InquiryResult;
import jp.todoke.peers.chukan.model.InquiryStatus;
import jp.todoke.peers.chukan.model.Joken;
import jp.todoke.peers.chukan.model.Layout;
import jp.todoke.peers.chukan.model.NetworkHealth;
import jp.todoke.peers.chukan.model.Shokaisha;
import jp.todoke.peers.chukan.model.Teikyosha;
import jp.todoke.tenancy.BusinessDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Inquiry ⇄ messages of the 中間サーバー. Every national word ends here. */
@Component
public class InquiryMapping {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final String NUMBERING = "01";

    private final Layouts layouts;
    private final BusinessDate businessDate;

    InquiryMapping(Layouts layouts, BusinessDate businessDate) {
        this.layouts = layouts;
        this.businessDate = businessDate;
    }

    /** Equal for every repetition of the same inquiry: the time is that of the request, not of the sending. */
    public Registration toRegistration(Inquiry inquiry) {
        Inquiry.NetworkQuestion asked = asked(inquiry);
        LegalTuple basis = asked.basis();
        var body = new InquiryRegistration().shikibetsu(NUMBERING).atenabango(asked.atenabango())
                .shokaiiraiNichiji(ChukanMessages.nichiji(inquiry.occasion().requestedAt().atZone(JAPAN)))
                .shokaisha(new Shokaisha().kikanCd(basis.askerKikanCd()).bushoCd(inquiry.occasion().department())
                        .userId(inquiry.occasion().officer()))
                .shokaisokuFukaijiCd(inquiry.occasion().withheld() ? "1" : "0").jimuCd(basis.jimuCd())
                .jimutetsuzukiCd(basis.jimutetsuzukiCd())
                .teikyosha(new Teikyosha().kikanCd(basis.providerKikanCd())).tokuteikojinjohomeiCd(basis.tmCd()).joken(joken(asked));
        return new Registration(Headers.of("IF_SKI_10111", inquiry), body);
    }

    private static Joken joken(Inquiry.NetworkQuestion asked) {
        Integer year = asked.year();
        return year == null
                ? new Joken().jokenKbn("0").nendoKbn("0")
                : new Joken().jokenKbn("0").nendoKbn("1").nendo("%04d".formatted(year));
    }

    public PeerReply toAccepted(InquiryAcceptance acceptance) {
        return new PeerReply.Accepted(acceptance.getUketsukeBango(), acceptance.getAcceptedAt().toInstant(),
                millis(acceptance.getRetryAfterMillis()));
    }

    public Pull toStatusPull(Inquiry inquiry) {
        return new Pull(Headers.of("IF_SKI_10712", inquiry), inquiry.receiptNo(), inquiry);
    }

    public PeerReply toProgress(InquiryStatus status) {
        return new PeerReply.Progress(InquiryState.valueOf(status.getState().getValue()), status.getShoriTsuban(),
                millis(status.getRetryAfterMillis()));
    }

    public Pull toCancellation(Inquiry inquiry) {
        return new Pull(Headers.of("IF_SKI_50111", inquiry), inquiry.receiptNo(), inquiry);
    }

    public Pull toCancellationPull(Inquiry inquiry) {
        return new Pull(Headers.of("IF_SKI_50412", inquiry), inquiry.receiptNo(), inquiry);
    }

    public PeerReply toWithdrawal(InquiryCancellation cancellation) {
        PeerReply.Withdrawal.Outcome outcome = switch (cancellation.getState()) {
            case CANCEL_REQUESTED -> PeerReply.Withdrawal.Outcome.PENDING;
            case CANCELLED -> PeerReply.Withdrawal.Outcome.CANCELLED;
            case TOO_LATE -> PeerReply.Withdrawal.Outcome.TOO_LATE;
        };
        return new PeerReply.Withdrawal(outcome, millis(cancellation.getRetryAfterMillis()));
    }

    public Pull toResultPull(Inquiry inquiry) {
        return new Pull(Headers.of("IF_SKI_11112", inquiry), inquiry.receiptNo(), inquiry);
    }

    public PeerReply toAnswer(Pulled pulled) {
        InquiryResult result = pulled.result();
        if (result.getResultKind() == InquiryResult.ResultKindEnum.CAPACITY) {
            return new PeerReply.Congested();
        }
        Layout layout = result.getLayout();
        var received = new PeerReply.Received(pulled.body(), result.getResultKind().getValue(),
                layout == null ? null : layout.getDatasetNo(),
                layout == null ? null : layout.getHanNo());
        return new PeerReply.Answered(answer(asked(pulled.asked()), result), received);
    }

    LinkageAnswer answer(Inquiry.NetworkQuestion asked, InquiryResult result) {
        if (!asked.atenabango().equals(result.getAtenabango()) || !asked.basis().tmCd().equals(result.getTokuteikojinjohomeiCd())) {
            return new LinkageAnswer.AnotherPerson();
        }
        return switch (result.getResultKind()) {
            case PROVIDED -> provided(asked, result);
            case NOT_APPLICABLE -> new LinkageAnswer.NotApplicable();
            case NO_COPY -> new LinkageAnswer.NoCopy();
            case PERSON_UNKNOWN -> new LinkageAnswer.PersonUnknown();
            case REFUSED, AGENCY_INVALID -> new LinkageAnswer.Refused();
            case NOT_PERMITTED -> new LinkageAnswer.NotPermitted();
            case LAYOUT_MISMATCH -> new LinkageAnswer.LayoutMismatch();
            case CAPACITY -> new LinkageAnswer.Unavailable("CAPACITY");
        };
    }

    private LinkageAnswer provided(Inquiry.NetworkQuestion asked, InquiryResult result) {
        Layout layout = result.getLayout();
        if (layout == null || !layout.getTm().equals(asked.basis().tmCd())) {
            return new LinkageAnswer.LayoutMismatch();
        }
        return layouts.codes(businessDate.today(), layout.getTm(), layout.getDatasetNo(), layout.getHanNo())
                .map(codes -> read(asked, Items.of(result.getItems(), codes))).orElseGet(LinkageAnswer.LayoutMismatch::new);
    }

    private static LinkageAnswer read(Inquiry.NetworkQuestion asked, Items items) {
        try {
            return answer(asked, items);
        } catch (Items.Unreadable e) {
            return new LinkageAnswer.LayoutMismatch();
        } catch (Items.Withheld e) {
            return new LinkageAnswer.Refused();
        }
    }

    private static LinkageAnswer answer(Inquiry.NetworkQuestion question, Items items) {
        return switch (question.kind()) {
            case RESIDENT_RECORD -> ResidentRecordItems.answer(items);
            case TAX -> TaxItems.answer(items, Objects.requireNonNull(question.year()), question.detailed());
            case ACCOUNT -> AccountItems.answer(items);
            case FAMILY_REGISTER -> FamilyRegisterItems.answer(items);
            case PENSION -> PensionItems.answer(items);
            case HEALTH_INSURANCE -> HealthInsuranceItems.answer(items);
            case DISABILITY_CERTIFICATE -> DisabilityCertificateItems.answer(items);
            case PUBLIC_ASSISTANCE -> PublicAssistanceItems.answer(items);
            case CHILD_ALLOWANCE -> AllowanceItems.CHILD_ALLOWANCE.answer(items);
            case CHILD_REARING_ALLOWANCE -> AllowanceItems.CHILD_REARING_ALLOWANCE.answer(items);
            case SPECIAL_CHILD_REARING_ALLOWANCE -> AllowanceItems.SPECIAL_CHILD_REARING_ALLOWANCE.answer(items);
            case EMPLOYMENT_INSURANCE -> EmploymentInsuranceItems.answer(items);
            case IDENTITY, NUMBERING, ACCOUNT_CHECK ->
                throw new IllegalArgumentException("not asked through the 中間サーバー: " + question.kind());
        };
    }

    public NetworkState toNetworkState(NetworkHealth health) {
        OffsetDateTime until = health.getUntil();
        return new NetworkState(NetworkState.Condition.valueOf(health.getState().getValue()), until == null ? null : until.toInstant());
    }

    private static Duration millis(@Nullable Long millis) {
        return millis == null || millis <= 0 ? Duration.ZERO : Duration.ofMillis(millis);
    }

    private static Inquiry.NetworkQuestion asked(Inquiry inquiry) {
        if (inquiry.question() instanceof Inquiry.NetworkQuestion question) {
            return question;
        }
        throw new IllegalArgumentException("only 特定個人情報 is asked through the 中間サーバー");
    }
}
