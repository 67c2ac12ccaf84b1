package jp.todoke.integration.records;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The bytes of which a record and the seal of a day are hashed: docs/operations/records.md. A change of it is a new form with a new name. */
final class RecordForm {
    static final byte[] NOTHING = new byte[32];
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

    private RecordForm() {}

    static byte[] hash(ChainRow row) {
        return sha256(bytes("todoke-record-1", fields(row)));
    }

    static byte[] sealHash(String municipalityCode, LocalDate day, long records, byte[] lastHash, byte[] prevSealHash) {
        var fields = new LinkedHashMap<String, @Nullable String>();
        fields.put("municipality_code", municipalityCode);
        fields.put("chain_day", day.toString());
        fields.put("records", Long.toString(records));
        fields.put("last_hash", hex(lastHash));
        fields.put("prev_seal_hash", hex(prevSealHash));
        return sha256(bytes("todoke-day-1", fields));
    }

    /** Every column but the hash itself, by its name, in the order of the table. */
    static SequencedMap<String, @Nullable String> fields(ChainRow row) {
        var fields = new LinkedHashMap<String, @Nullable String>();
        fields.put("municipality_code", row.municipalityCode());
        fields.put("record_id", row.recordId().toString());
        fields.put("inquiry_id", row.inquiryId().toString());
        fields.put("role", row.role());
        fields.put("network", row.network());
        fields.put("shori_tsuban", row.shoriTsuban());
        fields.put("receipt_no", row.receiptNo());
        fields.put("asker_kikan_cd", unpadded(row.askerKikanCd()));
        fields.put("provider_kikan_cd", row.providerKikanCd());
        fields.put("jimu_cd", unpadded(row.jimuCd()));
        fields.put("jimutetsuzuki_cd", unpadded(row.jimutetsuzukiCd()));
        fields.put("tm_cd", unpadded(row.tmCd()));
        fields.put("juki_purpose", row.jukiPurpose());
        fields.put("legal_basis", row.legalBasis());
        fields.put("case_number", row.caseNumber());
        fields.put("officer", row.officer());
        fields.put("atenabango", row.atenabango());
        fields.put("withheld", Boolean.toString(row.withheld()));
        fields.put("result_kind", row.resultKind());
        fields.put("occurred_at", INSTANT.format(row.occurredAt().atOffset(ZoneOffset.UTC)));
        fields.put("chain_day", row.chainDay() == null ? null : row.chainDay().toString());
        fields.put("chain_position", row.chainPosition() == null ? null : row.chainPosition().toString());
        fields.put("prev_hash", row.prevHash() == null ? null : hex(row.prevHash()));
        return fields;
    }

    static byte[] bytes(String form, Map<String, @Nullable String> fields) {
        var bytes = new ByteArrayOutputStream(1_500);
        append(bytes, "form", form);
        fields.forEach((name, value) -> append(bytes, name, value));
        return bytes.toByteArray();
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Lengths and not separators: no value can pass for two. */
    private static void append(ByteArrayOutputStream bytes, String name, @Nullable String value) {
        byte[] content = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
        bytes.writeBytes((name + ":" + (value == null ? "-" : content.length) + ":").getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(content);
        bytes.write('\n');
    }

    /** char(16) comes with blanks at its end where the code is shorter. */
    private static @Nullable String unpadded(@Nullable String code) {
        return code == null ? null : code.stripTrailing();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
