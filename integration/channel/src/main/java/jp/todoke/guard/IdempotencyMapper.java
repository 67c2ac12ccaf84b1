package jp.todoke.guard;

import java.time.Instant;
import jp.todoke.sealing.Sealed;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Idempotency keys of the current tenant. */
interface IdempotencyMapper {
    record Stored(byte[] requestHash, @Nullable Integer status, byte @Nullable [] bodyCipher, @Nullable String bodyKeyId,
            @Nullable String etag) {}

    int addIfNew(@Param("municipalityCode") String municipalityCode, @Param("subject") String subject, @Param("key") String key,
            @Param("operationId") String operationId, @Param("requestHash") byte[] requestHash, @Param("createdAt") Instant createdAt);

    @Nullable
    Stored stored(@Param("subject") String subject, @Param("key") String key);

    int keepAnswer(@Param("subject") String subject, @Param("key") String key, @Param("status") int status,
            @Param("body") Sealed body, @Param("etag") @Nullable String etag);
}
