package jp.todoke.verifier;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Verifies an archive file, line by line: it needs no database. */
public final class ArchiveVerifier {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Columns columns = new Columns();
    private final Report report = new Report();
    private final List<Day> days = new ArrayList<>();
    private final MessageDigest content;
    private String municipality = "";
    private String last = Seal.NOTHING;
    private String lastSeal = Seal.NOTHING;
    private @Nullable DayWalk walk;
    private @Nullable LocalDate lastDay;
    private boolean ended;

    /** One day of the archive and the last hash of its seal. */
    public record Day(String municipality, String day, String lastHash) {}

    /** What was found, and which days lie in the file. */
    public record Verified(Report report, List<Day> days) {
        public Verified {
            days = List.copyOf(days);
        }
    }

    private ArchiveVerifier() {
        try {
            this.content = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Verified verify(InputStream file) throws IOException {
        var verifier = new ArchiveVerifier();
        try (var lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(file, 1 << 16), StandardCharsets.UTF_8), 1 << 16)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                verifier.line(line);
            }
        } catch (EOFException e) {
            verifier.ended = false;
        } catch (NumberFormatException | DateTimeException e) {
            verifier.found(Finding.Kind.FILE_UNREADABLE, "");
        }
        if (!verifier.ended) {
            verifier.found(Finding.Kind.FILE_CUT, "");
        }
        return new Verified(verifier.report, verifier.days);
    }

    private void line(String line) {
        JsonNode read;
        try {
            read = JSON.readTree(line);
        } catch (JacksonException e) {
            found(Finding.Kind.FILE_UNREADABLE, "");
            return;
        }
        if (ended) {
            found(Finding.Kind.FILE_CHANGED, "");
            return;
        }
        switch (read.path("type").asString("")) {
            case "header" -> {
                municipality = text(read, "municipality_code");
                last = text(read, "prev_hash");
                lastSeal = text(read, "prev_seal_hash");
            }
            case "record" -> record(read);
            case "seal" -> seal(Seal.of(Seal.MEMBERS.stream().map(member -> text(read, member)).toList()));
            case "manifest" -> {
                ended = true;
                boolean same = text(read, "content_sha256").equals(HexFormat.of().formatHex(content.digest()))
                        && text(read, "records").equals(Long.toString(report.records())) && text(read, "last_hash").equals(last)
                        && text(read, "last_seal_hash").equals(lastSeal);
                if (!same) {
                    found(Finding.Kind.FILE_CHANGED, "");
                }
            }
            default -> found(Finding.Kind.FILE_UNREADABLE, "");
        }
        content.update((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void record(JsonNode read) {
        @Nullable
        String[] row = Columns.NAMES.stream().map(name -> read.path(name).asString(null)).toArray(String[]::new);
        if (walk == null) {
            walk = new DayWalk(municipality, String.valueOf(row[Columns.DAY]), last, columns, report);
        }
        walk.see(row);
    }

    private void seal(Seal seal) {
        DayWalk done = walk == null ? new DayWalk(municipality, seal.day(), last, columns, report) : walk;
        walk = null;
        last = done.end(seal.records(), seal.lastHash());
        if (!seal.givesItsHash(columns)) {
            found(Finding.Kind.SEAL_CHANGED, seal.day());
        } else if (!seal.prevSealHash().equals(lastSeal)) {
            found(Finding.Kind.SEAL_FORKED, seal.day());
        }
        LocalDate day = LocalDate.parse(seal.day());
        if (lastDay != null && !day.equals(lastDay.plusDays(1))) {
            found(Finding.Kind.MISSING_DAY, lastDay.plusDays(1).toString());
        }
        lastDay = day;
        lastSeal = seal.sealHash();
        report.day(lastSeal);
        days.add(new Day(seal.municipality(), seal.day(), seal.lastHash()));
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).asString("");
    }

    private void found(Finding.Kind kind, String day) {
        report.found(new Finding(kind, municipality, day, 0, null));
    }
}
