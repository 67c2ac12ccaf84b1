package jp.todoke.channel;

import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** The outbox of the current tenant. */
interface OutboxMapper {
    record NewMessage(String municipalityCode, String type, String key, Instant occurredAt, int schemaVersion,
            @Nullable String traceContext, @Nullable String traceparent, String payload) {}

    record Message(UUID id, String type, String municipalityCode, String messageKey, Instant occurredAt, int schemaVersion,
            @Nullable String traceContext, @Nullable String traceparent,
            String payload) {}

    int add(NewMessage message);

    @Nullable
    Message undelivered(@Param("id") UUID id);

    int delivered(@Param("id") UUID id, @Param("at") Instant at);

    int postpone(@Param("id") UUID id, @Param("nextAttemptAt") Instant nextAttemptAt, @Param("error") String error);
}
