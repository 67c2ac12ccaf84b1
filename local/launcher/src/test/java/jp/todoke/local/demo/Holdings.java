package jp.todoke.local.demo;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.todoke.local.RunningSystem;

/** What the database of both services holds, row by row as a digest per table: read as superuser, past every policy. */
public record Holdings(Map<String, String> digestByTable, Map<String, Long> rowsByTable) {
    private static final Patience QUIET = new Patience(Duration.ofSeconds(30), Duration.ofMillis(200));

    /** Read when nothing moves any more: twice the same. */
    public static Holdings of(RunningSystem system) {
        var last = new ArrayList<Holdings>();
        return QUIET.await("a quiet database", () -> {
            Holdings now = now(system);
            boolean quiet = !last.isEmpty() && now.equals(last.getLast());
            last.add(now);
            return quiet ? Optional.of(now) : Optional.empty();
        });
    }

    /** Tables that hold something else than they did. */
    public Set<String> changedSince(Holdings before) {
        var changed = new TreeSet<String>();
        digestByTable.forEach((table, digest) -> {
            if (!digest.equals(before.digestByTable().get(table))) {
                changed.add(table);
            }
        });
        return changed;
    }

    public long rows(String table) {
        return rowsByTable.getOrDefault(table, -1L);
    }

    /** As it is at this moment. */
    public static Holdings now(RunningSystem system) {
        var digests = new TreeMap<String, String>();
        var rows = new TreeMap<String, Long>();
        try (Connection connection = system.database().connectAsSuperuser(); Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                String query = "select count(*), coalesce(md5(string_agg(r::text, '|' order by r::text)), '') from " + table + " r";
                try (ResultSet result = statement.executeQuery(query)) {
                    result.next();
                    rows.put(table, result.getLong(1));
                    digests.put(table, result.getString(2));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Holdings(digests, rows);
    }

    private static List<String> tables(Statement statement) throws SQLException {
        var tables = new ArrayList<String>();
        String query = "select schemaname || '.' || tablename from pg_tables where schemaname in ('benefits', 'linkage') order by 1";
        try (ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                tables.add(result.getString(1));
            }
        }
        return tables;
    }
}
