package jp.todoke.doubles.chukan;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** 取りやめ that were taken, by 受付番号. A receipt cannot tell it: it was written before. */
final class Cancellations {
    private static final int REMEMBERED = 20_000;
    private final Map<String, Instant> taken = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > REMEMBERED;
        }
    });

    /** The first 取りやめ of a receipt counts. */
    void take(String uketsukeBango, Instant now) {
        taken.putIfAbsent(uketsukeBango, now);
    }

    /** When the provider is told, a quarter of the usual time after the 取りやめ; a result that comes before is too early. */
    static Instant told(Instant taken, Progress progress, InquiryPull.Sources from) {
        return taken.plusMillis(from.profile().resultMillis(progress.receipt().draw()) / 4);
    }

    /** Whether the inquiry is over by a 取りやめ. */
    boolean stands(String uketsukeBango, Progress progress, InquiryPull.Sources from) {
        return of(uketsukeBango).map(at -> told(at, progress, from))
                .filter(told -> progress.completesAt().isAfter(told) && !from.clock().instant().isBefore(told)).isPresent();
    }

    void forget() {
        taken.clear();
    }

    Optional<Instant> of(String uketsukeBango) {
        return Optional.ofNullable(taken.get(uketsukeBango));
    }
}
