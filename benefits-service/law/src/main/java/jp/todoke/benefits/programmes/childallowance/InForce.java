package jp.todoke.benefits.programmes.childallowance;

import java.time.Month;
import java.time.YearMonth;
import java.util.Set;
import jp.todoke.benefits.law.Parameter;
import jp.todoke.benefits.law.ParameterSeries;
import jp.todoke.benefits.law.Yen;
import org.jspecify.annotations.Nullable;

/**
 * The rows in force from one change of the parameters to the next. This is the one place where a month is told to belong to the rules
 * before 2024-10 ({@code former}, with {@code limits} from 2012-06) or to the reformed ones ({@code counting}).
 */
record InForce(
        YearMonth from,
        Rates rates,
        Ages ages,
        Payment payment,
        @Nullable FormerRules former,
        @Nullable IncomeLimits limits,
        @Nullable Counting counting) {

    record Rates(
            Parameter<Yen> underThree,
            Parameter<Yen> threeAndOver,
            Parameter<Yen> thirdAndLater,
            Parameter<Yen> flatUnderThree,
            Parameter<Yen> flatThreeAndOver) {}

    record Ages(Parameter<Integer> thirdAndLaterFrom, Parameter<Integer> underThreeYears, Parameter<Integer> childUntil) {}

    record Payment(Parameter<Integer> reliefDays, Parameter<Set<Month>> months) {}

    /** 第三子以降算定額算定対象者 */
    record Counting(Parameter<Integer> until, Parameter<Integer> declarationDays) {}

    /** The series, from which a month's rows are taken. */
    record Resolver(
            ParameterSeries<Yen> underThree,
            ParameterSeries<Yen> threeAndOver,
            ParameterSeries<Yen> thirdAndLater,
            Flat flat,
            Ages ages,
            Payment payment,
            Regimes regimes) {

        record Flat(ParameterSeries<Yen> underThree, ParameterSeries<Yen> threeAndOver) {}

        record Ages(ParameterSeries<Integer> third, ParameterSeries<Integer> underThreeYears, ParameterSeries<Integer> childUntil) {}

        record Payment(ParameterSeries<Integer> reliefDays, ParameterSeries<Set<Month>> months) {}

        record Regimes(FormerRules.Series former, IncomeLimits.Series limits, CountingSeries counting) {}

        record CountingSeries(ParameterSeries<Integer> until, ParameterSeries<Integer> declarationDays) {
            boolean covers(YearMonth month) {
                return until.find(month) != null;
            }
        }

        /** Amounts are known, and by which rules children are counted. */
        boolean covers(YearMonth month) {
            return underThree.find(month) != null && (regimes.former().covers(month) || regimes.counting().covers(month));
        }

        InForce at(YearMonth month) {
            return new InForce(
                    month,
                    new InForce.Rates(
                            underThree.at(month), threeAndOver.at(month), thirdAndLater.at(month), flat.underThree().at(month),
                            flat.threeAndOver().at(month)),
                    new InForce.Ages(ages.third().at(month), ages.underThreeYears().at(month), ages.childUntil().at(month)),
                    new InForce.Payment(payment.reliefDays().at(month), payment.months().at(month)),
                    regimes.former().covers(month) ? regimes.former().at(month) : null,
                    regimes.limits().covers(month) ? regimes.limits().at(month) : null,
                    regimes.counting().covers(month)
                            ? new Counting(regimes.counting().until().at(month), regimes.counting().declarationDays().at(month))
                            : null);
        }
    }
}
