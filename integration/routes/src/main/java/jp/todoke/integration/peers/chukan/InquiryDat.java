package jp.todoke.integration.peers.chukan;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import jp.todoke.integration.evidence.LegalTuple;
import jp.todoke.integration.inquiry.rounds.FileFormat;
import jp.todoke.integration.inquiry.rounds.InquiryFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 照会ファイル .DAT: 18 fields of fixed width joined with commas, CRLF, after a municipal inquiry file. OURS: values stand left and blanks
 * fill up; a 年度 is 照会年度区分 1 with its first and last day (April to March).
 */
@Component
final class InquiryDat implements FileFormat {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final String NUMBERING = "01";
    private static final String END = "\r\n";
    /** A record with its commas and its end. */
    private static final int RECORD = 239;

    /** The fields in their order, with their widths. */
    private enum Field {
        NUMBERING_SCHEME(2),
        ATENABANGO(15),
        TOGO_ATENABANGO(15),
        REQUESTED_AT(17),
        ASKER_DEPARTMENT(20),
        ASKER_USER(20),
        ASKER(16),
        WITHHOLD(1),
        DUTY(16),
        PROCEDURE(16),
        ASKER_DELEGATED_BY(16),
        PROVIDER_DELEGATED_BY(16),
        PROVIDER(16),
        INFORMATION(16),
        CONDITION_KIND(1),
        YEAR_KIND(1),
        FROM(8),
        TO(8);

        private final int width;

        Field(int width) {
            this.width = width;
        }
    }

    @Override
    public byte[] write(InquiryFile file, List<InquiryFile.Entry> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(RECORD * entries.size());
        StringBuilder record = new StringBuilder(RECORD);
        for (InquiryFile.Entry entry : entries) {
            record.setLength(0);
            for (Field field : Field.values()) {
                if (field.ordinal() > 0) {
                    record.append(',');
                }
                append(record, field, value(field, file, entry));
            }
            record.append(END);
            out.writeBytes(record.toString().getBytes(StandardCharsets.US_ASCII));
        }
        return out.toByteArray();
    }

    private static void append(StringBuilder record, Field field, String value) {
        if (value.length() > field.width || !StandardCharsets.US_ASCII.newEncoder().canEncode(value)) {
            // The value may be a person's; its place is enough.
            throw new IllegalStateException("field " + field + " does not fit into the file");
        }
        record.append(value).repeat(' ', field.width - value.length());
    }

    private static String value(Field field, InquiryFile file, InquiryFile.Entry entry) {
        LegalTuple basis = entry.basis();
        Integer year = entry.year();
        return switch (field) {
            case NUMBERING_SCHEME -> NUMBERING;
            case ATENABANGO -> entry.atenabango();
            // 団体内統合宛名 translates on the way; no standard system holds this number.
            case TOGO_ATENABANGO, ASKER_DELEGATED_BY, PROVIDER_DELEGATED_BY -> "";
            case REQUESTED_AT -> ChukanMessages.nichiji(file.requestedAt().atZone(JAPAN));
            case ASKER_DEPARTMENT -> file.asker().department();
            case ASKER_USER -> file.asker().officer();
            case ASKER -> basis.askerKikanCd();
            case WITHHOLD -> entry.withheld() ? "1" : "0";
            case DUTY -> basis.jimuCd();
            case PROCEDURE -> basis.jimutetsuzukiCd();
            case PROVIDER -> basis.providerKikanCd();
            case INFORMATION -> basis.tmCd();
            case CONDITION_KIND -> "0";
            case YEAR_KIND -> year == null ? "0" : "1";
            case FROM -> day(year, 0, "0401");
            case TO -> day(year, 1, "0331");
        };
    }

    private static String day(@Nullable Integer year, int later, String monthAndDay) {
        return year == null ? "" : "%04d%s".formatted(year + later, monthAndDay);
    }
}
