package jp.todoke.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;

/** Spans leave with the class of an exception and without its words, which may quote a request or a row. */
final class WordlessSpans implements SpanExporter {
    private static final AttributeKey<String> TYPE = AttributeKey.stringKey("exception.type");

    private final SpanExporter exporter;

    WordlessSpans(SpanExporter exporter) {
        this.exporter = exporter;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        return exporter.export(spans.stream().<SpanData>map(Wordless::new).toList());
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }

    private static final class Wordless extends DelegatingSpanData {
        private final StatusData status;
        private final List<EventData> events;

        Wordless(SpanData span) {
            super(span);
            this.status = StatusData.create(span.getStatus().getStatusCode(), "");
            this.events = span.getEvents().stream().map(Wordless::wordless).toList();
        }

        private static EventData wordless(EventData event) {
            String type = event.getAttributes().get(TYPE);
            return EventData.create(event.getEpochNanos(), event.getName(), type == null ? Attributes.empty() : Attributes.of(TYPE, type));
        }

        @Override
        public StatusData getStatus() {
            return status;
        }

        @Override
        public List<EventData> getEvents() {
            return events;
        }

        @Override
        public int getTotalRecordedEvents() {
            return events.size();
        }
    }
}
