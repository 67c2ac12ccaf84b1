package jp.todoke.integration.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import jp.todoke.integration.IntegrationTest;
import jp.todoke.integration.Line.Passed;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts questions to integration as a case does, and reads what became of them. */
abstract class Questions extends IntegrationTest {
    static final String SEARCH = "/app_submit/v10/jutogaishaatenakihonjohosyokai";
    static final String NUMBER = "/app_submit/v10/jutogaishaatenabangofuban";
    static final String VERIFY = "/zengin/accounts/verify";

    @Autowired
    JsonMapper json;

    UUID ask(String kind, String subject, String more) {
        UUID id = UUID.randomUUID();
        String payload = """
                {"inquiryId":"%s","caseId":"11111111-1111-1111-1111-111111111111","caseNumber":"C-2026-000001","kind":"%s",
                 "procedure":"CHILD_ALLOWANCE_NEW","officer":"SYSTEM-AUTO","subject":%s,"withholdFromDisclosure":false%s}"""
                .formatted(id, kind, subject, more);
        assertThat(deliver(UUID.randomUUID().toString(), "inquiry.requested", "case", payload)).isEqualTo(202);
        return id;
    }

    /** What is to be replaced must be there, or nothing would be tested. */
    static String replacing(String answer, String old, String other) {
        assertThat(answer).contains(old);
        return answer.replace(old, other);
    }

    UUID number(String name, String birthDate, String sex, String address) {
        return ask("NUMBERING", """
                {"name":"%s","birthDate":"%s","sex":"%s","address":"%s","addressMunicipalityCode":"139980","kana":"ソトノ　ヒト"}"""
                .formatted(name, birthDate, sex, address), "");
    }

    UUID checkAccount(String bank, String number, String kana) {
        return ask("ACCOUNT_CHECK", "{}", """
                ,"account":{"bankCode":"%s","branchCode":"001","accountType":"1","accountNumber":"%s","holderKana":"%s"}"""
                .formatted(bank, number, kana));
    }

    UUID askTax(String atenabango) {
        return ask("TAX", "{\"atenabango\":\"" + atenabango + "\"}", ",\"providerMunicipality\":\"139980\",\"year\":2026");
    }

    static String state(UUID id) {
        return query("select state || ' ' || coalesce(answer, '-') from linkage.inquiry where inquiry_id = '" + id + "'").getFirst();
    }

    JsonNode told(UUID id) {
        List<JsonNode> messages = query("select payload::text from linkage.outbox where type = 'inquiry.answered' order by position")
                .stream()
                .map(json::readTree).filter(message -> message.path("inquiryId").asString().equals(id.toString())).toList();
        assertThat(messages).hasSize(1);
        return messages.getFirst();
    }

    static List<Passed> calls(String path) {
        return LINE.passed().stream().filter(call -> call.path().endsWith(path)).toList();
    }
}
