package jp.todoke.integration.peers.juki;

import java.time.LocalDate;
import java.util.List;
import jp.todoke.integration.inquiry.Information;
import jp.todoke.integration.inquiry.Inquiry;
import jp.todoke.integration.inquiry.LinkageAnswer;
import jp.todoke.integration.inquiry.PeerReply;
import jp.todoke.integration.peers.PeerAnswer;
import jp.todoke.integration.peers.PeerRequest;
import jp.todoke.peers.juki.model.IdentityHit;
import jp.todoke.peers.juki.model.IdentityHits;
import jp.todoke.peers.juki.model.IdentitySearch;
import jp.todoke.peers.juki.model.SearchKey;
import org.springframework.stereotype.Component;

/** Inquiry ⇄ messages of 住基ネット. Every national word ends here. */
@Component
public class IdentityMapping {

    public PeerRequest<IdentitySearch> toSearch(Inquiry inquiry) {
        Inquiry.IdentityQuestion question = question(inquiry);
        var key = new SearchKey().kind(SearchKey.KindEnum.NAME_AND_BIRTH_DATE).shimei(question.name()).seinengappi(question.birthDate());
        var body = new IdentitySearch().purpose(question.basis().purpose()).municipalityCode(inquiry.municipality().code()).key(key);
        return new PeerRequest<>(inquiry, body);
    }

    public PeerReply toAnswer(PeerAnswer<IdentityHits> found) {
        IdentityHits hits = found.said();
        var received = new PeerReply.Received(found.received(), hits.getOutcome().getValue(), null, null);
        return new PeerReply.Answered(answer(question(found.asked()), hits), received);
    }

    private static LinkageAnswer answer(Inquiry.IdentityQuestion question, IdentityHits hits) {
        List<IdentityHit> found = hits.getHits();
        return switch (hits.getOutcome()) {
            case NONE -> new LinkageAnswer.PersonUnknown();
            case TOO_MANY -> new LinkageAnswer.Ambiguous();
            case FOUND -> found.isEmpty()
                    ? new LinkageAnswer.PersonUnknown()
                    : found.size() > 1
                            ? new LinkageAnswer.Ambiguous()
                            : single(question.birthDate(), found.getFirst());
        };
    }

    /** The birth date is compared, the name is not: the same name is written with other characters in other registers. */
    private static LinkageAnswer single(LocalDate birthDate, IdentityHit hit) {
        if (!birthDate.equals(hit.getSeinengappi())) {
            return new LinkageAnswer.AnotherPerson();
        }
        return new LinkageAnswer.Provided(
                new Information.Identity(new Information.Name(hit.getShimei(), hit.getShimeiFurigana()), birthDate,
                        hit.getSeibetsu().getValue(), hit.getJuminhyoShikuchosonCd(), hit.getJusho(), hit.getJuminTonattaHi(),
                        hit.getSeizonKbn() == IdentityHit.SeizonKbnEnum.ALIVE));
    }

    private static Inquiry.IdentityQuestion question(Inquiry inquiry) {
        if (inquiry.question() instanceof Inquiry.IdentityQuestion question) {
            return question;
        }
        throw new IllegalArgumentException("only 本人確認情報 is asked through 住基ネット");
    }
}
