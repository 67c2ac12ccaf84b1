package jp.todoke.telemetry;

import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Metrics and spans by operations of the contracts. */
@AutoConfiguration(afterName = {"org.springframework.boot.micrometer.tracing.autoconfigure.NoopTracerAutoConfiguration",
        "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration"})
public class TelemetryAutoConfiguration {

    @Bean
    RequestConvention requestConvention() {
        return new RequestConvention();
    }

    @Bean
    @ConditionalOnMissingBean
    CallConvention callConvention() {
        return new CallConvention("service");
    }

    @Bean
    WorkOfSpan workOfSpan() {
        return new WorkOfSpan();
    }

    @Bean
    static BeanPostProcessor wordlessSpans() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof SpanExporter exporter ? new WordlessSpans(exporter) : bean;
            }
        };
    }

    @Bean
    Traces traces(ObjectProvider<ObservationRegistry> observations, ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        return new Traces(observations.getIfAvailable(() -> ObservationRegistry.NOOP), tracer.getIfAvailable(() -> Tracer.NOOP),
                propagator.getIfAvailable(() -> Propagator.NOOP));
    }
}
