package jp.todoke.benefits.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import jp.todoke.api.linkage.model.InformationKind;
import jp.todoke.api.linkage.model.Procedure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest {
    @ParameterizedTest(name = "from {0} to {1}, on {2}: {3}")
    @CsvSource(nullValues = "-", value = {"2024-10-01, 2026-11-30, 2024-09-30, false", "2024-10-01, 2026-11-30, 2024-10-01, true",
            "2024-10-01, 2026-11-30, 2026-11-30, true", "2024-10-01, 2026-11-30, 2026-12-01, false", "2024-10-01, -, 2999-12-31, true"})
    void appliesFromTheFirstToTheLastDay(LocalDate from, LocalDate to, LocalDate day, boolean applies) {
        var row = new Evidence(Procedure.CHILD_ALLOWANCE_NEW, InformationKind.TAX, "所得", "所得の比較", "番号法第19条第8号", "MUNICIPALITY", "市区町村",
                "TM00000000000002", null, null, "回答がないとき", true, from, to, "PROVISIONAL");

        assertThat(row.appliesOn(day)).isEqualTo(applies);
    }
}
