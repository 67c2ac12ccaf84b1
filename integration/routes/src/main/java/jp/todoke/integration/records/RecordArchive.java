package jp.todoke.integration.records;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import jp.todoke.guard.Problem;
import jp.todoke.integration.records.RecordChainMapper.Seal;
import jp.todoke.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Closed days as lines of JSON, row by row from the database to the stream: docs/operations/records.md. */
@Component
class RecordArchive {
    private final RecordChainMapper rows;
    private final JsonMapper json;

    RecordArchive(RecordChainMapper rows, JsonMapper json) {
        this.rows = rows;
        this.json = json;
    }

    @Transactional(readOnly = true)
    public Optional<LocalDate> lastClosedDay() {
        return Optional.ofNullable(rows.lastClosedDay());
    }

    /** @throws Problem 404 while the day is open: what may still grow is no archive */
    @Transactional(readOnly = true)
    public void requireClosed(LocalDate day) {
        if (rows.seals(day, day).isEmpty()) {
            throw Problem.notFound();
        }
    }

    /** As the seals say. */
    @Transactional(readOnly = true)
    public long size(Optional<LocalDate> first, @Nullable LocalDate until) {
        return seals(first, until).stream().mapToLong(Seal::records).sum();
    }

    @Transactional(readOnly = true)
    public void write(Optional<LocalDate> first, @Nullable LocalDate until, OutputStream out) throws IOException {
        try (var lines = new Lines(new GZIPOutputStream(out, 1 << 16))) {
            Seal before = first.map(rows::sealBefore).orElse(null);
            byte[] last = before == null ? RecordForm.NOTHING : before.lastHash();
            byte[] lastSeal = before == null ? RecordForm.NOTHING : before.sealHash();
            lines.add(line("header", Map.of("format", "todoke-records-1", "municipality_code", Tenant.current().code(), "prev_hash",
                    RecordForm.hex(last), "prev_seal_hash", RecordForm.hex(lastSeal))));
            boolean intact = true;
            long records = 0;
            for (Seal seal : seals(first, until)) {
                var check = new Check(last);
                rows.ofDay(seal.chainDay(), RecordDays.start(seal.chainDay().minusDays(RecordSealer.LATEST_DAYS)),
                        RecordDays.start(seal.chainDay().plusDays(1)), row -> {
                            check.see(row.getResultObject());
                            lines.add(recordLine(row.getResultObject()));
                        });
                lines.add(sealLine(seal));
                intact &= check.endsAs(seal) && Arrays.equals(seal.prevSealHash(), lastSeal);
                records += check.seen;
                last = seal.lastHash();
                lastSeal = seal.sealHash();
            }
            lines.end(line("manifest", Map.of("records", Long.toString(records), "last_hash", RecordForm.hex(last), "last_seal_hash",
                    RecordForm.hex(lastSeal), "verification", intact ? "INTACT" : "BROKEN")));
        }
    }

    private List<Seal> seals(Optional<LocalDate> first, @Nullable LocalDate until) {
        return first.map(from -> rows.seals(from, until == null ? from : until)).orElse(List.of());
    }

    private static Map<String, String> line(String type, Map<String, String> members) {
        var line = new LinkedHashMap<String, String>();
        line.put("type", type);
        members.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(each -> line.put(each.getKey(), each.getValue()));
        return line;
    }

    private static Map<String, String> recordLine(ChainRow row) {
        var line = new LinkedHashMap<String, String>();
        line.put("type", "record");
        RecordForm.fields(row).forEach((name, value) -> {
            if (value != null) {
                line.put(name, value);
            }
        });
        if (row.hash() != null) {
            line.put("hash", RecordForm.hex(row.hash()));
        }
        return line;
    }

    private static Map<String, String> sealLine(Seal seal) {
        return line("seal", Map.of("municipality_code", seal.municipalityCode(), "chain_day", seal.chainDay().toString(), "records",
                Long.toString(seal.records()), "last_hash", RecordForm.hex(seal.lastHash()), "prev_seal_hash",
                RecordForm.hex(seal.prevSealHash()), "seal_hash", RecordForm.hex(seal.sealHash())));
    }

    /** Whether the rows of one day are the chain that its seal closed. */
    private static final class Check {
        private byte[] last;
        private long seen;
        private boolean intact = true;

        Check(byte[] last) {
            this.last = last;
        }

        void see(ChainRow row) {
            seen++;
            intact &= Arrays.equals(last, row.prevHash()) && row.chainPosition() != null && row.chainPosition() == seen
                    && Arrays.equals(RecordForm.hash(row), row.hash());
            last = row.hash() == null ? RecordForm.NOTHING : row.hash();
        }

        boolean endsAs(Seal seal) {
            return intact && seen == seal.records() && Arrays.equals(last, seal.lastHash()) && Arrays.equals(seal.sealHash(),
                    RecordForm.sealHash(seal.municipalityCode(), seal.chainDay(), seal.records(), seal.lastHash(), seal.prevSealHash()));
        }
    }

    /** The lines so far are hashed, and the last one says the hash: whoever cuts the file takes the manifest with it. */
    private final class Lines implements AutoCloseable {
        private final OutputStream out;
        private final MessageDigest content;

        Lines(OutputStream out) {
            this.out = out;
            try {
                this.content = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        void add(Map<String, String> line) {
            byte[] bytes = (json.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
            content.update(bytes);
            try {
                out.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void end(Map<String, String> manifest) {
            manifest.put("content_sha256", RecordForm.hex(content.digest()));
            add(manifest);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
