package jp.todoke.integration.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table intake_package without its original.
 *
 * @param refusals JSON
 * @param backFeed JSON, what the portal is to show; absent where it was not asked for
 */
record PackageRow(UUID packageId, String sha256, long byteCount, String state, String way, @Nullable String uketsukeBango,
        @Nullable String amendsBango, @Nullable UUID amendsPackageId, @Nullable Instant arrivedAt, Instant receivedAt, String refusals,
        @Nullable String applicationStatus, @Nullable String backFeed) {}
