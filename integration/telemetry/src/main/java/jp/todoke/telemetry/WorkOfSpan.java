package jp.todoke.telemetry;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationFilter;

/** Each span says the correlation id and the municipality of its work, as each line of the log does. */
final class WorkOfSpan implements ObservationFilter {
    @Override
    public Observation.Context map(Observation.Context context) {
        String correlationId = Work.correlationId();
        if (correlationId != null) {
            context.addHighCardinalityKeyValue(KeyValue.of(Work.CORRELATION_ID, correlationId));
        }
        String municipality = Work.municipality();
        if (municipality != null) {
            context.addHighCardinalityKeyValue(KeyValue.of(Work.MUNICIPALITY, municipality));
        }
        return context;
    }
}
