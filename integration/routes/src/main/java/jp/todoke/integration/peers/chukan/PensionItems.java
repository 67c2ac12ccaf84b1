package jp.todoke.integration.peers.chukan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.todoke.integration.inquiry.Information;
import jp.todoke.integration.inquiry.Information.Pension;
import jp.todoke.integration.inquiry.Information.PensionKind;
import jp.todoke.integration.inquiry.LinkageAnswer;

/** 年金給付関係情報, in a layout of our own: each 年金種別 begins a pension, to which the items after it belong. */
final class PensionItems {
    private static final String KIND = "9990000010";
    private static final String FROM = "9990000020";
    private static final String ANNUAL = "9990000030";
    private static final String CHILD_ADDITION = "9990000040";
    private static final String YEN = "[0-9]{1,9}";
    private static final Map<String, PensionKind> KINDS = Map.of("1", PensionKind.DISABILITY_BASIC, "2", PensionKind.OTHER_PUBLIC_PENSION);

    private PensionItems() {}

    /** A pension of which anything is missing leaves the amount unknown, and so the whole answer. */
    static LinkageAnswer answer(Items items) {
        return new LinkageAnswer.Provided(new Information.Pensions(items.atLeastOneGroup(KIND, Set.of(FROM, ANNUAL, CHILD_ADDITION))
                .stream().map(PensionItems::pension).toList()));
    }

    private static Pension pension(Items items) {
        List<Long> additions = items.each(CHILD_ADDITION).stream().map(addition -> addition.number(YEN)).toList();
        return new Pension(items.obligatory(KIND).word(KINDS), items.obligatory(FROM).day(), items.obligatory(ANNUAL).number(YEN),
                additions);
    }
}
