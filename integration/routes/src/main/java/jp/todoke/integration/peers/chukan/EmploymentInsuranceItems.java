package jp.todoke.integration.peers.chukan;

import java.util.Map;
import java.util.Set;
import jp.todoke.api.linkage.model.EmploymentInsuranceAnswer.KindEnum;
import jp.todoke.integration.inquiry.EmploymentInsurances;
import jp.todoke.integration.inquiry.LinkageAnswer;

/** 雇用保険給付関係情報, in a layout of our own: each 給付種別 begins a benefit. */
final class EmploymentInsuranceItems {
    private static final String KIND = "0560000010";
    private static final String FROM = "0560000020";
    private static final String TO = "0560000030";
    private static final String DAILY = "0560000040";
    private static final Map<String, KindEnum> KINDS = Map.of("1", KindEnum.BASIC_ALLOWANCE, "2", KindEnum.CHILDCARE_LEAVE, "3",
            KindEnum.CAREGIVER_LEAVE, "4", KindEnum.TRAINING, "5", KindEnum.OTHER);

    private EmploymentInsuranceItems() {}

    static LinkageAnswer answer(Items items) {
        return new LinkageAnswer.Provided(new EmploymentInsurances(
                items.atLeastOneGroup(KIND, Set.of(FROM, TO, DAILY)).stream().map(EmploymentInsuranceItems::benefit).toList()));
    }

    private static EmploymentInsurances.Benefit benefit(Items items) {
        return new EmploymentInsurances.Benefit(items.obligatory(KIND).word(KINDS), items.obligatory(FROM).day(),
                items.end(TO).map(ItemValue::day).orElse(null), items.optional(DAILY).map(yen -> yen.number("[0-9]{1,9}")).orElse(null));
    }
}
