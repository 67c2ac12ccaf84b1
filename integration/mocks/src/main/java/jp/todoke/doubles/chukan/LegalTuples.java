package jp.todoke.doubles.chukan;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import jp.todoke.doubles.wire.CodeTable;
import tools.jackson.databind.JsonNode;

/** 照合リスト: who may ask whom for what in which duty and procedure. What is not listed gets no 提供許可証. */
final class LegalTuples {

    private final CodeTable tuples = new CodeTable("legal-tuples/inquiry-tuples.csv");

    Verdict verdict(JsonNode inquiry, LocalDate today) {
        String asker = inquiry.at("/shokaisha/kikanCd").asString();
        String provider = inquiry.at("/teikyosha/kikanCd").asString();
        Optional<String> providerKind = kind(provider);
        if (KikanCode.municipality(asker).isEmpty() || providerKind.isEmpty()) {
            return Verdict.AGENCY_INVALID;
        }
        boolean listed = tuples.allows(today,
                Map.of("asker_kind", "MUNICIPALITY", "jimu_cd", inquiry.path("jimuCd").asString(), "jimutetsuzuki_cd",
                        inquiry.path("jimutetsuzukiCd").asString(), "provider_kind", providerKind.get(), "tm_cd",
                        inquiry.path("tokuteikojinjohomeiCd").asString(), "provider_kikan_cd", provider));
        return listed ? Verdict.PERMITTED : Verdict.NOT_PERMITTED;
    }

    private static Optional<String> kind(String kikanCd) {
        return switch (kikanCd) {
            case KikanCode.DIGITAL_AGENCY -> Optional.of("DIGITAL_AGENCY");
            case KikanCode.MINISTRY_OF_JUSTICE -> Optional.of("MINISTRY_OF_JUSTICE");
            case KikanCode.PENSION_SERVICE -> Optional.of("PENSION_SERVICE");
            default -> KikanCode.municipality(kikanCd).map(code -> "MUNICIPALITY");
        };
    }
}
