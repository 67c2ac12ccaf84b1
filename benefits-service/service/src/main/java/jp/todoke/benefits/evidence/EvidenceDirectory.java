package jp.todoke.benefits.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.todoke.api.linkage.model.InformationKind;
import jp.todoke.api.linkage.model.Procedure;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 証拠目録, {@code specs/evidence/directory.csv}. What is not in it is not asked. */
@Component
public class EvidenceDirectory {
    private static final String RESOURCE = "/specs/evidence/directory.csv";

    private final List<Evidence> rows = Table.read(RESOURCE).stream().map(EvidenceDirectory::evidence).toList();

    /** The rows of a day, of one procedure or of all. */
    public List<Evidence> on(LocalDate day, @Nullable Procedure procedure) {
        return rows.stream().filter(row -> row.appliesOn(day) && (procedure == null || row.procedure() == procedure)).toList();
    }

    public Optional<Evidence> of(Procedure procedure, String kind, LocalDate day) {
        return on(day, procedure).stream().filter(row -> row.kind().getValue().equals(kind)).findFirst();
    }

    /** Whether a decision rests on it; what the directory does not know is taken to matter. */
    public boolean decides(Procedure procedure, String kind) {
        return rows.stream().filter(row -> row.procedure() == procedure && row.kind().getValue().equals(kind))
                .allMatch(Evidence::decides);
    }

    private static Evidence evidence(Map<String, String> row) {
        return new Evidence(
                Procedure.fromValue(cell(row, "procedure")), InformationKind.fromValue(cell(row, "kind")), cell(row, "evidence"),
                cell(row, "condition"), cell(row, "legal_basis"), cell(row, "provider_kind"), cell(row, "provider"),
                optional(row, "tm_cd"), optional(row, "attachment"), optional(row, "attachment_kind"), cell(row, "paper_when"),
                Boolean.parseBoolean(cell(row, "decides")), LocalDate.parse(cell(row, "applies_from")), day(optional(row, "applies_to")),
                cell(row, "source_mark"));
    }

    private static String cell(Map<String, String> row, String column) {
        String cell = optional(row, column);
        if (cell == null) {
            throw new IllegalStateException(RESOURCE + ": " + column + " is empty in a row");
        }
        return cell;
    }

    private static @Nullable String optional(Map<String, String> row, String column) {
        String cell = row.get(column);
        return cell == null || cell.isEmpty() ? null : cell;
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
