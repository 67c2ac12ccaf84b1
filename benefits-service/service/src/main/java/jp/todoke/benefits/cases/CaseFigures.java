package jp.todoke.benefits.cases;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import jp.todoke.benefits.cases.CaseMapper.StateCount;
import jp.todoke.tenancy.Municipality;
import jp.todoke.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The cases that are not decided yet, by state; counted at most twice a minute, however often metrics are fetched. */
@Component
class CaseFigures {
    private static final Duration FRESH = Duration.ofSeconds(30);

    private record Counted(long at, @Nullable Map<CaseState, Long> cases) {}

    private final CaseMapper mapper;
    private final TransactionOperations transaction;
    private final ServedMunicipalities municipalities;
    private final MeterRegistry meters;
    private final Map<String, Counted> counts = new ConcurrentHashMap<>();

    CaseFigures(CaseMapper mapper, TransactionOperations transaction, ServedMunicipalities municipalities, MeterRegistry meters) {
        this.mapper = mapper;
        this.transaction = transaction;
        this.municipalities = municipalities;
        this.meters = meters;
    }

    @EventListener(ApplicationReadyEvent.class)
    void register() {
        for (String municipality : municipalities.codes()) {
            for (CaseState state : CaseState.values()) {
                if (!state.isClosed()) {
                    Gauge.builder("todoke.cases.open", () -> count(municipality, state)).tag("municipality", municipality)
                            .tag("state", state.name()).strongReference(true).register(meters);
                }
            }
        }
    }

    private double count(String municipality, CaseState state) {
        Map<CaseState, Long> cases = counts.compute(municipality, (code, known) -> known == null || isStale(known) ? count(code) : known)
                .cases();
        return cases == null ? Double.NaN : cases.getOrDefault(state, 0L);
    }

    private static boolean isStale(Counted known) {
        return System.nanoTime() - known.at() > FRESH.toNanos();
    }

    /** Not known while the database is away. */
    private Counted count(String municipality) {
        Map<CaseState, Long> cases;
        try {
            cases = Tenant.in(new Municipality(municipality), () -> transaction.execute(status -> mapper.countUndecided().stream()
                    .collect(Collectors.toMap(one -> CaseState.valueOf(one.state()), StateCount::cases))));
        } catch (RuntimeException e) {
            cases = null;
        }
        return new Counted(System.nanoTime(), cases);
    }
}
