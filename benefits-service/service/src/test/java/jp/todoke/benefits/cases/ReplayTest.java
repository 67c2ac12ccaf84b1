package jp.todoke.benefits.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.YearMonth;
import java.util.Map;
import jp.todoke.benefits.BenefitsTestSystem;
import jp.todoke.benefits.TestFamily;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.Tracing;
import jp.todoke.benefits.programmes.childallowance.ChildAllowance;
import jp.todoke.benefits.programmes.childallowance.ChildAllowanceFacts;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowance;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowanceFacts;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is stored with a decision is enough to come to the same decision, by the same way, years later. */
class ReplayTest extends BenefitsTestSystem {
    /** What is absent is not written. */
    private static final JsonMapper AS_STORED = JsonMapper.builder()
            .changeDefaultPropertyInclusion(with -> with.withContentInclusion(JsonInclude.Include.NON_NULL)).build();
    private static final TypeReference<Map<String, Object>> DOCUMENT = new TypeReference<>() {
    };

    @Test
    void decides児童手当AgainFromTheStoredInput() {
        JsonNode stored = stored(TestFamily.couple().child("12", "次子", "2022-05-05", true));
        ChildAllowance law = ChildAllowance.load();

        requireSame(stored, law.decide(ChildAllowanceFacts.fromMap(input(stored)), from(stored), to(stored), Tracing.ON),
                law.ruleVersion());
    }

    @Test
    void decides児童扶養手当AgainFromTheStoredInput() {
        JsonNode stored = stored(TestFamily.divorcedMother().child("12", "次子", "2022-05-05", true).supporter("21", "祖父", 1_000_000)
                .taxItems("01", 1_980_000, 2, Map.of("medicalExpensesYen", 50_000)).declare("childSupportYen", 120_000));
        ChildRearingAllowance law = ChildRearingAllowance.load().untilRevised();

        requireSame(
                stored, law.decide(ChildRearingAllowanceFacts.fromMap(input(stored)), from(stored), to(stored), Tracing.ON),
                law.ruleVersion());
        assertThat(stored.at("/trace/traces").toString()).contains("情報提供ネットワーク", "税情報（庁内）", "申請者");
    }

    private static void requireSame(JsonNode stored, Decision again, String ruleVersion) {
        assertThat(JSON.readTree(AS_STORED.writeValueAsString(again.toMap()))).isEqualTo(stored.at("/trace"));
        assertThat(stored.at("/ruleVersion").asString()).isEqualTo(ruleVersion);
    }

    private JsonNode stored(TestFamily family) {
        String caseId = decided(family, HERE).at("/caseId").asString();
        JsonNode stored = JSON.readTree(query("""
                select jsonb_build_object('input', input, 'trace', trace, 'ruleVersion', rule_version)::text
                from benefits.decision where case_id = ?::uuid""", caseId).getFirst());
        assertThat(stored.at("/trace/traces").size()).isPositive();
        return stored;
    }

    private static Map<String, Object> input(JsonNode stored) {
        return JSON.convertValue(stored.at("/input"), DOCUMENT);
    }

    private static YearMonth from(JsonNode stored) {
        return YearMonth.parse(stored.at("/trace/months/0/month").asString());
    }

    private static YearMonth to(JsonNode stored) {
        int last = stored.at("/trace/months").size() - 1;
        return YearMonth.parse(stored.at("/trace/months/" + last + "/month").asString());
    }
}
