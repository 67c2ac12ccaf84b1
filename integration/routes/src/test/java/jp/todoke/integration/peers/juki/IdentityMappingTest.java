package jp.todoke.integration.peers.juki;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.todoke.integration.evidence.JukiPurpose;
import jp.todoke.integration.inquiry.Information;
import jp.todoke.integration.inquiry.Inquiry;
import jp.todoke.integration.inquiry.InquiryState;
import jp.todoke.integration.inquiry.LinkageAnswer;
import jp.todoke.integration.inquiry.PeerReply;
import jp.todoke.integration.peers.PeerAnswer;
import jp.todoke.peers.juki.model.IdentityHit;
import jp.todoke.peers.juki.model.IdentityHits;
import jp.todoke.tenancy.Municipality;
import org.junit.jupiter.api.Test;

class IdentityMappingTest {
    private static final LocalDate BORN = LocalDate.of(1990, 4, 5);
    private static final Inquiry ASKED = new Inquiry(new Municipality("139998"), new UUID(0, 2),
            new Inquiry.Occasion(new UUID(0, 1), "C-2026-000001", "990", "KODOMO01", "u000123", Instant.EPOCH, false),
            new Inquiry.IdentityQuestion(new JukiPurpose("0220113999801700", "JUKI-CHILD-ALLOWANCE", "住民基本台帳法", "PROVISIONAL"), "届野　一郎",
                    BORN),
            new UUID(0, 3), new Inquiry.Stage(InquiryState.REGISTERED, 0, null), Inquiry.Origin.UNKNOWN);
    private final IdentityMapping mapping = new IdentityMapping();

    private LinkageAnswer answer(IdentityHits.OutcomeEnum outcome, IdentityHit... hits) {
        var found = new PeerAnswer<>(ASKED, new IdentityHits().outcome(outcome).hits(List.of(hits)), new byte[0]);
        return mapping.toAnswer(found) instanceof PeerReply.Answered answered ? answered.answer() : new LinkageAnswer.Unavailable("none");
    }

    private static IdentityHit hit(LocalDate born) {
        return new IdentityHit().shimei("届野　一郎").seinengappi(born).seibetsu(IdentityHit.SeibetsuEnum._1).juminhyoShikuchosonCd("139980")
                .jusho("隣野市")
                .seizonKbn(IdentityHit.SeizonKbnEnum.REMOVED);
    }

    @Test
    void searchesByNameAndBirthDateForThePurposeOfTheDuty() {
        var search = mapping.toSearch(ASKED).body();

        assertThat(search.getPurpose()).isEqualTo("JUKI-CHILD-ALLOWANCE");
        assertThat(search.getMunicipalityCode()).isEqualTo("139998");
        assertThat(search.getKey().getShimei()).isEqualTo("届野　一郎");
        assertThat(search.getKey().getSeinengappi()).isEqualTo(BORN);
        assertThat(search.getKey().getKojinbango()).isNull();
    }

    @Test
    void takesExactlyOneHitWithTheSameBirthDate() {
        assertThat(answer(IdentityHits.OutcomeEnum.FOUND, hit(BORN))).isEqualTo(new LinkageAnswer.Provided(
                new Information.Identity(new Information.Name("届野　一郎", null), BORN, "1", "139980", "隣野市", null, false)));
        assertThat(answer(IdentityHits.OutcomeEnum.FOUND, hit(BORN), hit(BORN))).isEqualTo(new LinkageAnswer.Ambiguous());
        assertThat(answer(IdentityHits.OutcomeEnum.FOUND, hit(BORN.plusDays(1)))).isEqualTo(new LinkageAnswer.AnotherPerson());
        assertThat(answer(IdentityHits.OutcomeEnum.FOUND)).isEqualTo(new LinkageAnswer.PersonUnknown());
        assertThat(answer(IdentityHits.OutcomeEnum.NONE)).isEqualTo(new LinkageAnswer.PersonUnknown());
        assertThat(answer(IdentityHits.OutcomeEnum.TOO_MANY)).isEqualTo(new LinkageAnswer.Ambiguous());
    }

    @Test
    void printsNothingAboutThePerson() {
        assertThat(ASKED + mapping.toSearch(ASKED).toString() + answer(IdentityHits.OutcomeEnum.FOUND, hit(BORN)) + ASKED.question())
                .doesNotContain("届野").doesNotContain("1990").doesNotContain("隣野市");
    }
}
