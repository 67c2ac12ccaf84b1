package jp.todoke.integration.peers.chukan;

import java.util.Map;
import java.util.Set;
import jp.todoke.api.linkage.model.DisabilityCertificateAnswer.KindEnum;
import jp.todoke.integration.inquiry.DisabilityCertificates;
import jp.todoke.integration.inquiry.LinkageAnswer;

/** 障害者手帳関係情報, in a layout of our own: each 手帳種別 begins a 手帳. */
final class DisabilityCertificateItems {
    private static final String KIND = "9980000010";
    private static final String GRADE = "9980000020";
    private static final String ISSUED_ON = "9980000030";
    private static final String REVIEW_MONTH = "9980000040";
    private static final String RETURNED_ON = "9980000050";
    private static final Map<String, KindEnum> KINDS = Map.of("1", KindEnum.PHYSICAL, "2", KindEnum.INTELLECTUAL, "3", KindEnum.MENTAL);

    private DisabilityCertificateItems() {}

    static LinkageAnswer answer(Items items) {
        return new LinkageAnswer.Provided(
                new DisabilityCertificates(items.atLeastOneGroup(KIND, Set.of(GRADE, ISSUED_ON, REVIEW_MONTH, RETURNED_ON)).stream()
                        .map(DisabilityCertificateItems::certificate).toList()));
    }

    private static DisabilityCertificates.Certificate certificate(Items items) {
        return new DisabilityCertificates.Certificate(items.obligatory(KIND).word(KINDS), items.obligatory(GRADE).text(".{1,10}"),
                items.obligatory(ISSUED_ON).day(), items.optional(REVIEW_MONTH).map(ItemValue::month).orElse(null),
                items.end(RETURNED_ON).map(ItemValue::day).orElse(null));
    }
}
