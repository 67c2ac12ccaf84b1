package jp.todoke.local.commands;

import static jp.todoke.local.commands.BenchCommand.figure;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.todoke.local.Places;
import jp.todoke.local.ProcessNames;
import jp.todoke.local.UserError;
import jp.todoke.local.postgres.EmbeddedCluster;
import jp.todoke.local.processes.Directories;
import jp.todoke.local.processes.RunRecord;
import jp.todoke.verifier.ArchiveVerifier;
import jp.todoke.verifier.Finding;
import jp.todoke.verifier.Report;
import jp.todoke.verifier.SyntheticRecords;
import jp.todoke.verifier.TableVerifier;

/** Verifies 情報提供等記録 in a database or in an archive file; figures and findings as {@code name: value} lines. */
public final class VerifyRecordsCommand {
    private static final int BROKEN = 3;
    /** As the service logs it when it closes a day. */
    private static final Pattern SEALED = Pattern.compile("day=(\\d{4}-\\d{2}-\\d{2}) records=\\d+ last=[0-9a-f]{64} seal=([0-9a-f]{64})");
    private static final Pattern MUNICIPALITY = Pattern.compile("\"municipality\":\"(\\d{6})\"");

    private final Places up;

    /**
     * @param database JDBC URL; that of {@code up} when absent. User and password come from PGUSER and PGPASSWORD
     * @param seals    log of integration, kept elsewhere
     */
    public record Wish(Optional<String> database, Optional<String> municipality, Optional<LocalDate> from, Optional<LocalDate> to,
            Optional<Path> seals) {}

    public VerifyRecordsCommand(Places up) {
        this.up = up;
    }

    public int verifyTable(Wish wish) {
        try (Connection connection = connect(wish)) {
            return verify(connection, new TableVerifier.Wish(wish.municipality().orElse(null), wish.from().orElse(null),
                    wish.to().orElse(null), wish.seals().map(VerifyRecordsCommand::exported).orElse(Map.of())));
        } catch (SQLException e) {
            throw new UserError("the records cannot be read: " + e.getMessage());
        }
    }

    /** @param confirm tells the database afterwards that its days lie in this file; needs the owner's login */
    public int verifyArchive(Path file, boolean confirm, Wish wish) {
        long begun = System.nanoTime();
        ArchiveVerifier.Verified verified;
        String hash;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            verified = ArchiveVerifier.verify(in);
            hash = sha256(file);
        } catch (IOException e) {
            throw new UserError("the archive cannot be read: " + file + " (" + e.getClass().getSimpleName() + ")");
        }
        int status = tell(verified.report(), System.nanoTime() - begun);
        figure("file_sha256", hash);
        if (status == 0 && confirm) {
            confirm(verified, hash, wish);
        }
        return status;
    }

    private void confirm(ArchiveVerifier.Verified verified, String hash, Wish wish) {
        try (Connection connection = connect(wish);
                var call = connection.prepareStatement("select linkage.confirm_record_archive(?, ?::date, ?, ?)")) {
            for (ArchiveVerifier.Day day : verified.days()) {
                call.setString(1, day.municipality());
                call.setString(2, day.day());
                call.setString(3, day.lastHash());
                call.setString(4, hash);
                call.execute();
            }
            figure("days_confirmed", Integer.toString(verified.days().size()));
        } catch (SQLException e) {
            throw new UserError("the archive is intact, but was not confirmed: " + e.getMessage());
        }
    }

    /** On a server of its own, which begins empty and is deleted afterwards. */
    public int bench(long records) {
        Path scratch = up.stateDir().resolve("verify-bench");
        Directories.delete(scratch);
        LauncherLog.to(up.log("verify-bench"));
        try (var cluster = EmbeddedCluster.start(scratch.resolve("postgres"), 0, up.postgresBinaries());
                Connection connection = DriverManager.getConnection(cluster.superuserUrl() + "&reWriteBatchedInserts=true")) {
            System.err.println("filling a scratch database with " + records + " records");
            SyntheticRecords.fill(connection, records);
            return verify(connection, new TableVerifier.Wish(null, null, null, Map.of()));
        } catch (SQLException e) {
            throw new IllegalStateException("the scratch database failed", e);
        } finally {
            Directories.delete(scratch);
        }
    }

    private static int verify(Connection connection, TableVerifier.Wish wish) throws SQLException {
        long begun = System.nanoTime();
        return tell(TableVerifier.verify(connection, wish), System.nanoTime() - begun);
    }

    private static int tell(Report report, long nanos) {
        figure("records", Long.toString(report.records()));
        figure("records_unsealed", Long.toString(report.unsealed()));
        figure("days", Long.toString(report.days()));
        figure("days_pruned", Long.toString(report.prunedDays()));
        figure("last_seal", report.lastSeal().isEmpty() ? "none" : report.lastSeal());
        figure("seconds", "%.2f".formatted(nanos / 1e9));
        figure("records_per_second", Long.toString(Math.round(report.records() / Math.max(nanos / 1e9, 1e-9))));
        figure("findings", Long.toString(report.found()));
        for (Finding finding : report.findings()) {
            figure("finding", finding.toString());
        }
        figure("result", report.isIntact() ? "intact" : "broken");
        return report.isIntact() ? 0 : BROKEN;
    }

    private Connection connect(Wish wish) throws SQLException {
        if (wish.database().isPresent()) {
            return DriverManager.getConnection(wish.database().get(), System.getenv("PGUSER"), System.getenv("PGPASSWORD"));
        }
        int port = RunRecord.living(up.stateDir()).map(run -> run.ports().getOrDefault(ProcessNames.POSTGRES, 0))
                .orElseThrow(() -> new UserError("Todoke is not running: start it with ./todoke up, or name a --database"));
        return EmbeddedCluster.databaseOn(up.postgresData(), port).connectAsSuperuser();
    }

    private static Map<String, String> exported(Path log) {
        Map<String, String> seals = new HashMap<>();
        try (var lines = Files.lines(log)) {
            lines.forEach(line -> {
                Matcher seal = SEALED.matcher(line);
                Matcher municipality = MUNICIPALITY.matcher(line);
                if (seal.find() && municipality.find()) {
                    seals.put(municipality.group(1) + " " + seal.group(1), seal.group(2));
                }
            });
        } catch (IOException e) {
            throw new UserError("the log cannot be read: " + log);
        }
        if (seals.isEmpty()) {
            throw new UserError("no seal stands in " + log);
        }
        return seals;
    }

    private static String sha256(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
