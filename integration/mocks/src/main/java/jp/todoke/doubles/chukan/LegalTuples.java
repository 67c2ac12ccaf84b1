package jp.todoke.doubles.chukan;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import jp.todoke.doubles.wire.CodeTable;
import tools.jackson.databind.JsonNode;

/** 照合リスト: who may ask whom for what in which duty and procedure. What is not listed gets no 提供許可証. */
final class LegalTuples {

    /** 法令の組 that an inquiry claims. */
    record Question(String asker, String jimuCd, String jimutetsuzukiCd, String provider, String tmCd) {}

    private final CodeTable tuples = new CodeTable("legal-tuples/inquiry-tuples.csv");
    private final Institutions institutions = new Institutions();

    Verdict verdict(JsonNode inquiry, LocalDate today) {
        return verdict(new Question(inquiry.at("/shokaisha/kikanCd").asString(), inquiry.path("jimuCd").asString(),
                inquiry.path("jimutetsuzukiCd").asString(), inquiry.at("/teikyosha/kikanCd").asString(),
                inquiry.path("tokuteikojinjohomeiCd").asString()), today);
    }

    Verdict verdict(Question question, LocalDate today) {
        String provider = question.provider();
        Set<String> kinds = institutions.kinds(provider, today);
        if (KikanCode.municipality(question.asker()).isEmpty() || kinds.isEmpty()) {
            return Verdict.AGENCY_INVALID;
        }
        boolean listed = kinds.stream().anyMatch(kind -> tuples.allows(today,
                Map.of("asker_kind", "MUNICIPALITY", "jimu_cd", question.jimuCd(), "jimutetsuzuki_cd", question.jimutetsuzukiCd(),
                        "provider_kind", kind, "tm_cd", question.tmCd(), "provider_kikan_cd", provider)));
        return listed ? Verdict.PERMITTED : Verdict.NOT_PERMITTED;
    }
}
