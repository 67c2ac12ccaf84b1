package jp.todoke.integration.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 番号法施行令第29条: seven years. The day itself is long past on any clock, so that the database's own may judge. */
class RecordRetentionTest extends RecordsTest {
    private static final LocalDate DAY = LocalDate.of(2018, 1, 10);
    private static final String LAST = "ab".repeat(32);

    @AfterEach
    void withoutTheOldDay() {
        change("drop table if exists linkage.provision_record_20180110");
    }

    private static void asOwner(String sql) throws SQLException {
        try (var connection = DATABASE.connect("linkage_owner"); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void drop(LocalDate day) throws SQLException {
        asOwner("select linkage.drop_record_day('" + day + "')");
    }

    private static void oldRecord() {
        writtenAt(Instant.parse("2018-01-10T03:00:00Z"), HERE, ICHIRO, "C-2018-000001", false);
    }

    private static void sealed() {
        change("update linkage.provision_record set chain_day = '%s', chain_position = 1, prev_hash = '\\x00', hash = '\\x%s'"
                .formatted(DAY, LAST));
        change("insert into linkage.record_seal values ('%s', '%s', 1, '\\x%s', '\\x00', '\\x01', now())".formatted(HERE, DAY, LAST));
    }

    private static void archived(String last) throws SQLException {
        asOwner("select linkage.confirm_record_archive('%s', '%s', '%s', '%s')".formatted(HERE, DAY, last, "cd".repeat(32)));
    }

    @Test
    void aDayGoesOnceItIsOldAndSealedAndArchived() throws SQLException {
        oldRecord();
        sealed();
        archived(LAST);

        drop(DAY);

        assertThat(query("select count(*) from linkage.provision_record")).containsExactly("0");
        assertThat(query("select to_regclass('linkage.provision_record_20180110')")).containsExactly("null");
        assertThat(query("select (pruned_at is not null)::text from linkage.record_archive")).containsExactly("true");
    }

    @Test
    void aYoungDayStays() {
        written();

        assertThatThrownBy(() -> drop(today())).hasMessageContaining("kept for seven years");
    }

    @Test
    void aDayThatIsNotSealedStays() {
        oldRecord();

        assertThatThrownBy(() -> drop(DAY)).hasMessageContaining("not sealed");
        assertThat(query("select count(*) from linkage.provision_record")).containsExactly("1");
        assertThat(query("select relforcerowsecurity::text from pg_class where relname = 'provision_record_20180110'"))
                .containsExactly("true");
    }

    @Test
    void aDayThatIsNotArchivedStays() {
        oldRecord();
        sealed();

        assertThatThrownBy(() -> drop(DAY)).hasMessageContaining("no verified archive");
    }

    @Test
    void anArchiveThatEndsOtherwiseIsNone() {
        oldRecord();
        sealed();

        assertThatThrownBy(() -> archived("ef".repeat(32))).hasMessageContaining("does not end as the seal");
    }
}
