package jp.todoke.benefits.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.todoke.api.benefits.api.EvidenceApi;
import jp.todoke.api.benefits.model.AttachmentKind;
import jp.todoke.api.benefits.model.EvidenceDirectoryView;
import jp.todoke.api.benefits.model.EvidenceView;
import jp.todoke.api.benefits.model.InformationKind;
import jp.todoke.api.benefits.model.LinkageUsage;
import jp.todoke.api.benefits.model.Procedure;
import jp.todoke.benefits.evidence.Evidence;
import jp.todoke.benefits.evidence.EvidenceDirectory;
import jp.todoke.guard.Problem;
import jp.todoke.guard.Problem.FieldError;
import jp.todoke.tenancy.BusinessDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class EvidenceController implements EvidenceApi {
    /** Months: a year, and its last month once more to compare with. */
    private static final int LONGEST_USAGE = 13;

    private final EvidenceDirectory directory;
    private final LinkageUsages usages;
    private final BusinessDate businessDate;

    EvidenceController(EvidenceDirectory directory, LinkageUsages usages, BusinessDate businessDate) {
        this.directory = directory;
        this.usages = usages;
        this.businessDate = businessDate;
    }

    @Override
    public ResponseEntity<EvidenceDirectoryView> getEvidenceDirectory(@Nullable Procedure procedure, @Nullable LocalDate asOf) {
        LocalDate day = asOf == null ? businessDate.today() : asOf;
        var asked = procedure == null ? null : jp.todoke.api.linkage.model.Procedure.fromValue(procedure.getValue());
        return ResponseEntity.ok(new EvidenceDirectoryView(day, directory.on(day, asked).stream().map(EvidenceController::view).toList()));
    }

    @Override
    public ResponseEntity<LinkageUsage> getLinkageUsage(LocalDate from, LocalDate to) {
        List<FieldError> errors = new ArrayList<>();
        if (to.isAfter(businessDate.today())) {
            errors.add(new FieldError("/query/to", "IMPOSSIBLE", "終わりの日に将来の日付は指定できません。"));
        }
        if (to.isBefore(from)) {
            errors.add(new FieldError("/query/to", "CONTRADICTS", "終わりの日は、始めの日以後としてください。"));
        } else if (!to.isBefore(from.plusMonths(LONGEST_USAGE))) {
            errors.add(new FieldError("/query/from", "RANGE", "期間は13か月以内としてください。"));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return ResponseEntity.ok(usages.between(from, to));
    }

    private static EvidenceView view(Evidence row) {
        String kind = row.attachmentKind();
        return new EvidenceView(
                Procedure.fromValue(row.procedure().getValue()), InformationKind.fromValue(row.kind().getValue()), row.evidence(),
                row.condition(), row.legalBasis(), EvidenceView.ProviderKindEnum.fromValue(row.providerKind()), row.provider(),
                row.paperWhen(), row.decides(), row.appliesFrom(), EvidenceView.SourceMarkEnum.fromValue(row.sourceMark()))
                .tmCd(row.tmCd()).attachment(row.attachment()).appliesTo(row.appliesTo())
                .attachmentKind(kind == null ? null : AttachmentKind.fromValue(kind));
    }
}
