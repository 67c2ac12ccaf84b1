package jp.todoke.integration.peers.chukan;

import java.util.Map;
import java.util.Set;
import jp.todoke.api.linkage.model.HealthInsuranceAnswer.PensionSchemeEnum;
import jp.todoke.api.linkage.model.HealthInsuranceAnswer.SchemeEnum;
import jp.todoke.integration.inquiry.HealthInsurances;
import jp.todoke.integration.inquiry.LinkageAnswer;

/** 医療保険資格, in a layout of our own: each 保険者番号 begins a qualification. */
final class HealthInsuranceItems {
    private static final String INSURER = "0500000010";
    private static final String SCHEME = "0500000020";
    private static final String DEPENDANT = "0500000030";
    private static final String PENSION_SCHEME = "0500000040";
    private static final String FROM = "0500000050";
    private static final String TO = "0500000060";
    private static final Map<String, SchemeEnum> SCHEMES = Map.of("1", SchemeEnum.EMPLOYEES, "2", SchemeEnum.MUTUAL_AID, "3",
            SchemeEnum.NATIONAL, "4", SchemeEnum.LATE_STAGE_ELDERLY);
    /** 本人, 家族. */
    private static final Map<String, Boolean> STANDINGS = Map.of("1", false, "2", true);
    private static final Map<String, PensionSchemeEnum> PENSION_SCHEMES = Map.of("1", PensionSchemeEnum.EMPLOYEES_PENSION, "2",
            PensionSchemeEnum.MUTUAL_AID, "3", PensionSchemeEnum.NATIONAL);

    private HealthInsuranceItems() {}

    static LinkageAnswer answer(Items items) {
        return new LinkageAnswer.Provided(
                new HealthInsurances(items.atLeastOneGroup(INSURER, Set.of(SCHEME, DEPENDANT, PENSION_SCHEME, FROM, TO)).stream()
                        .map(HealthInsuranceItems::qualification).toList()));
    }

    private static HealthInsurances.Qualification qualification(Items items) {
        return new HealthInsurances.Qualification(items.obligatory(INSURER).text("[0-9]{6}|[0-9]{8}"),
                items.obligatory(SCHEME).word(SCHEMES), items.obligatory(DEPENDANT).word(STANDINGS),
                items.optional(PENSION_SCHEME).map(value -> value.word(PENSION_SCHEMES)).orElse(null), items.obligatory(FROM).day(),
                items.end(TO).map(ItemValue::day).orElse(null));
    }
}
