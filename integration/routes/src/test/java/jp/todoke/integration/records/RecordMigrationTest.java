package jp.todoke.integration.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.todoke.local.postgres.Database;
import jp.todoke.local.postgres.EmbeddedCluster;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/** What stands in the flat table is there afterwards, each record in its day. */
class RecordMigrationTest {
    private final Database database = EmbeddedCluster.forTests().newDatabase();

    @Test
    void movesWhatIsThere() throws SQLException {
        flyway().target("0310").load().migrate();
        try (Connection connection = database.connectAsSuperuser(); Statement sql = connection.createStatement()) {
            sql.execute("set session_replication_role = replica");
            sql.execute(
                    """
                            insert into linkage.provision_record (municipality_code, record_id, inquiry_id, role, network, asker_kikan_cd, provider_kikan_cd,
                              legal_basis, case_number, officer, withheld, result_kind, occurred_at)
                            select '139998', uuidv7(), uuidv7(), '1', 'NWS', '0213999800001700', '0213998000001700', '第8号', 'C-1', 'x', false, 'PROVIDED', at
                              from unnest(array['2026-11-15T14:59:59Z', '2026-11-15T15:00:00Z', '2026-11-16T01:00:00Z']::timestamptz[]) at""");
        }

        flyway().load().migrate();

        assertThat(days()).containsExactly("provision_record_20261115 1", "provision_record_20261116 2");
    }

    private FluentConfiguration flyway() {
        return Flyway.configure().dataSource(database.jdbcUrl(), database.user("linkage_owner"), database.password("linkage_owner"))
                .locations("classpath:db/channel", "classpath:db/migration").schemas("linkage").defaultSchema("linkage")
                .createSchemas(false)
                .placeholders(Map.of("schema", "linkage", "app_role", "linkage_app", "dispatch_role", "linkage_dispatch"));
    }

    private List<String> days() throws SQLException {
        List<String> days = new ArrayList<>();
        try (Connection connection = database.connectAsSuperuser();
                var rows = connection.createStatement().executeQuery(
                        "select tableoid::regclass::text || ' ' || count(*) from linkage.provision_record group by tableoid order by 1")) {
            while (rows.next()) {
                days.add(rows.getString(1).replace("linkage.", ""));
            }
        }
        return days;
    }
}
