package jp.todoke.doubles.chukan;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import jp.todoke.doubles.wire.Digests;
import jp.todoke.doubles.wire.Seal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * 受付番号: everything that status and result depend on, sealed into 64 characters, so that no inquiry is kept in memory.
 *
 * @param asker the municipality that asks, whose number the 宛名番号 is
 * @param draw a number drawn from the request id, from which the latency follows
 */
record Receipt(String asker, String atenabango, String tmCd, String providerKikanCd, @Nullable String nendo, Instant acceptedAt,
        Verdict verdict,
        long draw) {

    static final int BYTES = 36;

    static Receipt of(JsonNode inquiry, String requestId, Instant acceptedAt, Verdict verdict) {
        String nendo = inquiry.at("/joken/nendo").asString("");
        return new Receipt(KikanCode.municipality(inquiry.at("/shokaisha/kikanCd").asString()).orElse("000000"),
                inquiry.path("atenabango").asString(),
                inquiry.path("tokuteikojinjohomeiCd").asString(),
                verdict == Verdict.AGENCY_INVALID ? "0".repeat(16) : inquiry.at("/teikyosha/kikanCd").asString(),
                nendo.isEmpty() ? null : nendo, Instant.ofEpochMilli(acceptedAt.toEpochMilli()), verdict,
                Integer.toUnsignedLong(ByteBuffer.wrap(Digests.sha256(requestId)).getInt()));
    }

    String number(Seal seal) {
        return seal.close(bytes());
    }

    /** All of it, in {@value #BYTES} bytes. */
    byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        put(bytes, 3, Long.parseLong(asker));
        put(bytes, 7, Long.parseLong(atenabango));
        put(bytes, 6, Long.parseLong(tmCd.substring(2)));
        put(bytes, 7, Long.parseLong(providerKikanCd));
        put(bytes, 2, nendo == null ? 0 : Long.parseLong(nendo));
        put(bytes, 6, acceptedAt.toEpochMilli());
        put(bytes, 1, verdict.ordinal());
        put(bytes, 4, draw);
        return bytes.array();
    }

    static Optional<Receipt> read(String number, Seal seal) {
        return seal.open(number).filter(content -> content.length == BYTES).map(ByteBuffer::wrap).map(Receipt::from);
    }

    static Receipt from(ByteBuffer bytes) {
        String asker = "%06d".formatted(take(bytes, 3));
        String atenabango = "%015d".formatted(take(bytes, 7));
        String tmCd = "TM%014d".formatted(take(bytes, 6));
        String provider = "%016d".formatted(take(bytes, 7));
        long year = take(bytes, 2);
        Instant acceptedAt = Instant.ofEpochMilli(take(bytes, 6));
        Verdict verdict = Verdict.values()[(int) take(bytes, 1)];
        return new Receipt(asker, atenabango, tmCd, provider, year == 0 ? null : "%04d".formatted(year), acceptedAt, verdict,
                take(bytes, 4));
    }

    private static void put(ByteBuffer bytes, int size, long value) {
        for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
            bytes.put((byte) (value >>> shift));
        }
    }

    private static long take(ByteBuffer bytes, int size) {
        long value = 0;
        for (int i = 0; i < size; i++) {
            value = value << 8 | Byte.toUnsignedLong(bytes.get());
        }
        return value;
    }
}
