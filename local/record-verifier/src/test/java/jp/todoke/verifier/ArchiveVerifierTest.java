package jp.todoke.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An archive of two days, with three records and one; lines 0 header, 1–3 records, 4 seal, 5 record, 6 seal, 7 manifest. */
class ArchiveVerifierTest {
    private static final String FIRST = "2026-11-16";
    private static final String SECOND = "2026-11-17";
    private final Columns columns = new Columns();
    private String last = Seal.NOTHING;
    private String lastSeal = Seal.NOTHING;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            deed                     | found
            nothing                  |
            a value changed          | CHANGED 2026-11-16 2; FILE_CHANGED  0
            a record left out        | REMOVED 2026-11-16 2; FILE_CHANGED  0
            the last record left out | TRUNCATED 2026-11-16 3; FILE_CHANGED  0
            a record twice           | INSERTED 2026-11-16 2; FILE_CHANGED  0
            a day left out           | FILE_CHANGED  0
            the manifest left out    | FILE_CUT  0
            half a line              | FILE_UNREADABLE  0; FILE_CUT  0
            a line after the end     | FILE_CHANGED  0
            nothing at all           | FILE_CUT  0
            """)
    void findsWhatWasDone(String deed, @Nullable String found) {
        List<String> lines = new ArrayList<>(lines());
        switch (deed) {
            case "nothing" -> assertEquals(8, lines.size());
            case "a value changed" -> lines.set(2, lines.get(2).replace("caseworker", "somebody"));
            case "a record left out" -> lines.remove(2);
            case "the last record left out" -> lines.remove(3);
            case "a record twice" -> lines.add(2, lines.get(2));
            case "a day left out" -> lines.subList(5, 7).clear();
            case "the manifest left out" -> lines.removeLast();
            case "half a line" -> {
                lines.removeLast();
                lines.set(6, lines.get(6).substring(0, 30));
            }
            case "a line after the end" -> lines.add(lines.get(1));
            case "nothing at all" -> lines.clear();
            default -> throw new IllegalArgumentException(deed);
        }

        assertEquals(found == null ? "" : found, findings(zipped(lines)));
    }

    @Test
    void aFileThatWasCutInTheMiddleIsToldAsSuch() {
        byte[] whole = zipped(lines());

        assertEquals("FILE_CUT  0", findings(Arrays.copyOf(whole, whole.length - 20)));
    }

    @Test
    void tellsItsDays() throws IOException {
        var verified = ArchiveVerifier.verify(new ByteArrayInputStream(zipped(lines())));

        assertEquals(List.of(FIRST, SECOND), verified.days().stream().map(ArchiveVerifier.Day::day).toList());
        assertEquals(4, verified.report().records());
        assertEquals(lastSeal, verified.report().lastSeal());
    }

    /** A changed record whose hash and those after it were made anew, in the same file. */
    @Test
    void aDayWrittenAnewEndsOtherwiseThanItsSeal() {
        List<String> honest = lines();
        last = Seal.NOTHING;
        List<String> forged = IntStream.rangeClosed(1, 3).mapToObj(at -> record(FIRST, at, "somebody")).toList();
        List<String> lines = new ArrayList<>(honest);
        IntStream.range(0, 3).forEach(i -> lines.set(i + 1, forged.get(i)));

        assertEquals("ENDS_OTHERWISE 2026-11-16 3; FILE_CHANGED  0", findings(zipped(lines)));
    }

    /** Whole in itself, and goes on from the same record as another one. */
    @Test
    void aBranchIsNamed() {
        List<String> lines = new ArrayList<>(lines());
        last = lines.get(2).replaceAll(".*\"prev_hash\":\"([0-9a-f]{64})\".*", "$1");
        lines.add(3, record(FIRST, 2, "somebody"));

        assertEquals("FORKED 2026-11-16 2; FILE_CHANGED  0", findings(zipped(lines)));
    }

    @Test
    void aPlaceFarAwayIsCountedAndNotListed() throws IOException {
        List<String> lines = new ArrayList<>(lines());
        last = Seal.NOTHING;
        lines.set(3, record(FIRST, 5_000_000_000L, "somebody"));

        Report report = ArchiveVerifier.verify(new ByteArrayInputStream(zipped(lines))).report();

        assertEquals(1_000, report.findings().size());
        assertEquals(true, report.found() > 4_999_999_000L);
    }

    @Test
    void exchangedRecordsAreNamed() {
        List<String> lines = new ArrayList<>(lines());
        Collections.swap(lines, 1, 3);

        assertEquals("REMOVED 2026-11-16 1; REMOVED 2026-11-16 2; REORDERED 2026-11-16 2; REORDERED 2026-11-16 1; FILE_CHANGED  0",
                findings(zipped(lines)));
    }

    private List<String> lines() {
        last = Seal.NOTHING;
        lastSeal = Seal.NOTHING;
        List<String> lines = new ArrayList<>();
        lines.add("{\"type\":\"header\",\"municipality_code\":\"139998\",\"prev_hash\":\"%1$s\",\"prev_seal_hash\":\"%1$s\"}"
                .formatted(Seal.NOTHING));
        IntStream.rangeClosed(1, 3).forEach(at -> lines.add(record(FIRST, at, "caseworker")));
        lines.add(seal(FIRST, 3));
        lines.add(record(SECOND, 1, "caseworker"));
        lines.add(seal(SECOND, 1));
        lines.add("{\"type\":\"manifest\",\"records\":\"4\",\"last_hash\":\"%s\",\"last_seal_hash\":\"%s\",\"content_sha256\":\"%s\"}"
                .formatted(last, lastSeal, sha256(String.join("\n", lines) + "\n")));
        return lines;
    }

    private String record(String day, long position, String officer) {
        @Nullable
        String[] row = new String[Columns.NAMES.size()];
        row[Columns.NAMES.indexOf("municipality_code")] = "139998";
        row[Columns.RECORD_ID] = "record-" + day + "-" + position;
        row[Columns.NAMES.indexOf("officer")] = officer;
        row[Columns.DAY] = day;
        row[Columns.POSITION] = Long.toString(position);
        row[Columns.PREVIOUS] = last;
        last = columns.hashOf(row);
        row[Columns.HASH] = last;
        return IntStream.range(0, row.length).filter(i -> row[i] != null)
                .mapToObj(i -> "\"" + Columns.NAMES.get(i) + "\":\"" + row[i] + "\"")
                .collect(Collectors.joining(",", "{\"type\":\"record\",", "}"));
    }

    private String seal(String day, long records) {
        String hash = columns.hashOfSeal("139998", day, Long.toString(records), last, lastSeal);
        String line = "{\"type\":\"seal\",\"municipality_code\":\"139998\",\"chain_day\":\"%s\",\"records\":\"%d\",\"last_hash\":\"%s\",\"prev_seal_hash\":\"%s\",\"seal_hash\":\"%s\"}"
                .formatted(day, records, last, lastSeal, hash);
        lastSeal = hash;
        return line;
    }

    private static String findings(byte[] file) {
        try {
            return ArchiveVerifier.verify(new ByteArrayInputStream(file)).report().findings().stream()
                    .map(finding -> finding.kind() + " " + finding.day() + " " + finding.position()).collect(Collectors.joining("; "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zipped(List<String> lines) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            for (String line : lines) {
                zip.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
