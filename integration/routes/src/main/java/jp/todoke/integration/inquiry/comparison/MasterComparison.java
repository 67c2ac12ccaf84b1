package jp.todoke.integration.inquiry.comparison;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.todoke.integration.evidence.Institutions;
import jp.todoke.integration.evidence.MasterEntry;
import jp.todoke.integration.evidence.Masters;
import jp.todoke.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * マスター更新情報 beside our own code lists. After a start all rows are read, since the build may have brought other lists; from then on what has changed.
 * What we look up stays what stands in our lists, until somebody changes them.
 */
@Component
class MasterComparison {
    private static final int MOST_PAGES = 200;

    private final Network network;
    private final Differences differences;
    private final Institutions institutions;
    private final Masters masters;
    private final ComparisonProperties properties;
    private final Clock clock;

    MasterComparison(Network network, Differences differences, Institutions institutions, Masters masters, ComparisonProperties properties,
            Clock clock) {
        this.network = network;
        this.differences = differences;
        this.institutions = institutions;
        this.masters = masters;
        this.properties = properties;
        this.clock = clock;
    }

    /** @param since absent: all of them */
    void compare(@Nullable Instant since) {
        Instant at = clock.instant();
        String asker = institutions.kikanCd(Tenant.current());
        Set<String> seen = new HashSet<>();
        Instant asOf = null;
        String after = null;
        for (int pages = 0; asOf == null || after != null; pages++) {
            if (pages == MOST_PAGES) {
                throw new ComparisonTrouble("TOO_MANY_PAGES");
            }
            var page = network.ask(new NetworkRequest.ListMasterChanges(UUID.randomUUID(), asker, since, after, properties.page()));
            differences.compared(page.items().stream().map(this::compared).toList(), at);
            page.items().stream().flatMap(theirs -> masters.sameAs(theirs).stream()).map(Difference::item).forEach(seen::add);
            asOf = asOf == null ? page.asOf() : asOf;
            after = page.next();
        }
        if (since == null) {
            differences.comparedAllMasters(gone(seen), at);
        }
        differences.comparedMasters(at, asOf, clock.instant().plus(properties.mastersEvery()));
    }

    private Differences.ComparedMaster compared(MasterEntry theirs) {
        Optional<MasterEntry> ours = masters.sameAs(theirs);
        if (ours.isPresent() && !ours.get().equals(theirs)) {
            return new Differences.ComparedMaster(theirs, Difference.master(Difference.Kind.CHANGED_THERE, theirs, ours.get()));
        }
        boolean unknown = ours.isEmpty() && masters.concernsUs(theirs);
        return new Differences.ComparedMaster(theirs, unknown ? Difference.master(Difference.Kind.NEW_THERE, theirs, null) : null);
    }

    /** A nation without any of the rows that we ask by has not told us its masters. */
    private List<Difference> gone(Set<String> seen) {
        if (seen.isEmpty()) {
            throw new ComparisonTrouble("EMPTY");
        }
        return masters.all().stream().filter(ours -> !seen.contains(Difference.item(ours)))
                .map(ours -> Difference.master(Difference.Kind.GONE_THERE, null, ours)).toList();
    }
}
