package jp.todoke.integration.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table intake_package without its original. {@code refusals} is JSON. */
record PackageRow(UUID packageId, String sha256, long byteCount, String state, @Nullable String uketsukeBango, @Nullable Instant arrivedAt,
        Instant receivedAt, String refusals, @Nullable String applicationStatus) {}
