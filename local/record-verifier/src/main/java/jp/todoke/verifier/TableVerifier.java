package jp.todoke.verifier;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Verifies the records as they stand in the database, in one snapshot and row by row. Needs no more than to read them. */
public final class TableVerifier {
    /** A record may be chained so many days after its own: later ones the sealer does not look for. */
    private static final int LATEST_DAYS = 7;
    private static final int ROWS_AT_A_TIME = 2_000;
    private static final String SELECT = "select " + Columns.NAMES.stream().map(TableVerifier::asText).collect(Collectors.joining(", "))
            + " from linkage.provision_record r where municipality_code = ?::bpchar and occurred_at >= ?::timestamp at time zone 'Asia/Tokyo'"
            + " and occurred_at < ?::timestamp at time zone 'Asia/Tokyo'";

    private final Connection connection;
    private final Wish wish;
    private final Columns columns = new Columns();
    private final Report report = new Report();

    /**
     * @param municipality all that the login sees when absent
     * @param exported     hashes of seals that were kept elsewhere, by municipality, a blank and the day
     */
    public record Wish(@Nullable String municipality, @Nullable LocalDate from, @Nullable LocalDate to, Map<String, String> exported) {}

    private TableVerifier(Connection connection, Wish wish) {
        this.connection = connection;
        this.wish = wish;
    }

    /** @param connection of its own; its transaction is used and ended */
    public static Report verify(Connection connection, Wish wish) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        try {
            var verifier = new TableVerifier(connection, wish);
            for (String municipality : verifier.municipalities()) {
                verifier.verify(municipality);
            }
            return verifier.report;
        } finally {
            connection.rollback();
        }
    }

    private static String asText(String column) {
        return switch (column) {
            case "occurred_at" -> "to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";
            case "prev_hash", "hash" -> "encode(" + column + ", 'hex')";
            default -> column + "::text";
        };
    }

    private List<String> municipalities() throws SQLException {
        return wish.municipality() != null
                ? List.of(wish.municipality())
                : texts("select municipality_code::text from linkage.record_chain union select municipality_code::text from linkage.record_seal order by 1");
    }

    private void verify(String municipality) throws SQLException {
        texts("select set_config('app.municipality', ?, true)", municipality);
        List<String> head = rowOf("select open_day::text, records::text, encode(last_hash, 'hex'), encode(last_seal_hash, 'hex')"
                + " from linkage.record_chain where municipality_code = ?::bpchar", 4, municipality);
        List<Seal> seals = seals(municipality);
        if (head.isEmpty() && seals.isEmpty()) {
            report.unsealed(unsealed(municipality));
            return;
        }
        String openDay = head.isEmpty() ? LocalDate.parse(seals.getLast().day()).plusDays(1).toString() : head.getFirst();
        LocalDate day = seals.isEmpty() ? LocalDate.parse(openDay) : LocalDate.parse(seals.getFirst().day());
        if (wish.from() == null) {
            strays(municipality, " and occurred_at < ?::timestamp at time zone 'Asia/Tokyo'", "-infinity", day.toString(), day.toString());
        }
        String last = Seal.NOTHING;
        String lastSeal = Seal.NOTHING;
        for (Seal seal : seals) {
            for (; day.isBefore(LocalDate.parse(seal.day())); day = day.plusDays(1)) {
                report.found(new Finding(Finding.Kind.MISSING_DAY, municipality, day.toString(), 0, null));
                last = "";
                lastSeal = "";
            }
            if (wanted(day)) {
                check(seal, lastSeal);
                walk(municipality, day, last, seal);
                report.day(seal.sealHash());
            }
            last = seal.lastHash();
            lastSeal = seal.sealHash();
            day = day.plusDays(1);
        }
        for (; day.isBefore(LocalDate.parse(openDay)); day = day.plusDays(1)) {
            report.found(new Finding(Finding.Kind.MISSING_DAY, municipality, day.toString(), 0, null));
            last = "";
            lastSeal = "";
        }
        if (head.isEmpty()) {
            report.found(new Finding(Finding.Kind.TRUNCATED, municipality, openDay, 0, null));
        } else if (wanted(day)) {
            if (!lastSeal.isEmpty() && !head.get(3).equals(lastSeal)) {
                report.found(new Finding(Finding.Kind.SEAL_FORKED, municipality, day.toString(), 0, null));
            }
            walk(municipality, day, last, new Seal(municipality, openDay, Long.parseLong(head.get(1)), head.get(2), lastSeal, ""));
            strays(municipality, " and chain_day > ?::date", day.toString(), "infinity", day.toString());
        }
        report.unsealed(unsealed(municipality));
    }

    private boolean wanted(LocalDate day) {
        return (wish.from() == null || !day.isBefore(wish.from())) && (wish.to() == null || !day.isAfter(wish.to()));
    }

    private void check(Seal seal, String lastSeal) {
        if (!seal.givesItsHash(columns)) {
            report.found(new Finding(Finding.Kind.SEAL_CHANGED, seal.municipality(), seal.day(), 0, null));
        } else if (!lastSeal.isEmpty() && !seal.prevSealHash().equals(lastSeal)) {
            report.found(new Finding(Finding.Kind.SEAL_FORKED, seal.municipality(), seal.day(), 0, null));
        }
        String exported = wish.exported().get(seal.municipality() + " " + seal.day());
        if (exported != null && !exported.equals(seal.sealHash())) {
            report.found(new Finding(Finding.Kind.NOT_AS_EXPORTED, seal.municipality(), seal.day(), 0, null));
        }
    }

    private void walk(String municipality, LocalDate day, String last, Seal seal) throws SQLException {
        List<String> pruned = texts("select (pruned_at < ?::date + interval '7 years')::text from linkage.record_archive"
                + " where chain_day = ?::date and municipality_code = ?::bpchar and pruned_at is not null", day.toString(), day.toString(),
                municipality);
        if (!pruned.isEmpty()) {
            report.pruned();
            if (pruned.getFirst().equals("true")) {
                report.found(new Finding(Finding.Kind.PRUNED_EARLY, municipality, day.toString(), 0, null));
            }
            return;
        }
        var walk = new DayWalk(municipality, day.toString(), last, columns, report);
        rows(SELECT + " and chain_day = ?::date order by r.chain_position, r.record_id", walk::see, municipality,
                day.minusDays(LATEST_DAYS).toString(), day.plusDays(1).toString(), day.toString());
        walk.end(seal.records(), seal.lastHash());
        strays(municipality, " and (chain_day < ?::date or chain_day > ?::date)", day.toString(), day.plusDays(1).toString(),
                day.toString(), day.plusDays(LATEST_DAYS).toString());
        if (!seal.sealHash().isEmpty()) {
            abandoned(municipality, day);
        }
    }

    /** Unsealed for longer than the sealer looks back: nobody will seal them. */
    private void abandoned(String municipality, LocalDate day) throws SQLException {
        strays(municipality, " and hash is null and (select max(open_day) from linkage.record_chain where municipality_code = ?::bpchar)"
                + " > ?::date + " + LATEST_DAYS, day.toString(), day.plusDays(1).toString(), municipality, day.toString());
    }

    /** Records that no walk along a day comes to. */
    private void strays(String municipality, String condition, String from, String to, String... more) throws SQLException {
        List<String> parameters = new ArrayList<>(List.of(municipality, from, to));
        parameters.addAll(List.of(more));
        rows(SELECT + condition, row -> report.found(new Finding(Finding.Kind.INSERTED, municipality,
                String.valueOf(row[Columns.DAY]), row[Columns.POSITION] == null ? 0 : Long.parseLong(row[Columns.POSITION]),
                row[Columns.RECORD_ID])), parameters.toArray(String[]::new));
    }

    private List<Seal> seals(String municipality) throws SQLException {
        List<Seal> seals = new ArrayList<>();
        query("select municipality_code::text, chain_day::text, records::text, encode(last_hash, 'hex'), encode(prev_seal_hash, 'hex'),"
                + " encode(seal_hash, 'hex') from linkage.record_seal where municipality_code = ?::bpchar order by chain_day",
                row -> seals.add(Seal.of(texts(row, Seal.MEMBERS.size()))), municipality);
        return seals;
    }

    private long unsealed(String municipality) throws SQLException {
        return Long.parseLong(texts("select count(*)::text from linkage.provision_record where hash is null"
                + " and municipality_code = ?::bpchar", municipality).getFirst());
    }

    private interface Seen {
        void see(@Nullable String[] row);
    }

    private void rows(String sql, Seen seen, String... parameters) throws SQLException {
        query(sql, result -> {
            @Nullable
            String[] row = new String[Columns.NAMES.size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = result.getString(i + 1);
            }
            seen.see(row);
        }, parameters);
    }

    private interface Work {
        void with(ResultSet row) throws SQLException;
    }

    private void query(String sql, Work work, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    work.with(result);
                }
            }
        }
    }

    private List<String> texts(String sql, String... parameters) throws SQLException {
        List<String> texts = new ArrayList<>();
        query(sql, row -> texts.add(row.getString(1)), parameters);
        return texts;
    }

    private List<String> rowOf(String sql, int width, String... parameters) throws SQLException {
        List<String> texts = new ArrayList<>();
        query(sql, row -> texts.addAll(texts(row, width)), parameters);
        return texts;
    }

    private static List<String> texts(ResultSet row, int width) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
            texts.add(row.getString(i));
        }
        return texts;
    }
}
