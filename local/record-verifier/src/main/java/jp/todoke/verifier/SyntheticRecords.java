package jp.todoke.verifier;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A whole chain of invented records in an empty database, to measure the verifier on. The tables are those that it reads. */
public final class SyntheticRecords {
    private static final String MUNICIPALITY = "139998";
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int A_DAY = 100_000;
    private static final int BATCH = 1_000;
    private static final String INSERT = "insert into linkage.provision_record values (?, ?::uuid, ?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?::boolean, ?, ?::timestamptz, ?::date, ?::bigint, decode(?, 'hex'), decode(?, 'hex'))";

    private final Connection connection;
    private final Columns columns = new Columns();
    private String last = Seal.NOTHING;
    private String lastSeal = Seal.NOTHING;

    private SyntheticRecords(Connection connection) {
        this.connection = connection;
    }

    /** @param records how many; a hundred thousand make a day */
    public static void fill(Connection connection, long records) throws SQLException {
        var synthetic = new SyntheticRecords(connection);
        synthetic.tables();
        connection.setAutoCommit(false);
        LocalDate day = FIRST;
        for (long left = records; left > 0; left -= A_DAY) {
            synthetic.day(day, Math.min(left, A_DAY));
            day = day.plusDays(1);
        }
        synthetic.sql("insert into linkage.record_chain values ('%s', '%s', 0, decode('%s', 'hex'), decode('%s', 'hex'))"
                .formatted(MUNICIPALITY, day, synthetic.last, synthetic.lastSeal));
        connection.commit();
        connection.setAutoCommit(true);
        synthetic.sql("vacuum analyze");
    }

    private void tables() throws SQLException {
        sql("create schema if not exists linkage");
        sql("""
                create table linkage.provision_record (municipality_code char(6), record_id uuid, inquiry_id uuid, role char(1), network text,
                  shori_tsuban text, receipt_no text, asker_kikan_cd char(16), provider_kikan_cd varchar(16), jimu_cd char(16),
                  jimutetsuzuki_cd char(16), tm_cd char(16), juki_purpose text, legal_basis text, case_number text, officer varchar(20),
                  atenabango varchar(15), withheld boolean, result_kind text, occurred_at timestamptz, chain_day date, chain_position bigint,
                  prev_hash bytea, hash bytea) partition by range (occurred_at)""");
        sql("create index on linkage.provision_record (municipality_code, chain_day, chain_position) where chain_day is not null");
        sql("create index on linkage.provision_record (municipality_code, occurred_at) where hash is null");
        sql("create table linkage.record_chain (municipality_code char(6), open_day date, records bigint, last_hash bytea, last_seal_hash bytea)");
        sql("""
                create table linkage.record_seal (municipality_code char(6), chain_day date, records bigint, last_hash bytea, prev_seal_hash bytea,
                  seal_hash bytea)""");
        sql("create table linkage.record_archive (municipality_code char(6), chain_day date, pruned_at timestamptz)");
    }

    private void day(LocalDate day, long records) throws SQLException {
        sql("create table linkage.day_%s partition of linkage.provision_record for values from ('%s 00:00+09') to ('%s 00:00+09')"
                .formatted(day.toString().replace("-", ""), day, day.plusDays(1)));
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (long position = 1; position <= records; position++) {
                @Nullable
                String[] row = row(day, position);
                last = columns.hashOf(row);
                row[Columns.HASH] = last;
                for (int i = 0; i < row.length; i++) {
                    insert.setString(i + 1, row[i]);
                }
                insert.addBatch();
                if (position % BATCH == 0 || position == records) {
                    insert.executeBatch();
                }
            }
        }
        String sealHash = columns.hashOfSeal(MUNICIPALITY, day.toString(), Long.toString(records), last, lastSeal);
        sql("insert into linkage.record_seal values ('%s', '%s', %d, decode('%s', 'hex'), decode('%s', 'hex'), decode('%s', 'hex'))"
                .formatted(MUNICIPALITY, day, records, last, lastSeal, sealHash));
        lastSeal = sealHash;
        connection.commit();
    }

    private @Nullable String[] row(LocalDate day, long position) {
        long seconds = position * 86_000 / A_DAY;
        String time = day.atStartOfDay().minusHours(9).plusSeconds(seconds).toString();
        return new @Nullable String[]{MUNICIPALITY, new UUID(day.toEpochDay(), position).toString(), new UUID(position, 1).toString(), "1",
                "NWS", HexFormat.of().toHexDigits(position), "R-" + position, "0213999800001700", "0213998000001700", "JM01000000121000",
                "JT01010000000214", "TM00000000000002", null, "番号法第19条第8号", "C-2026-" + position, "SYSTEM-AUTO",
                "%015d".formatted(position), "false", "PROVIDED", (time.length() == 16 ? time + ":00" : time) + ".000000Z", day.toString(),
                Long.toString(position), last, null};
    }

    private void sql(String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
