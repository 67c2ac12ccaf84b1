package jp.todoke.integration.records;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.todoke.channel.WorkQueue;
import jp.todoke.integration.IntegrationTest;
import jp.todoke.verifier.Finding;
import jp.todoke.verifier.Report;
import jp.todoke.verifier.TableVerifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** Begins on a fresh morning; records are written as the service would write them, and sealed when a test says so. */
abstract class RecordsTest extends IntegrationTest {
    static final String ICHIRO = "000000000000101";
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    @Autowired
    @Qualifier("record-seal")
    WorkQueue sealing;

    private Instant begun = Instant.EPOCH;

    @BeforeEach
    void onAFreshMorning() {
        begun = CLOCK.instant();
        morningOf(today().plusDays(1));
    }

    /** Here weeks pass; others count on the season. */
    @AfterEach
    void backToTheDayBefore() {
        CLOCK.advance(Duration.between(CLOCK.instant(), begun));
    }

    static LocalDate today() {
        return CLOCK.instant().atZone(JAPAN).toLocalDate();
    }

    static void morningOf(LocalDate day) {
        CLOCK.advance(Duration.between(CLOCK.instant(), day.atTime(9, 30).atZone(JAPAN).toInstant()));
    }

    static UUID written() {
        return written(HERE, ICHIRO, "C-2026-000001", false);
    }

    static UUID written(String municipality, String atenabango, String caseNumber, boolean withheld) {
        CLOCK.advance(Duration.ofMillis(7));
        return writtenAt(CLOCK.instant(), municipality, atenabango, caseNumber, withheld);
    }

    static UUID writtenAt(Instant instant, String municipality, String atenabango, String caseNumber, boolean withheld) {
        UUID id = UUID.randomUUID();
        change("select linkage.ensure_record_day('%s')".formatted(instant.atZone(JAPAN).toLocalDate()));
        change("""
                insert into linkage.provision_record (municipality_code, record_id, inquiry_id, role, network, receipt_no, asker_kikan_cd,
                  provider_kikan_cd, jimu_cd, jimutetsuzuki_cd, tm_cd, legal_basis, case_number, officer, atenabango, withheld, result_kind, occurred_at)
                values ('%s', '%s', '%s', '1', 'NWS', 'R-1', '0213999800001700', '0213998000001700', 'JM01000000121000', 'JT01010000000214',
                  'TM00000000000002', '番号法第19条第8号', '%s', 'caseworker', '%s', %s, 'PROVIDED', '%s')"""
                .formatted(municipality, id, UUID.randomUUID(), caseNumber, atenabango, withheld, instant));
        return id;
    }

    /** Two seconds later, since a municipality rests for one after its batch. */
    void seal() {
        CLOCK.advance(Duration.ofSeconds(2));
        sealing.drain();
    }

    /** The next morning, with the day before closed. */
    void closeDay() {
        morningOf(today().plusDays(1));
        sealing.drain();
    }

    static Report verified() {
        return verified(Map.of());
    }

    static Report verified(Map<String, String> exported) {
        try (var connection = DATABASE.connectAsSuperuser()) {
            return TableVerifier.verify(connection, new TableVerifier.Wish(null, null, null, exported));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> places(Report report) {
        return report.findings().stream().map(RecordsTest::place).toList();
    }

    private static String place(Finding finding) {
        return finding.kind() + " " + finding.day() + " " + finding.position();
    }
}
