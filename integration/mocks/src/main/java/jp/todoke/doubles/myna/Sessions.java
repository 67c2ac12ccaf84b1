package jp.todoke.doubles.myna;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import jp.todoke.doubles.wire.PeerRequest;
import jp.todoke.doubles.wire.Refusal;
import jp.todoke.doubles.wire.Seal;

/** Tokens of the portal, each for one municipality; they say everything themselves and need no memory. */
final class Sessions {

    static final String HEADER = "X-Myna-Token";
    static final long LIFETIME_SECONDS = 600;
    private final Seal seal;
    private final Clock clock;

    Sessions(Seal seal, Clock clock) {
        this.seal = seal;
        this.clock = clock;
    }

    String open(String municipality) {
        return seal.close((municipality + " " + (clock.instant().getEpochSecond() + LIFETIME_SECONDS)).getBytes(StandardCharsets.UTF_8));
    }

    /** The municipality that has logged in. */
    String municipality(PeerRequest request) {
        String token = request.header(HEADER);
        String[] part = seal.open(token == null ? "" : token).map(content -> new String(content, StandardCharsets.UTF_8).split(" "))
                .orElseThrow(() -> Refusal.token("invalid_token"));
        if (!Instant.ofEpochSecond(Long.parseLong(part[1])).isAfter(clock.instant())) {
            throw Refusal.token("invalid_token");
        }
        return part[0];
    }
}
