package jp.todoke.integration.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import jp.todoke.channel.WorkQueue;
import jp.todoke.tenancy.Municipality;
import jp.todoke.tenancy.Tenant;
import jp.todoke.verifier.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class RecordChainTest extends RecordsTest {
    private static final String PLACES = "select chain_day || ' ' || chain_position from linkage.provision_record where municipality_code = '"
            + HERE + "' order by chain_day, chain_position";

    @Autowired
    RecordSealer sealer;
    @Autowired
    RecordSeal seal;

    @Test
    void chainsWhatWasWrittenAndGoesOnAcrossDays() {
        LocalDate first = today();
        IntStream.range(0, 3).forEach(_ -> written());
        seal();
        written();
        seal();
        closeDay();
        written();
        seal();

        assertThat(query(PLACES)).containsExactly(first + " 1", first + " 2", first + " 3", first + " 4", first.plusDays(1) + " 1");
        assertThat(query("select records from linkage.record_seal")).containsExactly("4");
        Report report = verified();
        assertThat(report.findings()).isEmpty();
        assertThat(report.records()).isEqualTo(5);
        assertThat(report.days()).isEqualTo(1);
    }

    @Test
    void aRecordThatComesAfterItsDayWasClosedGoesIntoTheNext() {
        LocalDate first = today();
        var evening = CLOCK.instant().plus(Duration.ofHours(14));
        written();
        seal();
        closeDay();

        writtenAt(evening, HERE, ICHIRO, "C-2026-000001", false);
        seal();

        assertThat(query(PLACES)).containsExactly(first + " 1", first.plusDays(1) + " 1");
        assertThat(verified().findings()).isEmpty();
    }

    @Test
    void aDayWithoutRecordsHasItsSealToo() {
        written();
        seal();
        morningOf(today().plusDays(3));
        sealing.drain();

        assertThat(query("select records from linkage.record_seal order by chain_day")).containsExactly("1", "0", "0");
        assertThat(verified().findings()).isEmpty();
    }

    @Test
    void municipalitiesHaveChainsOfTheirOwn() {
        written();
        written(NEIGHBOUR, ICHIRO, "C-2026-000009", false);
        seal();

        assertThat(query("select municipality_code || ' ' || chain_position from linkage.provision_record order by 1"))
                .containsExactly(NEIGHBOUR + " 1", HERE + " 1");
        assertThat(verified().findings()).isEmpty();
    }

    @Test
    void twoSealersDoNotForkAChain() {
        IntStream.range(0, 40).forEach(_ -> written());
        seal();
        IntStream.range(0, 40).forEach(_ -> written());
        var claim = new WorkQueue.Claim(HERE, new UUID(0, 0), 0);

        CompletableFuture.allOf(IntStream.range(0, 4).mapToObj(_ -> CompletableFuture.runAsync(
                () -> Tenant.run(new Municipality(HERE), () -> sealer.handle(claim)))).toArray(CompletableFuture[]::new)).join();

        assertThat(query("select count(distinct chain_position) || ' of ' || max(chain_position) from linkage.provision_record"))
                .containsExactly("80 of 80");
        assertThat(verified().findings()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            deed                          | sql                                                                                                              | found
            nothing                       | select 1                                                                                                         |
            the officer changed           | update linkage.provision_record set officer = 'x' where chain_day = '{1}' and chain_position = 3                 | CHANGED {1} 3
            不開示 taken away               | update linkage.provision_record set withheld = not withheld where chain_day = '{1}' and chain_position = 1       | CHANGED {1} 1
            the time changed              | update linkage.provision_record set occurred_at = occurred_at + interval '1 microsecond' where chain_day = '{2}' and chain_position = 3 | CHANGED {2} 3
            a value emptied               | update linkage.provision_record set receipt_no = null where chain_day = '{3}' and chain_position = 2             | CHANGED {3} 2
            a record removed              | delete from linkage.provision_record where chain_day = '{1}' and chain_position = 3                              | REMOVED {1} 3
            two records removed           | delete from linkage.provision_record where chain_day = '{1}' and chain_position in (2, 4)                        | REMOVED {1} 2; REMOVED {1} 4
            the first of a day removed    | delete from linkage.provision_record where chain_day = '{2}' and chain_position = 1                              | REMOVED {2} 1
            a closed day cut              | delete from linkage.provision_record where chain_day = '{1}' and chain_position = 5                              | TRUNCATED {1} 5
            the open day cut              | delete from linkage.provision_record where chain_day = '{3}' and chain_position = 2                              | TRUNCATED {3} 2
            all records of a day removed  | delete from linkage.provision_record where chain_day = '{2}'                                                     | TRUNCATED {2} 1
            a day removed with its seal   | with r as (delete from linkage.provision_record where chain_day = '{2}') delete from linkage.record_seal where chain_day = '{2}' | MISSING_DAY {2} 0
            the last seal removed         | delete from linkage.record_seal where chain_day = '{2}'                                                          | MISSING_DAY {2} 0
            the end of the chain removed  | delete from linkage.record_chain                                                                                 | TRUNCATED {3} 0
            a record moved to a neighbour | update linkage.provision_record set municipality_code = '139980' where chain_day = '{1}' and chain_position = 2  | REMOVED {1} 2
            a record copied into a day    | insert into linkage.provision_record select municipality_code, uuidv7(), uuidv7(), role, network, shori_tsuban, receipt_no, asker_kikan_cd, provider_kikan_cd, jimu_cd, jimutetsuzuki_cd, tm_cd, juki_purpose, legal_basis, case_number, officer, atenabango, withheld, result_kind, occurred_at, chain_day, chain_position, prev_hash, hash from linkage.provision_record where chain_day = '{1}' and chain_position = 3 | INSERTED {1} 3
            a record put before the chain | update linkage.provision_record set chain_day = '2020-01-01' where chain_day = '{1}' and chain_position = 4      | REMOVED {1} 4; INSERTED 2020-01-01 4
            two records exchanged         | update linkage.provision_record set chain_position = 5 - chain_position where chain_day = '{1}' and chain_position in (2, 3) | REORDERED {1} 2; REORDERED {1} 3
            a seal says less              | update linkage.record_seal set records = 2 where chain_day = '{2}'                                               | SEAL_CHANGED {2} 0; ENDS_OTHERWISE {2} 3
            """)
    void findsWhatWasDone(String deed, String sql, String found) {
        LocalDate first = today();
        for (int records : new int[]{5, 3}) {
            IntStream.range(0, records).forEach(_ -> written());
            seal();
            closeDay();
        }
        IntStream.range(0, 2).forEach(_ -> written());
        seal();

        change(inDays(sql, first));

        assertThat(places(verified())).containsExactlyElementsOf(found == null ? List.of() : List.of(inDays(found, first).split("; ")));
    }

    private static String inDays(String text, LocalDate first) {
        return text.replace("{1}", first.toString()).replace("{2}", first.plusDays(1).toString()).replace("{3}",
                first.plusDays(2).toString());
    }

    /** Whoever owns the database can write the whole chain anew; then only what was exported tells. */
    @Test
    void aChainThatWasWrittenAnewIsToldByTheExportedSeal() {
        String day = today().toString();
        written();
        written();
        seal();
        closeDay();
        String exported = query("select encode(seal_hash, 'hex') from linkage.record_seal").getFirst();

        change("update linkage.provision_record set officer = 'x'");
        anew();

        assertThat(verified().findings()).isEmpty();
        assertThat(places(verified(Map.of(HERE + " " + day, exported)))).containsExactly("NOT_AS_EXPORTED " + day + " 0");
    }

    private void anew() {
        change("truncate linkage.record_chain, linkage.record_seal cascade");
        change("update linkage.provision_record set chain_day = null, chain_position = null, prev_hash = null, hash = null");
        CLOCK.advance(Duration.ofSeconds(2));
        sealing.drain();
    }

    @Test
    void theServiceItselfCannotChangeWhatIsSealed() throws SQLException {
        written();
        seal();
        try (var connection = DATABASE.connect("linkage_app"); var sql = connection.createStatement()) {
            sql.execute("select set_config('app.municipality', '" + HERE + "', false)");

            assertThat(sql.executeUpdate("update linkage.provision_record set chain_position = 9")).isZero();
            assertThatThrownBy(() -> sql.execute(
                    """
                            insert into linkage.provision_record (municipality_code, record_id, inquiry_id, role, network, asker_kikan_cd, provider_kikan_cd,
                              legal_basis, case_number, officer, withheld, result_kind, occurred_at, chain_day, chain_position, prev_hash, hash)
                            select municipality_code, uuidv7(), uuidv7(), role, network, asker_kikan_cd, provider_kikan_cd, legal_basis, case_number,
                              officer, withheld, result_kind, occurred_at, chain_day, 2, hash, hash from linkage.provision_record"""))
                    .isInstanceOf(SQLException.class).hasMessageContaining("row-level security");
        }
    }

    @Test
    void hashesEveryColumn() {
        List<String> columns = query("""
                select column_name from information_schema.columns where table_schema = 'linkage' and table_name = 'provision_record'
                 order by ordinal_position""");
        var row = new ChainRow(HERE, new UUID(0, 0), new UUID(0, 0), "1", "NWS", null, null, "", "", null, null, null, null, "", "", "",
                null,
                false, "", CLOCK.instant(), null, null, null, null);

        var hashed = new ArrayList<>(RecordForm.fields(row).keySet());
        hashed.add("hash");

        assertThat(hashed).isEqualTo(columns);
    }

    /** The example of docs/operations/records.md, whose hash sha256sum gave. */
    @Test
    void theHashIsThatOfTheDocumentedExample() {
        var row = new ChainRow("139998", UUID.fromString("01900000-0000-7000-8000-000000000001"),
                UUID.fromString("01900000-0000-7000-8000-000000000002"), "1", "NWS", null, "R-0001", "0213999800001700", "0213998000001700",
                "JM01000000121000", "JT01010000000214", "TM00000000000002", null, "番号法第19条第8号", "C-2026-000001", "caseworker",
                "000000000000101", false, "PROVIDED", Instant.parse("2026-11-16T00:30:00Z"), LocalDate.of(2026, 11, 16), 1L,
                RecordForm.NOTHING, null);

        assertThat(RecordForm.hex(RecordForm.hash(row))).isEqualTo("5378b049688204f8201969780dfca434cb1aa5fc21ad4658d2a02d641c9da5f9");
    }

    @Test
    void healthSaysWhenItWillStopAndThenNothingNewIsSent() {
        written();
        CLOCK.advance(Duration.ofMinutes(65));
        assertThat(seal.health().getStatus().getCode()).isEqualTo("DEGRADED");
        assertThat(seal.health().getStatus().getDescription()).isEqualTo("records are not sealed: new inquiries will stop in 2:55 h");
        assertThat(mayGoOn(HERE)).isTrue();

        CLOCK.advance(Duration.ofMinutes(175));
        assertThat(seal.health().getStatus().getDescription()).isEqualTo("records are not sealed: new inquiries are stopped");
        assertThat(mayGoOn(HERE)).isFalse();
        assertThat(mayGoOn(NEIGHBOUR)).isTrue();

        seal();
        assertThat(mayGoOn(HERE)).isTrue();
    }

    private boolean mayGoOn(String municipality) {
        return Tenant.in(new Municipality(municipality), seal::mayGoOn);
    }

    @Test
    void aNewInquiryWaitsWhileTheSealIsAway() {
        written();
        CLOCK.advance(Duration.ofHours(5));
        UUID inquiry = UUID.randomUUID();
        deliver(UUID.randomUUID().toString(), "inquiry.requested", "case", """
                {"inquiryId":"%s","caseId":"11111111-1111-1111-1111-111111111111","caseNumber":"C-2026-000001","kind":"TAX",
                 "procedure":"CHILD_ALLOWANCE_NEW","officer":"SYSTEM-AUTO","subject":{"atenabango":"%s"},"withholdFromDisclosure":false,
                 "providerMunicipality":"139980","year":2026}""".formatted(inquiry, ICHIRO));

        inquiries.drain();
        assertThat(LINE.passed()).isEmpty();
        assertThat(query("select state from linkage.inquiry")).containsExactly("DRAFT");

        seal();
        CLOCK.advance(Duration.ofMinutes(2));
        inquiries.drain();
        assertThat(query("select answer from linkage.inquiry")).containsExactly("PROVIDED");
        assertThat(query("select count(*) from linkage.provision_record where hash is null")).containsExactly("1");
    }
}
