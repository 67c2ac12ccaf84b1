package jp.todoke.integration.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** データ標準レイアウト that we can read. Around a switch two versions are answered; one that is not known is never guessed at. */
@Component
public class Layouts {

    private record Row(String tmCd, String datasetNo, String hanNo, Applicable applicable) {
        static Row of(Map<String, String> cells) {
            return new Row(cells.get("tm_cd"), cells.get("dataset_no"), cells.get("han_no"), Applicable.of(cells));
        }
    }

    private final List<Row> rows = CodeList.read("/evidence/layouts.csv").stream().map(Row::of).toList();

    public boolean known(LocalDate day, String tmCd, String datasetNo, String hanNo) {
        return rows.stream().anyMatch(row -> row.applicable().on(day) && row.tmCd().equals(tmCd) && row.datasetNo().equals(datasetNo)
                && row.hanNo().equals(hanNo));
    }
}
