package jp.todoke.integration.records;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 情報提供等記録, 番号法第23条: one inquiry that left us and how it ended. */
public record ProvisionRecord(UUID inquiryId, Parties parties, Matter matter, @Nullable String atenabango, boolean withheld,
        Outcome outcome) {

    /** Who asked whom. {@code network} is NWS or JUKI. */
    public record Parties(String network, String askerKikanCd, String providerKikanCd, String officer) {}

    /** For what, on which basis. */
    public record Matter(String caseNumber, String legalBasis, @Nullable String jimuCd, @Nullable String jimutetsuzukiCd,
            @Nullable String tmCd,
            @Nullable String jukiPurpose) {}

    /** What the peer did with it. */
    public record Outcome(@Nullable String receiptNo, @Nullable String shoriTsuban, String resultKind, Instant occurredAt) {}
}
