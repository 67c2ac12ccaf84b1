package jp.todoke.benefits.zengin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BankMasterTest {
    private static final LocalDate DAY = LocalDate.of(2027, 2, 10);

    @Test
    void knowsBanksAndBranchesByCode() {
        assertThat(BankMaster.published().bank("9900", DAY).orElseThrow().name()).isEqualTo("ゆうちょ");
        assertThat(BankMaster.published().branch("0001", "001", DAY).orElseThrow().name()).isEqualTo("東京営業部");
        assertThat(BankMaster.published().branch("0001", "999", DAY)).isEmpty();
        assertThat(BankMaster.published().bank("9999", DAY)).isEmpty();
    }

    @Test
    void holdsABranchOnlyWhileItIsOpen() {
        InputStream banks = csv("code,name,kana,valid_from,valid_until\n0001,みずほ,ミズホ,,\n");
        InputStream branches = csv("bank,branch,name,kana,valid_from,valid_until\n0001,001,旧,キユウ,,2027-01-01\n0001,002,新,シン,2027-01-01,\n");
        BankMaster master = BankMaster.read(banks, branches);

        assertThat(master.branch("0001", "001", LocalDate.of(2026, 12, 31))).isPresent();
        assertThat(master.branch("0001", "001", LocalDate.of(2027, 1, 1))).isEmpty();
        assertThat(master.branch("0001", "002", LocalDate.of(2026, 12, 31))).isEmpty();
    }

    @Test
    void everyPublishedKanaCanBeWrittenIntoTheFile() throws IOException {
        for (String file : List.of("banks.csv", "branches.csv")) {
            try (InputStream rows = BankMaster.class.getResourceAsStream("/specs/codes/banks/" + file)) {
                List<String> lines = new String(rows.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
                int kana = file.equals("banks.csv") ? 2 : 3;
                assertThat(lines).hasSizeGreaterThan(1_000).noneMatch(line -> line.contains("\""));
                assertThat(lines.stream().skip(1).map(line -> line.split(",", -1)[kana]))
                        .allMatch(name -> KanaName.ofPerson(name).isPresent());
            }
        }
    }

    private static InputStream csv(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
