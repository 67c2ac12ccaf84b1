package jp.todoke.integration.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import jp.todoke.guard.Caller;
import jp.todoke.tenancy.Tenant;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 閲覧記録: who looked at what came in; written in the transaction that reads it, so that nothing is shown unrecorded. */
@Component
public class Views {

    /** @param shown how many packages or rows the answer holds */
    record View(String municipalityCode, UUID viewId, Instant viewedAt, String viewer, String operation, @Nullable UUID packageId,
            @Nullable UUID importId, int shown) {}

    @Mapper
    interface ViewMapper {
        int add(View view);
    }

    private final ViewMapper rows;
    private final Clock clock;

    Views(ViewMapper rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    void ofPackage(String operation, UUID packageId) {
        add(operation, packageId, null, 1);
    }

    void ofPackages(int shown) {
        add("listPackages", null, null, shown);
    }

    public void ofImport(UUID importId, int shown) {
        add("getImport", null, importId, shown);
    }

    private void add(String operation, @Nullable UUID packageId, @Nullable UUID importId, int shown) {
        rows.add(new View(Tenant.current().code(), UUID.randomUUID(), clock.instant(), Caller.current().subject(), operation, packageId,
                importId, shown));
    }
}
