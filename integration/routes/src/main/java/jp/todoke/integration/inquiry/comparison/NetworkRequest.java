package jp.todoke.integration.inquiry.comparison;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A list that the 中間サーバー is asked for, page by page. It is about no case and no person. */
public sealed interface NetworkRequest {
    /** Of each page its own: a page may be asked for again at any time. */
    UUID requestId();

    /** 情報照会者機関コード of the municipality that asks: the answer must be about it. */
    String askerKikanCd();

    /**
     * 照会状況 of what was accepted.
     *
     * @param to    exclusive
     * @param after where the page before ended
     */
    record ListInquiries(UUID requestId, String askerKikanCd, Instant from, Instant to, @Nullable String after, int limit)
            implements
                NetworkRequest {}

    /**
     * マスター更新情報.
     *
     * @param since absent: all of them
     */
    record ListMasterChanges(UUID requestId, String askerKikanCd, @Nullable Instant since, @Nullable String after, int limit)
            implements
                NetworkRequest {}
}
