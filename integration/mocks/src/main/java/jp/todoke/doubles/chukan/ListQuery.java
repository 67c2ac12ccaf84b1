package jp.todoke.doubles.chukan;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import jp.todoke.doubles.wire.PeerRequest;
import jp.todoke.doubles.wire.Refusal;
import org.jspecify.annotations.Nullable;

/** The parameters that lists are asked with: each wrong one is refused by its name. */
record ListQuery(PeerRequest request) {
    private static final int MOST = 1_000;
    private static final String LIMIT = "limit";

    /** 情報照会者機関コード; one that is none has asked nothing. */
    String asker() {
        return KikanCode.municipality(required("shokaishaKikanCd"))
                .orElseThrow(() -> notAllowed("shokaishaKikanCd", "機関コード"));
    }

    int limit() {
        int limit = read(LIMIT, required(LIMIT), "1～" + MOST, Integer::valueOf);
        if (limit < 1 || limit > MOST) {
            throw notAllowed(LIMIT, "1～" + MOST);
        }
        return limit;
    }

    Instant instant(String name) {
        return read(name, required(name), "RFC 3339", text -> OffsetDateTime.parse(text).toInstant());
    }

    @Nullable
    Instant optionalInstant(String name) {
        return request.query(name) == null ? null : instant(name);
    }

    private String required(String name) {
        String value = request.query(name);
        if (value == null) {
            throw Refusal.invalid(List.of(Refusal.Fault.missing(name)));
        }
        return value;
    }

    static <T> T read(String name, String text, String allowed, Function<String, T> reader) {
        try {
            return Objects.requireNonNull(reader.apply(text));
        } catch (DateTimeException | IllegalArgumentException wrong) {
            throw notAllowed(name, allowed);
        }
    }

    static Refusal notAllowed(String name, String allowed) {
        return Refusal.invalid(List.of(Refusal.Fault.notAllowed(name, allowed)));
    }
}
