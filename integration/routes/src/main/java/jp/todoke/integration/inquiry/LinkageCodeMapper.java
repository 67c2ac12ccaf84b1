package jp.todoke.integration.inquiry;

import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** 符号 of the persons of the current tenant, and the inquiries that wait for them. */
@Mapper
interface LinkageCodeMapper {

    /** How a request goes on: with which id, under which number, when, and after what trouble. */
    record Next(UUID requestId, @Nullable String requestNo, Instant at, @Nullable String trouble) {}

    /** A person nobody asked for yet; with a refusal where it is known that asking is in vain. */
    record Beginning(String municipalityCode, String atenabango, UUID requestId, @Nullable String refusal, @Nullable Instant refusedUntil,
            Instant now) {}

    /** How a request ends. */
    record End(UUID requestId, String state, @Nullable String refusal, @Nullable Instant refusedUntil, Instant now) {}

    @Nullable
    LinkageCodeRow find(@Param("atenabango") String atenabango);

    @Nullable
    LinkageCodeRow lock(@Param("atenabango") String atenabango);

    @Nullable
    LinkageCodeRow requested(@Param("requestId") UUID requestId);

    int addIfNew(Beginning beginning);

    int request(@Param("atenabango") String atenabango, @Param("requestId") UUID requestId, @Param("occasion") Inquiry.Occasion occasion,
            @Param("now") Instant now);

    int goOn(@Param("requestId") UUID requestId, @Param("next") Next next);

    int settle(End end);

    int park(@Param("inquiryId") UUID inquiryId, @Param("requestId") UUID requestId, @Param("until") Instant until);

    int wakeParked(@Param("atenabango") String atenabango, @Param("now") Instant now);
}
