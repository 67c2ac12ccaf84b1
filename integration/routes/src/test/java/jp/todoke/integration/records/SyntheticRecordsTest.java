package jp.todoke.integration.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import jp.todoke.local.postgres.EmbeddedCluster;
import jp.todoke.verifier.Report;
import jp.todoke.verifier.SyntheticRecords;
import jp.todoke.verifier.TableVerifier;
import org.junit.jupiter.api.Test;

/** What the verifier is measured on is a chain that it believes, and reads to its end. */
class SyntheticRecordsTest {
    @Test
    void areAChain() throws SQLException {
        try (Connection connection = EmbeddedCluster.forTests().newDatabase().connectAsSuperuser()) {
            SyntheticRecords.fill(connection, 2_500);

            Report report = TableVerifier.verify(connection, new TableVerifier.Wish(null, null, null, Map.of()));

            assertThat(report.findings()).isEmpty();
            assertThat(report.records()).isEqualTo(2_500);
            assertThat(report.days()).isEqualTo(1);
        }
    }
}
