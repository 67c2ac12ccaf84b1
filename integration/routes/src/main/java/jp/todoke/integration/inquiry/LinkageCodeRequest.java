package jp.todoke.integration.inquiry;

import java.util.UUID;
import jp.todoke.tenancy.Municipality;
import org.jspecify.annotations.Nullable;

/**
 * 符号取得の依頼 for one person; no 個人番号 is needed, the network of the 住基ネット brings it.
 *
 * @param id        idempotency key for the peer, the same on every repetition
 * @param requestNo 処理通番 under which it was accepted; absent before
 */
public record LinkageCodeRequest(UUID id, Municipality municipality, String atenabango, Inquiry.Occasion occasion,
        @Nullable String requestNo) implements Asked {

    @Override
    public String toString() {
        return "LinkageCodeRequest[" + id + "]";
    }
}
