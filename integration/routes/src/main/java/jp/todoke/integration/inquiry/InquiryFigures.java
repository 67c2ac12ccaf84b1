package jp.todoke.integration.inquiry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import java.time.Duration;
import java.time.Instant;
import jp.todoke.channel.AfterCommit;
import org.springframework.stereotype.Component;

/** What became of inquiries, counted once it is committed. No municipality that asks: whoever wants that has the log. */
@Component
class InquiryFigures {
    private static final String BY_PROVIDER = "todoke.inquiries.by.provider";
    /** Of some 1,800 possible ones; a further one is not counted by itself, so that no series without end comes about. */
    private static final int PROVIDERS = 200;

    private final MeterRegistry meters;

    InquiryFigures(MeterRegistry meters) {
        this.meters = meters;
        meters.config().meterFilter(MeterFilter.maximumAllowableTags(BY_PROVIDER, "provider", PROVIDERS, MeterFilter.deny()));
    }

    /** @param outcome as the answer tells it to the case */
    void ended(InquiryRow row, String outcome, Instant now) {
        String provider = row.providerKikanCd() == null ? "none" : row.providerKikanCd();
        AfterCommit.run(() -> {
            meters.counter("todoke.inquiries", "information", row.kind(), "outcome", outcome).increment();
            meters.counter(BY_PROVIDER, "provider", provider, "outcome", outcome).increment();
            meters.timer("todoke.inquiry.duration", "information", row.kind()).record(Duration.between(row.requestedAt(), now));
        });
    }
}
