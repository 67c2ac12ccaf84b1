package jp.todoke.doubles.chukan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import jp.todoke.doubles.wire.Digests;
import jp.todoke.doubles.wire.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads a .DAT record by record: 18 fields of fixed width joined with commas, CRLF. A file that is none is refused as a whole. */
final class DatRecords {
    static final int MOST = 10_000;
    private static final int[] WIDTHS = {2, 15, 15, 17, 20, 20, 16, 1, 16, 16, 16, 16, 16, 16, 1, 1, 8, 8};
    private static final int LENGTH = 239;
    /** What a field must look like; by its place. Blank fields hold blanks. */
    private static final String[] FORMS = {"01", "[0-9]{15}", " {15}", "[0-9]{17}", "[!-~]+ *", "[!-~]+ *", "[0-9]{16}", "[01]",
            "JM[0-9]{14}",
            "JT[0-9]{14}", " {16}", " {16}", "[0-9]{16}", "TM[0-9]{14}", "0", "[01]", "[0-9]{8}| {8}", "[0-9]{8}| {8}"};

    /** What became of one record. */
    enum Fate {
        ACCEPTED,
        /** The 中間サーバー refuses the record. */
        REJECTED,
        /** The person stands in the file twice. */
        TWICE,
        /** 団体内統合宛名 does not know the number. */
        UNTRANSLATABLE
    }

    /** @param receipt what a single inquiry would have got */
    record Read(Fate fate, Receipt receipt) {}

    private final LegalTuples tuples = new LegalTuples();

    void each(byte[] file, String requestId, Instant acceptedAt, Consumer<Read> read) {
        if (file.length == 0 || file.length % LENGTH != 0 || file.length / LENGTH > MOST) {
            throw unfit(file.length / LENGTH > MOST ? MOST + 1 : file.length / LENGTH + 1);
        }
        Set<String> seen = new HashSet<>();
        for (int record = 0; record < file.length / LENGTH; record++) {
            String line = new String(file, record * LENGTH, LENGTH, StandardCharsets.ISO_8859_1);
            read.accept(read(line, record + 1, requestId, acceptedAt, seen));
        }
    }

    private Read read(String line, int recordNo, String requestId, Instant acceptedAt, Set<String> seen) {
        String[] fields = fields(line);
        if (fields == null) {
            throw unfit(recordNo);
        }
        String atenabango = fields[1];
        var question = new LegalTuples.Question(fields[6], fields[8], fields[9], fields[12], fields[13]);
        Verdict verdict = tuples.verdict(question, LocalDate.ofInstant(acceptedAt, Progress.JAPAN));
        long draw = Integer.toUnsignedLong(ByteBuffer.wrap(Digests.sha256(requestId + "/" + recordNo)).getInt());
        Receipt receipt = new Receipt(KikanCode.municipality(fields[6]).orElse("000000"), atenabango, fields[13],
                verdict == Verdict.AGENCY_INVALID ? "0".repeat(16) : fields[12], fields[15].equals("1") ? fields[16].substring(0, 4) : null,
                Instant.ofEpochMilli(acceptedAt.toEpochMilli()), verdict, draw);
        return new Read(fate(atenabango, seen), receipt);
    }

    /** Numbers that begin with 99999 and 99998 are kept for what goes wrong with records; see README.md. */
    private static Fate fate(String atenabango, Set<String> seen) {
        if (!seen.add(atenabango)) {
            return Fate.TWICE;
        }
        if (atenabango.startsWith("99999")) {
            return Fate.UNTRANSLATABLE;
        }
        return atenabango.startsWith("99998") ? Fate.REJECTED : Fate.ACCEPTED;
    }

    private static String @Nullable [] fields(String line) {
        String[] fields = new String[WIDTHS.length];
        int place = 0;
        for (int field = 0; field < WIDTHS.length; field++) {
            fields[field] = line.substring(place, place + WIDTHS[field]);
            place += WIDTHS[field];
            boolean joined = field == WIDTHS.length - 1 ? line.startsWith("\r\n", place) : line.charAt(place) == ',';
            if (!joined || !fields[field].matches(FORMS[field])) {
                return null;
            }
            place++;
        }
        boolean years = fields[15].equals("1") == !fields[16].isBlank() && fields[16].isBlank() == fields[17].isBlank();
        return years ? fields : null;
    }

    private static Refusal unfit(int recordNo) {
        return Refusal.business(400, "N0414", "照会ファイルの" + recordNo + "件目が様式に合いません。");
    }
}
