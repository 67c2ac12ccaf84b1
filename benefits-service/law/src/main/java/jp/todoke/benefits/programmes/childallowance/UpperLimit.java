package jp.todoke.benefits.programmes.childallowance;

import java.time.YearMonth;
import jp.todoke.benefits.law.Tracing;

/** 所得上限限度額（旧児童手当法附則第2条第1項・施行令第7条、2022-06から2024-09まで） — whether a known income reaches it in a month. */
final class UpperLimit {
    private UpperLimit() {}

    static boolean isOver(YearMonth month, Question question) {
        return IncomeTest.in(month, question.facts().claimant(), question.parameters().carried(month),
                Tracing.OFF) instanceof IncomeTest.Standing.OverUpperLimit;
    }
}
