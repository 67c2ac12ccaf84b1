package jp.todoke.integration.peers.chukan;

import java.time.Duration;
import java.time.ZoneId;
import jp.todoke.integration.evidence.Layouts;
import jp.todoke.integration.evidence.LegalTuple;
import jp.todoke.integration.inquiry.Inquiry;
import jp.todoke.integration.inquiry.InquiryState;
import jp.todoke.integration.inquiry.LinkageAnswer;
import jp.todoke.integration.inquiry.PeerReply;
import jp.todoke.integration.peers.chukan.ChukanMessages.Headers;
import jp.todoke.integration.peers.chukan.ChukanMessages.Pull;
import jp.todoke.integration.peers.chukan.ChukanMessages.Pulled;
import jp.todoke.integration.peers.chukan.ChukanMessages.Registration;
import jp.todoke.peers.chukan.model.InquiryAcceptance;
import jp.todoke.peers.chukan.model.InquiryRegistration;
import jp.todoke.peers.chukan.model.InquiryResult;
import jp.todoke.peers.chukan.model.InquiryStatus;
import jp.todoke.peers.chukan.model.Joken;
import jp.todoke.peers.chukan.model.Layout;
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
        Asked asked = Asked.of(inquiry);
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

    private static Joken joken(Asked asked) {
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
        return new PeerReply.Answered(answer(Asked.of(pulled.asked()), result), received);
    }

    private LinkageAnswer answer(Asked asked, InquiryResult result) {
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

    private LinkageAnswer provided(Asked asked, InquiryResult result) {
        Layout layout = result.getLayout();
        if (layout == null || !layout.getTm().equals(asked.basis().tmCd())
                || !layouts.known(businessDate.today(), layout.getTm(), layout.getDatasetNo(), layout.getHanNo())) {
            return new LinkageAnswer.LayoutMismatch();
        }
        try {
            return answer(asked.question(), new Items(result.getItems()));
        } catch (Items.Unreadable e) {
            return new LinkageAnswer.LayoutMismatch();
        }
    }

    private static LinkageAnswer answer(Inquiry.Question question, Items items) {
        return switch (question) {
            case Inquiry.TaxQuestion tax -> TaxItems.answer(items, tax.year(), tax.detailed());
            case Inquiry.AccountQuestion _ -> AccountItems.answer(items);
            case Inquiry.FamilyRegisterQuestion _ -> FamilyRegisterItems.answer(items);
            case Inquiry.PensionQuestion _ -> PensionItems.answer(items);
            case Inquiry.IdentityQuestion _ -> throw Asked.notHere();
        };
    }

    private static Duration millis(@Nullable Long millis) {
        return millis == null || millis <= 0 ? Duration.ZERO : Duration.ofMillis(millis);
    }

    /** The parts of a question to the 中間サーバー. */
    private record Asked(Inquiry.Question question, LegalTuple basis, String atenabango, @Nullable Integer year) {
        static Asked of(Inquiry inquiry) {
            return switch (inquiry.question()) {
                case Inquiry.TaxQuestion tax -> new Asked(tax, tax.basis(), tax.atenabango(), tax.year());
                case Inquiry.AccountQuestion account -> new Asked(account, account.basis(), account.atenabango(), null);
                case Inquiry.FamilyRegisterQuestion register -> new Asked(register, register.basis(), register.atenabango(), null);
                case Inquiry.PensionQuestion pension -> new Asked(pension, pension.basis(), pension.atenabango(), null);
                case Inquiry.IdentityQuestion _ -> throw notHere();
            };
        }

        static IllegalArgumentException notHere() {
            return new IllegalArgumentException("本人確認情報 is not asked through the 中間サーバー");
        }
    }
}
