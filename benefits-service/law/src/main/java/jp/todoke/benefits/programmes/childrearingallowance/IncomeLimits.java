package jp.todoke.benefits.programmes.childrearingallowance;

import jp.todoke.benefits.law.Income;
import jp.todoke.benefits.law.Trace;
import jp.todoke.benefits.law.Tracing;

/**
 * 児童扶養手当法施行令 第2条の4 — the limits an income is measured against, in yen a year; 以上 stops. n = 加算対象扶養親族等 and 生計維持児童.
 * Source: e-Gov 336CO0000000405, columns of 2024-11 by 令和6年.
 */
final class IncomeLimits {
    private IncomeLimits() {}

    record Limit(long yen, Trace trace) {}

    /** 全部支給: below it the full amount is paid. */
    static Limit full(Income.Dependants dependants, InForce.Limits limits, Tracing tracing) {
        long yen = limits.full().value().value() + additions(dependants, limits);
        return new Limit(yen, additionTrace(dependants, limits, tracing, "全部支給の所得制限限度額はいくらか").by(limits.full()).concluding(yen));
    }

    /** 一部支給: from it on nothing is paid. */
    static Limit partial(Income.Dependants dependants, InForce.Limits limits, Tracing tracing) {
        long yen = limits.partial().value().value() + additions(dependants, limits);
        return new Limit(yen, additionTrace(dependants, limits, tracing, "一部支給の所得制限限度額はいくらか").by(limits.partial()).concluding(yen));
    }

    /**
     * 配偶者・扶養義務者・孤児等の養育者. The addition for 老人扶養親族 leaves one of them out where nobody else is a dependant; a spouse of 70 and over
     * is an ordinary one here.
     */
    static Limit supporter(Income.Dependants dependants, InForce.Limits limits, Tracing tracing) {
        boolean onlyElderly = dependants.elderly() > 0 && dependants.elderly() == dependants.total();
        long elderly = onlyElderly ? dependants.elderly() - 1 : dependants.elderly();
        long yen = limits.supporter().value().value()
                + dependants.total() * limits.perDependant().value().value()
                + elderly * limits.supporterPerElderly().value().value();
        Trace trace = tracing.asking("配偶者・扶養義務者・孤児等の養育者の所得制限限度額はいくらか", Provisions.LIMITS);
        return new Limit(yen, trace.isNone()
                ? trace
                : trace.given("扶養親族等の数", dependants.total(), "地方税関係情報")
                        .given("老人扶養親族（加算する数）", elderly, Provisions.LIMITS)
                        .by(limits.supporter())
                        .by(limits.perDependant())
                        .by(limits.supporterPerElderly())
                        .concluding(yen));
    }

    private static long additions(Income.Dependants dependants, InForce.Limits limits) {
        return dependants.total() * limits.perDependant().value().value()
                + elderly(dependants) * limits.perElderly().value().value()
                + specific(dependants) * limits.perSpecific().value().value();
    }

    private static Trace additionTrace(Income.Dependants dependants, InForce.Limits limits, Tracing tracing, String question) {
        Trace trace = tracing.asking(question, Provisions.LIMITS);
        return trace.isNone()
                ? trace
                : trace.given("扶養親族等の数", dependants.total(), "地方税関係情報")
                        .given("70歳以上の同一生計配偶者・老人扶養親族", elderly(dependants), "地方税関係情報")
                        .given("特定扶養親族・16歳以上19歳未満の控除対象扶養親族", specific(dependants), "地方税関係情報")
                        .by(limits.perDependant())
                        .by(limits.perElderly())
                        .by(limits.perSpecific());
    }

    private static long elderly(Income.Dependants dependants) {
        return dependants.elderly() + (dependants.elderlySpouse() ? 1 : 0);
    }

    private static long specific(Income.Dependants dependants) {
        return (long) dependants.specific() + dependants.aged16to18();
    }
}
