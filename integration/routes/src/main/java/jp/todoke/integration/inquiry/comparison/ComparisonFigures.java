package jp.todoke.integration.inquiry.comparison;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;

/** In how many things the 中間サーバー and we are not of one mind. */
@Component
class ComparisonFigures {

    ComparisonFigures(MeterRegistry meters, OpenDifferences open) {
        for (Difference.Kind kind : Difference.Kind.values()) {
            Gauge.builder("todoke.network.differences", () -> known(() -> open.of(kind))).tag("kind", kind.name()).strongReference(true)
                    .register(meters);
        }
        Gauge.builder("todoke.network.inquiries.recovering", () -> known(open::recovering)).strongReference(true).register(meters);
    }

    /** Not known while the database is away. */
    private static double known(LongSupplier figure) {
        try {
            return figure.getAsLong();
        } catch (RuntimeException e) {
            return Double.NaN;
        }
    }
}
