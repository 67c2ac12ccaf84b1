package jp.todoke.benefits.programmes.childrearingallowance;

import java.util.List;
import jp.todoke.benefits.law.Article;

/** 実装した条文 — every provision these rules apply; reasons, traces and parameters cite nothing else. */
final class Provisions {
    static final Article DEFINITION = act("第3条第1項");
    static final Article REQUIREMENT = act("第4条第1項");
    static final Article FATHER = act("第4条第1項第2号");
    static final Article EXCLUSION = act("第4条第2項");
    static final Article CHILD_ABROAD = act("第4条第2項第1号");
    static final Article AMOUNT = act("第5条第1項");
    static final Article ADDITION = act("第5条第2項");
    static final Article INDEXATION = act("第5条の2");
    static final Article CERTIFICATION = act("第6条第1項");
    static final Article START_AND_END = act("第7条第1項");
    static final Article RELIEF = act("第7条第2項");
    static final Article PAYMENT = act("第7条第3項");
    static final Article INCREASE = act("第8条第1項");
    static final Article INCREASE_RELIEF = act("第8条第2項");
    static final Article INCOME = act("第9条第1項");
    static final Article ORPHAN_CARERS_INCOME = act("第9条の2");
    static final Article PARENTS_SUPPORTERS_INCOME = act("第10条");
    static final Article CARERS_SUPPORTERS_INCOME = act("第11条");
    static final Article CHILDS_PENSION = act("第13条の2第1項");
    static final Article OWN_PENSION = act("第13条の2第2項");
    static final Article DISABILITY_PENSION = act("第13条の2第3項");
    static final Article LARGER_FAMILY = act("第13条の2第4項");
    static final Article HALVING = act("第13条の3第1項");
    static final Article HALVING_EXEMPTION = act("第13条の3第2項");
    static final Article INDEXED_AMOUNT = order("第2条の2");
    static final Article LIMITS = order("第2条の4");
    static final Article PARTIAL_PAYMENT = order("第2条の4第2項");
    static final Article ASSESSED_INCOME = order("第4条第1項");
    static final Article DEDUCTIONS = order("第4条第2項");
    static final Article PENSION_ARITHMETIC = order("第6条の3");
    static final Article NON_TAXABLE_PENSION = order("第6条の7");
    static final Article HALVED_AMOUNT = order("第7条");

    static final List<Article> ALL = List.of(
            DEFINITION, REQUIREMENT, FATHER, EXCLUSION, CHILD_ABROAD, AMOUNT, ADDITION, INDEXATION, CERTIFICATION, START_AND_END, RELIEF,
            PAYMENT,
            INCREASE, INCREASE_RELIEF, INCOME, ORPHAN_CARERS_INCOME, PARENTS_SUPPORTERS_INCOME, CARERS_SUPPORTERS_INCOME,
            CHILDS_PENSION, OWN_PENSION, DISABILITY_PENSION, LARGER_FAMILY, HALVING, HALVING_EXEMPTION, INDEXED_AMOUNT, LIMITS,
            PARTIAL_PAYMENT, ASSESSED_INCOME, DEDUCTIONS, PENSION_ARITHMETIC, NON_TAXABLE_PENSION, HALVED_AMOUNT);

    private Provisions() {}

    private static Article act(String cite) {
        return new Article("児童扶養手当法", cite);
    }

    private static Article order(String cite) {
        return new Article("児童扶養手当法施行令", cite);
    }
}
