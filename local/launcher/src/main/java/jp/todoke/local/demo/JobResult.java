package jp.todoke.local.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.todoke.local.sample.ExpectedOutcome;

/**
 * What came of the main job.
 *
 * @param notices directory of the letters, each named by its 受付番号
 * @param differences where an outcome is not what its Act gives, worked out by hand, and in which items
 * @param problems what should not have happened, the differences included
 */
public record JobResult(List<ActualOutcome> outcomes, Map<ProgrammePart, PaymentDay> days, Path notices,
        Map<ActualOutcome, List<String>> differences, List<String> problems) {

    static JobResult of(List<ActualOutcome> outcomes, Map<ProgrammePart, PaymentDay> days, Path notices, Collection<String> met) {
        var problems = new ArrayList<>(met);
        var differences = new LinkedHashMap<ActualOutcome, List<String>>();
        for (ProgrammePart part : ProgrammePart.values()) {
            Map<Integer, ExpectedOutcome> expected = part.expectedByNumber();
            for (ActualOutcome outcome : outcomes.stream().filter(outcome -> outcome.part() == part).toList()) {
                List<String> items = outcome.differences(Objects.requireNonNull(expected.get(outcome.no())));
                if (!items.isEmpty()) {
                    differences.put(outcome, items);
                    problems.add(outcome.submission().form().uketsukeBango() + " が予定と違う");
                }
            }
            long expectedYen = expected.values().stream().mapToLong(ExpectedOutcome::paidYen).sum();
            if (Objects.requireNonNull(days.get(part)).run().getTotalYen() != expectedYen) {
                problems.add(part.title() + "の振込の合計が予定の " + Wording.yen(expectedYen) + " と違う");
            }
        }
        return new JobResult(outcomes, new EnumMap<>(days), notices, differences, List.copyOf(problems));
    }

    List<ActualOutcome> outcomes(ProgrammePart part) {
        return outcomes.stream().filter(outcome -> outcome.part() == part).toList();
    }

    Map<ActualOutcome, List<String>> differences(ProgrammePart part) {
        var some = new LinkedHashMap<>(differences);
        some.keySet().removeIf(outcome -> outcome.part() != part);
        return some;
    }
}
