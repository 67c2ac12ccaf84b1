package jp.todoke.integration.records;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jp.todoke.api.records.api.RecordsApi;
import jp.todoke.api.records.model.DisclosedRecord;
import jp.todoke.api.records.model.DisclosedRecordList;
import jp.todoke.api.records.model.DisclosureRequest;
import jp.todoke.api.records.model.LinkageRecord;
import jp.todoke.api.records.model.LinkageRecordList;
import jp.todoke.api.records.model.RecordSearch;
import jp.todoke.guard.Problem;
import jp.todoke.integration.records.RecordSearchMapper.Wish;
import jp.todoke.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The linkage records API of specs/api/records.yaml. */
@RestController
class RecordsController implements RecordsApi {
    private final RecordPages search;
    private final RecordArchive archive;
    private final HttpServletResponse response;

    RecordsController(RecordPages search, RecordArchive archive, HttpServletResponse response) {
        this.search = search;
        this.archive = archive;
        this.response = response;
    }

    @Override
    public ResponseEntity<LinkageRecordList> searchLinkageRecords(RecordSearch asked) {
        var wish = new Wish(asked.getAtenabango(), asked.getJimutetsuzukiCd(), asked.getCaseNumber(), asked.getResultKind(),
                asked.getSealed(), false);
        var period = new RecordPages.Period(instant(asked.getOccurredFrom()),
                instant(asked.getOccurredUntil()));
        var page = search.page("searchLinkageRecords", wish, period, asked.getAfter(), asked.getLimit());
        return ResponseEntity.ok(new LinkageRecordList(page.rows().stream().map(RecordsController::shown).toList()).next(page.next()));
    }

    /** 不開示: left out in the statement itself, so that neither a page nor its end tells of it. */
    @Override
    public ResponseEntity<DisclosedRecordList> discloseLinkageRecords(DisclosureRequest asked) {
        var wish = new Wish(asked.getAtenabango(), null, null, null, null, true);
        var everything = new RecordPages.Period(null, null);
        var page = search.page("discloseLinkageRecords", wish, everything, asked.getAfter(), asked.getLimit());
        return ResponseEntity
                .ok(new DisclosedRecordList(page.rows().stream().map(RecordsController::disclosed).toList()).next(page.next()));
    }

    /** Written as it is read, so there is no entity to hand back. */
    @Override
    public @Nullable ResponseEntity<Resource> getLinkageRecordArchive(@Nullable LocalDate day, @Nullable LocalDate until) {
        if (day == null && until != null || day != null && until != null && until.isBefore(day)) {
            throw Problem.invalid(List.of(new Problem.FieldError("/query/until", "RANGE", "day 以降の日を指定してください。")));
        }
        Optional<LocalDate> first = day == null ? archive.lastClosedDay() : Optional.of(day);
        first.ifPresent(from -> archive.requireClosed(until == null ? from : until));
        search.viewed("getLinkageRecordArchive", null, archive.size(first, until));
        response.setContentType("application/gzip");
        String name = "linkage-records-" + Tenant.current().code() + first.map(from -> "-" + from).orElse("") + ".ndjson.gz";
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString());
        try {
            archive.write(first, until, response.getOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return null;
    }

    private static LinkageRecord shown(ChainRow row) {
        return new LinkageRecord(row.recordId(), row.inquiryId(), row.occurredAt().atOffset(ZoneOffset.UTC), row.network(),
                row.askerKikanCd(), row.providerKikanCd(), row.legalBasis(), row.caseNumber(), row.officer(), row.withheld(),
                row.resultKind(), row.hash() != null).jimuCd(row.jimuCd()).jimutetsuzukiCd(row.jimutetsuzukiCd()).tmCd(row.tmCd())
                .jukiPurpose(row.jukiPurpose()).atenabango(row.atenabango()).receiptNo(row.receiptNo()).shoriTsuban(row.shoriTsuban())
                .chainDay(row.chainDay()).chainPosition(row.chainPosition())
                .hash(row.hash() == null ? null : RecordForm.hex(row.hash()));
    }

    /** Nothing that leads to the case or to who works on it. */
    private static DisclosedRecord disclosed(ChainRow row) {
        return new DisclosedRecord(row.occurredAt().atOffset(ZoneOffset.UTC), row.network(), row.askerKikanCd(), row.providerKikanCd(),
                row.legalBasis()).jimuCd(row.jimuCd()).jimutetsuzukiCd(row.jimutetsuzukiCd()).tmCd(row.tmCd());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
