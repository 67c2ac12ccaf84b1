package jp.todoke.benefits.notices;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import jp.todoke.api.benefits.api.NoticesApi;
import jp.todoke.benefits.audit.AuditTrail;
import jp.todoke.benefits.notices.NoticeMapper.NoticeContent;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

/** 通知書 as issued, for those who may read it; each view is an audit record. */
@RestController
@Transactional
class NoticeController implements NoticesApi {
    private final NoticeArchive archive;
    private final AuditTrail audit;

    NoticeController(NoticeArchive archive, AuditTrail audit) {
        this.archive = archive;
        this.audit = audit;
    }

    @Override
    public ResponseEntity<Resource> getNotice(UUID caseId) {
        NoticeContent notice = archive.issuedFor(caseId);
        audit.record("getNotice", caseId, notice.documentNumber());
        ContentDisposition name = ContentDisposition.attachment()
                .filename("notice-" + notice.documentNumber() + ".pdf", StandardCharsets.UTF_8).build();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString()).header("X-Content-SHA256", notice.sha256())
                .body(new ByteArrayResource(notice.content()));
    }
}
