package jp.todoke.integration.intake;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** manifest.json, as far as it could be read; an item that could not is absent and stands among the findings. */
record Manifest(@Nullable String uketsukeBango, @Nullable String procedure, @Nullable String municipalityCode,
        @Nullable OffsetDateTime arrivedAt, @Nullable String amends, List<Listed> files) {

    static final Manifest NONE = new Manifest(null, null, null, null, null, List.of());

    record Listed(String name, String sha256, long bytes) {}

    Optional<OffsetDateTime> arrival() {
        return Optional.ofNullable(arrivedAt);
    }
}
