package jp.todoke.integration.inquiry.comparison;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import jp.todoke.api.differences.api.DifferencesApi;
import jp.todoke.api.differences.model.LinkageDifference;
import jp.todoke.api.differences.model.LinkageDifferenceList;
import jp.todoke.integration.inquiry.comparison.ComparisonMapper.Shown;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The linkage differences API of specs/api/differences.yaml. */
@RestController
class DifferencesController implements DifferencesApi {
    private final Differences differences;

    DifferencesController(Differences differences) {
        this.differences = differences;
    }

    @Override
    public ResponseEntity<LinkageDifferenceList> listLinkageDifferences(@Nullable UUID after, Integer limit) {
        List<Shown> found = differences.open(after, limit + 1);
        List<Shown> shown = found.subList(0, Math.min(limit, found.size()));
        return ResponseEntity.ok(new LinkageDifferenceList(shown.stream().map(DifferencesController::written).toList())
                .next(found.size() > limit ? shown.getLast().differenceId() : null));
    }

    private static LinkageDifference written(Shown row) {
        return new LinkageDifference(row.differenceId(), LinkageDifference.MatterEnum.fromValue(row.matter().name()),
                LinkageDifference.KindEnum.fromValue(row.kind().name()), row.item(), utc(row.foundAt()), utc(row.confirmedAt()))
                .inquiryId(row.inquiryId()).acceptedAt(row.acceptedAt() == null ? null : utc(row.acceptedAt())).theirs(row.theirs())
                .ours(row.ours());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
