package jp.todoke.channel;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** The outbox of the current tenant. */
interface OutboxMapper {
    record Message(UUID id, String type, String municipalityCode, String messageKey, Instant occurredAt, int schemaVersion,
            @Nullable String traceContext, @Nullable String traceparent,
            String payload) {}

    /** @param messages JSON array of {@link Outbox.Message} */
    int add(@Param("municipalityCode") String municipalityCode, @Param("occurredAt") Instant occurredAt,
            @Param("schemaVersion") int schemaVersion, @Param("messages") String messages);

    List<Message> undelivered(@Param("ids") String[] ids);

    int delivered(@Param("ids") String[] ids, @Param("at") Instant at);

    int postpone(@Param("id") UUID id, @Param("nextAttemptAt") Instant nextAttemptAt, @Param("error") String error);
}
