package jp.todoke.integration.peers.bank;

import java.util.Objects;
import jp.todoke.integration.inquiry.Information;
import jp.todoke.integration.inquiry.Information.AccountCheckOutcome;
import jp.todoke.integration.inquiry.Inquiry;
import jp.todoke.integration.inquiry.LinkageAnswer;
import jp.todoke.integration.inquiry.PeerReply;
import jp.todoke.integration.peers.PeerAnswer;
import jp.todoke.integration.peers.PeerRequest;
import jp.todoke.integration.peers.PeerUnreachable;
import jp.todoke.peers.bank.model.AccountToVerify;
import jp.todoke.peers.bank.model.AccountVerified;
import org.springframework.stereotype.Component;

/** 口座確認 ⇄ messages of the banks. */
@Component
public class AccountMapping {

    public PeerRequest<AccountToVerify> toVerification(Inquiry inquiry) {
        Information.Account account = account(inquiry);
        return new PeerRequest<>(inquiry, new AccountToVerify().bank4(account.bankCode()).branch3(account.branchCode())
                .type1(AccountToVerify.Type1Enum.fromValue(account.accountType())).no7(account.accountNumber())
                .kana(account.holderKana()));
    }

    public PeerReply toAnswer(PeerAnswer<AccountVerified> verified) {
        AccountVerified told = verified.said();
        if (told.getOutcome() == null) {
            throw new PeerUnreachable("UNREADABLE");
        }
        String outcome = told.getOutcome().getValue();
        LinkageAnswer answer = about(told, account(verified.asked()))
                ? new LinkageAnswer.Provided(new Information.AccountCheck(AccountCheckOutcome.valueOf(outcome)))
                : new LinkageAnswer.AnotherPerson();
        return new PeerReply.Answered(answer, new PeerReply.Received(verified.received(), outcome, null, null));
    }

    private static boolean about(AccountVerified told, Information.Account asked) {
        return Objects.equals(told.getBank4(), asked.bankCode()) && Objects.equals(told.getBranch3(), asked.branchCode())
                && Objects.equals(told.getType1(), asked.accountType()) && Objects.equals(told.getNo7(), asked.accountNumber());
    }

    private static Information.Account account(Inquiry inquiry) {
        if (inquiry.question() instanceof Inquiry.AccountQuestion question) {
            return question.account();
        }
        throw new IllegalArgumentException("only accounts are put to a bank");
    }
}
