package jp.todoke.integration.peers.togo;

import java.time.LocalDate;
import java.util.UUID;
import jp.todoke.integration.inquiry.Asked;
import jp.todoke.integration.inquiry.Inquiry;
import jp.todoke.tenancy.Municipality;
import org.jspecify.annotations.Nullable;

/**
 * A person to be registered with, changed at or removed from 団体内統合宛名, under our own 宛名番号. Never printed.
 *
 * @param id         idempotency key for the peer, the same on every repetition
 * @param kojinbango 個人番号, needed for a registration only; it goes into the body and nowhere else
 */
public record IntegratedPerson(UUID id, Municipality municipality, Inquiry.Occasion occasion, String atenabango,
        @Nullable String kojinbango, FourItems items) implements Asked {

    /** 基本4情報. */
    public record FourItems(String name, LocalDate birthDate, String sex, String address) {
        @Override
        public String toString() {
            return "FourItems";
        }
    }

    @Override
    public String toString() {
        return "IntegratedPerson[" + id + "]";
    }
}
