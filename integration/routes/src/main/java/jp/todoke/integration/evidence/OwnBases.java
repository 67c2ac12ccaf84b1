package jp.todoke.integration.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Kinds of questions that need no 法令の組, since no network carries them; they leave no 情報提供等記録. */
@Component
public class OwnBases {
    private final List<Map<String, String>> rows = CodeList.read("/evidence/own-bases.csv");

    public Optional<OwnBasis> of(LocalDate day, String kind) {
        return rows.stream().filter(row -> row.get("kind").equals(kind) && Applicable.of(row).on(day)).findFirst()
                .map(row -> new OwnBasis(row.get("provider"), row.get("legal_basis"), row.get("source_mark")));
    }
}
