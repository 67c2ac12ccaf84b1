package jp.todoke.integration.inquiry;

import jp.todoke.integration.evidence.JukiPurpose;
import jp.todoke.integration.evidence.LegalTuple;
import jp.todoke.integration.evidence.OwnBasis;
import org.jspecify.annotations.Nullable;

/**
 * What permits a question, or what is answered at once because nothing does.
 *
 * @param provider  whom to ask: 機関コード, or a word for who is asked outside the 中間サーバー
 * @param tuple     the row of the 照合リスト, of a question to the 中間サーバー
 * @param otherwise the answer of a question that must not leave
 */
record Permission(@Nullable String provider, @Nullable String legalBasis, @Nullable String sourceMark, @Nullable LegalTuple tuple,
        @Nullable String jukiPurpose, @Nullable LinkageAnswer otherwise) {

    static final Permission NONE = not(new LinkageAnswer.NotPermitted());
    /** Permitted, but of a place where no body is to be asked. */
    static final Permission NOWHERE = not(new LinkageAnswer.NoProvider());

    static Permission of(LegalTuple tuple) {
        return new Permission(tuple.providerKikanCd(), tuple.legalBasis(), tuple.sourceMark(), tuple, null, null);
    }

    static Permission of(JukiPurpose search) {
        return new Permission(InquiryEnds.JUKI, search.legalBasis(), search.sourceMark(), null, search.purpose(), null);
    }

    static Permission of(OwnBasis own) {
        return new Permission(own.provider(), own.legalBasis(), own.sourceMark(), null, null, null);
    }

    private static Permission not(LinkageAnswer otherwise) {
        return new Permission(null, null, null, null, null, otherwise);
    }
}
