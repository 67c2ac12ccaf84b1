package jp.todoke.benefits.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.todoke.api.benefits.model.InformationKind;
import jp.todoke.api.benefits.model.LinkageUsage;
import jp.todoke.api.benefits.model.LinkageUsageRow;
import jp.todoke.api.benefits.model.Procedure;
import jp.todoke.benefits.audit.AuditTrail;
import jp.todoke.benefits.cases.UsageMapper.UsageRow;
import jp.todoke.benefits.evidence.Evidence;
import jp.todoke.benefits.evidence.EvidenceDirectory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 照会の利用状況: a way that is open and that nobody goes is the first thing to look at. */
@Service
@Transactional
class LinkageUsages {
    private static final int MONTH = 1;

    private final UsageMapper mapper;
    private final EvidenceDirectory directory;
    private final Programmes programmes;
    private final AuditTrail audit;

    LinkageUsages(UsageMapper mapper, EvidenceDirectory directory, Programmes programmes, AuditTrail audit) {
        this.mapper = mapper;
        this.directory = directory;
        this.programmes = programmes;
        this.audit = audit;
    }

    /** One row for each procedure and kind of the directory, also where nothing was asked: there it matters most. */
    LinkageUsage between(LocalDate from, LocalDate to) {
        Map<String, UsageRow> counted = mapper.between(from, to).stream()
                .collect(Collectors.toMap(row -> row.programme() + " " + row.kind(), Function.identity()));
        boolean isMonth = !to.plusDays(1).isBefore(from.plusMonths(MONTH));
        List<LinkageUsageRow> rows = directory.on(to, null).stream().map(evidence -> row(evidence, counted, isMonth)).toList();
        audit.record("getLinkageUsage", null, "rows " + rows.size());
        return new LinkageUsage(from, to, rows);
    }

    private LinkageUsageRow row(Evidence evidence, Map<String, UsageRow> counted, boolean isMonth) {
        Programme.Code programme = programmes.of(evidence.procedure()).code();
        UsageRow row = counted.getOrDefault(programme + " " + evidence.kind().getValue(),
                new UsageRow(programme.name(), evidence.kind().getValue(), 0, 0, 0, 0));
        long replaced = evidence.attachmentKind() == null ? 0 : row.confirmed();
        return new LinkageUsageRow(
                Procedure.fromValue(evidence.procedure().getValue()), InformationKind.fromValue(evidence.kind().getValue()), row.needed(),
                row.asked(), row.provided(), replaced, isMonth && row.asked() == 0);
    }
}
