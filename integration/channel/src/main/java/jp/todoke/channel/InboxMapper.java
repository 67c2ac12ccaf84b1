package jp.todoke.channel;

import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;

/** The message ids that the current tenant's data already reflect. */
interface InboxMapper {
    int addIfNew(@Param("municipalityCode") String municipalityCode, @Param("id") UUID id, @Param("type") String type,
            @Param("receivedAt") Instant receivedAt);
}
