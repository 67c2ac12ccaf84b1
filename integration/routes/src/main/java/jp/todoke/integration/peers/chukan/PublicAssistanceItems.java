package jp.todoke.integration.peers.chukan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.todoke.api.linkage.model.PublicAssistanceAnswer.KindsEnum;
import jp.todoke.integration.inquiry.LinkageAnswer;
import jp.todoke.integration.inquiry.PublicAssistance;

/** 生活保護関係情報, in a layout of our own: each 保護開始年月日 begins a period, with every 扶助 that was given in it. */
final class PublicAssistanceItems {
    private static final String FROM = "0150000010";
    private static final String TO = "0150000020";
    private static final String KIND = "0150000030";
    private static final Map<String, KindsEnum> KINDS = Map.of("1", KindsEnum.LIVELIHOOD, "2", KindsEnum.EDUCATION, "3", KindsEnum.HOUSING,
            "4", KindsEnum.MEDICAL, "5", KindsEnum.LONG_TERM_CARE, "6", KindsEnum.MATERNITY, "7", KindsEnum.OCCUPATIONAL, "8",
            KindsEnum.FUNERAL);

    private PublicAssistanceItems() {}

    static LinkageAnswer answer(Items items) {
        return new LinkageAnswer.Provided(new PublicAssistance(
                items.atLeastOneGroup(FROM, Set.of(TO, KIND)).stream().map(PublicAssistanceItems::period).toList()));
    }

    private static PublicAssistance.Period period(Items items) {
        List<KindsEnum> kinds = items.each(KIND).stream().map(value -> value.word(KINDS)).toList();
        if (kinds.isEmpty()) {
            throw new Items.Unreadable(KIND);
        }
        return new PublicAssistance.Period(items.obligatory(FROM).day(), items.end(TO).map(ItemValue::day).orElse(null), kinds);
    }
}
