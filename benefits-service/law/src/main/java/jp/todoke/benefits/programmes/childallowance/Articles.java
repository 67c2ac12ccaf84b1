package jp.todoke.benefits.programmes.childallowance;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.todoke.benefits.law.Article;
import jp.todoke.benefits.law.LegalAge;
import jp.todoke.benefits.law.OfficeCalendar;

/**
 * 条文の一覧 — every provision these rules carry out, each made once. 旧 is the Act and its order as they stood before 2024-10
 * （令和6年法律第47号による改正前）; what is not in this list is not implemented.
 */
final class Articles {
    private static final String ACT = "児童手当法";
    private static final String FORMER_ACT = "旧児童手当法";
    private static final String FORMER_ORDER = "旧児童手当法施行令";

    /** 定義: 児童 */
    static final Article CHILD = act("第3条第1項");
    /** 施設入所等児童 */
    static final Article IN_FACILITY = act("第3条第3項");
    /** 支給要件 */
    static final Article ELIGIBLE_PERSONS = act("第4条第1項");
    static final Article PARENT = act("第4条第1項第1号");
    static final Article INSTITUTION = act("第4条第1項第4号");
    static final Article HIGHER_EARNER = act("第4条第3項");
    static final Article LIVES_WITH_CHILD = act("第4条第4項");
    /** 児童手当の額 */
    static final Article AMOUNT = act("第6条第1項");
    static final Article AMOUNT_OF_PERSONS = act("第6条第1項第1号");
    static final Article AMOUNT_OF_CORPORATE_GUARDIANS = act("第6条第1項第2号");
    static final Article AMOUNT_OF_INSTITUTIONS = act("第6条第1項第3号");
    static final Article UNDER_THREE = act("第6条第2項");
    /** 認定 */
    static final Article CERTIFICATION = act("第7条第1項");
    static final Article CERTIFICATION_OF_INSTITUTIONS = act("第7条第2項");
    /** 支給及び支払 */
    static final Article PERIOD = act("第8条第2項");
    static final Article RELIEF = act("第8条第3項");
    static final Article PAYMENT_MONTHS = act("第8条第4項");
    /** 児童手当の額の改定 */
    static final Article INCREASE = act("第9条第1項");
    static final Article INCREASE_RELIEF = act("第9条第2項");
    static final Article DECREASE = act("第9条第3項");
    /** 未支払の児童手当 */
    static final Article UNPAID = act("第12条第1項");
    /** 公務員に関する特例 */
    static final Article PUBLIC_SERVANT = act("第17条第1項");
    static final Article TRANSITION = new Article("令和6年法律第47号附則", "");

    /** 中学校修了前の児童 */
    static final Article FORMER_ELIGIBILITY = former("第4条第1項第1号");
    static final Article FORMER_INCOME_TEST = former("第5条第1項");
    static final Article FORMER_AMOUNT = former("第6条第1項第1号");
    static final Article FORMER_AMOUNT_OF_CORPORATE_GUARDIANS = former("第6条第1項第2号");
    static final Article FORMER_AMOUNT_OF_INSTITUTIONS = former("第6条第1項第3号");
    static final Article FORMER_PAYMENT_MONTHS = former("第8条第4項");
    /** 特例給付 */
    static final Article SPECIAL_BENEFIT = former("附則第2条第1項");
    static final Article INCOME_LIMIT = order("第1条");
    static final Article ASSESSED_INCOME = order("第3条第1項");
    static final Article INCOME_DEDUCTIONS = order("第3条第2項");
    static final Article UPPER_LIMIT = order("第7条");

    private static final Map<String, Article> ALL = new TreeMap<>();

    static {
        List.of(CHILD, IN_FACILITY, ELIGIBLE_PERSONS, PARENT, INSTITUTION, HIGHER_EARNER, LIVES_WITH_CHILD, AMOUNT,
                AMOUNT_OF_PERSONS, AMOUNT_OF_CORPORATE_GUARDIANS, AMOUNT_OF_INSTITUTIONS, UNDER_THREE, CERTIFICATION,
                CERTIFICATION_OF_INSTITUTIONS, PERIOD, RELIEF, PAYMENT_MONTHS, INCREASE, INCREASE_RELIEF, DECREASE,
                UNPAID, PUBLIC_SERVANT, TRANSITION, FORMER_ELIGIBILITY, FORMER_INCOME_TEST, FORMER_AMOUNT,
                FORMER_AMOUNT_OF_CORPORATE_GUARDIANS, FORMER_AMOUNT_OF_INSTITUTIONS, FORMER_PAYMENT_MONTHS, SPECIAL_BENEFIT, INCOME_LIMIT,
                ASSESSED_INCOME, INCOME_DEDUCTIONS, UPPER_LIMIT, LegalAge.LAW, OfficeCalendar.CLOSED_DAY_RULE)
                .forEach(article -> ALL.put(article.toString(), article));
    }

    private Articles() {}

    static List<Article> all() {
        return List.copyOf(ALL.values());
    }

    private static Article act(String cite) {
        return new Article(ACT, cite);
    }

    private static Article former(String cite) {
        return new Article(FORMER_ACT, cite);
    }

    private static Article order(String cite) {
        return new Article(FORMER_ORDER, cite);
    }
}
