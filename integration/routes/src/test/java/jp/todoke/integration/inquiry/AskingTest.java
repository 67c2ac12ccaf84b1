package jp.todoke.integration.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import jp.todoke.integration.IntegrationTest;

/** Words for tests that ask as cases do. */
abstract class AskingTest extends IntegrationTest {
    static final String ICHIRO = "000000000000101";

    UUID ask(String kind, String subject, String more) {
        UUID id = UUID.randomUUID();
        assertThat(deliver(UUID.randomUUID().toString(), "inquiry.requested", "case", payload(id, kind, subject, more))).isEqualTo(202);
        return id;
    }

    UUID askTax(String atenabango) {
        return ask("TAX", "{\"atenabango\":\"" + atenabango + "\"}", ",\"providerMunicipality\":\"139980\",\"year\":2026");
    }

    static String payload(UUID id, String kind, String subject, String more) {
        return """
                {"inquiryId":"%s","caseId":"11111111-1111-1111-1111-111111111111","caseNumber":"C-2026-000001","kind":"%s","procedure":"CHILD_ALLOWANCE_NEW",
                 "officer":"SYSTEM-AUTO","subject":%s,"withholdFromDisclosure":false%s}"""
                .formatted(id, kind, subject, more);
    }

    /** What is to be replaced must be there, or nothing would be tested. */
    static String replacing(String text, String old, String other) {
        assertThat(text).contains(old);
        return text.replace(old, other);
    }

    static String state(UUID inquiry) {
        return query("select state || ' ' || coalesce(answer, '-') from linkage.inquiry where inquiry_id = '" + inquiry + "'").getFirst();
    }

    static List<String> told() {
        return query("select payload::text from linkage.outbox where type = 'inquiry.answered' order by position");
    }

    static List<String> calls() {
        return LINE.passed().stream().map(call -> call.method() + " " + call.path().replaceAll("inquiries/[^/]+/", "inquiries/…/"))
                .toList();
    }
}
