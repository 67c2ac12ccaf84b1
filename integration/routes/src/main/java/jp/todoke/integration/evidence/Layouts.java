package jp.todoke.integration.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** データ標準レイアウト that we can read. Around a switch two versions are answered; one that is not known is never guessed at. */
@Component
public class Layouts {

    private record Version(String tmCd, String datasetNo, String hanNo) {
        static Version of(Map<String, String> cells) {
            return new Version(cells.get("tm_cd"), cells.get("dataset_no"), cells.get("han_no"));
        }
    }

    private record Row(Version version, Applicable applicable) {}

    private final List<Row> rows = CodeList.read("/evidence/layouts.csv").stream()
            .map(cells -> new Row(Version.of(cells), Applicable.of(cells))).toList();
    private final Map<Version, Map<String, String>> moved = CodeList.read("/evidence/moved-items.csv").stream()
            .collect(Collectors.groupingBy(Version::of,
                    Collectors.toUnmodifiableMap(cells -> cells.get("item_cd"), cells -> cells.get("known_as"))));

    /** How to read an answer in this version that arrives on the day; nothing where the version may not be used or is not known. */
    public Optional<ItemCodes> codes(LocalDate day, String tmCd, String datasetNo, String hanNo) {
        var version = new Version(tmCd, datasetNo, hanNo);
        return rows.stream().filter(row -> row.version().equals(version) && row.applicable().on(day)).findFirst()
                .map(_ -> new ItemCodes(moved.getOrDefault(version, Map.of())));
    }
}
