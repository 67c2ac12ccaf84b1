package jp.todoke.doubles.chukan;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import jp.todoke.doubles.wire.CodeTable;
import tools.jackson.databind.JsonNode;

/** 照合リスト: who may ask whom for what in which duty and procedure. What is not listed gets no 提供許可証. */
final class LegalTuples {

    private final CodeTable tuples = new CodeTable("legal-tuples/inquiry-tuples.csv");
    private final Institutions institutions = new Institutions();

    Verdict verdict(JsonNode inquiry, LocalDate today) {
        String asker = inquiry.at("/shokaisha/kikanCd").asString();
        String provider = inquiry.at("/teikyosha/kikanCd").asString();
        Set<String> kinds = institutions.kinds(provider, today);
        if (KikanCode.municipality(asker).isEmpty() || kinds.isEmpty()) {
            return Verdict.AGENCY_INVALID;
        }
        boolean listed = kinds.stream().anyMatch(kind -> tuples.allows(today,
                Map.of("asker_kind", "MUNICIPALITY", "jimu_cd", inquiry.path("jimuCd").asString(), "jimutetsuzuki_cd",
                        inquiry.path("jimutetsuzukiCd").asString(), "provider_kind", kind, "tm_cd",
                        inquiry.path("tokuteikojinjohomeiCd").asString(), "provider_kikan_cd", provider)));
        return listed ? Verdict.PERMITTED : Verdict.NOT_PERMITTED;
    }
}
