package jp.todoke.integration.records;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jp.todoke.channel.AfterCommit;
import org.springframework.stereotype.Component;

/** How much was sealed, how late the seal is, and how much the records take. */
@Component
class RecordFigures {
    private final Counter sealed;

    RecordFigures(MeterRegistry meters, RecordSeal seal, RecordSpace space) {
        this.sealed = meters.counter("todoke.records.sealed");
        Gauge.builder("todoke.records.seal.lateness", seal, it -> known(it::lateness)).baseUnit("seconds").strongReference(true)
                .register(meters);
        Gauge.builder("todoke.records.bytes", space, it -> known(it::bytes)).strongReference(true).register(meters);
        Gauge.builder("todoke.records.fill", space, it -> known(it::fill)).strongReference(true).register(meters);
    }

    void sealed(int records) {
        AfterCommit.run(() -> sealed.increment(records));
    }

    private interface Figure {
        double value();
    }

    /** Not known while the database is away. */
    private static double known(Figure figure) {
        try {
            return figure.value();
        } catch (RuntimeException e) {
            return Double.NaN;
        }
    }
}
