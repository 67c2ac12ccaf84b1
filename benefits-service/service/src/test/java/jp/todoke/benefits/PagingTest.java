package jp.todoke.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whoever follows {@code next} from page to page reads each row once and none is left out. */
class PagingTest extends BenefitsTestSystem {

    @Test
    void readsEveryCaseOnce() {
        List<String> opened = new ArrayList<>();
        for (int family = 0; family < 3; family++) {
            TestFamily fed = TestFamily.singleParent();
            feed(fed, NEIGHBOUR);
            opened.add(receive(fed, NEIGHBOUR).at("/caseId").asString());
        }

        List<String> read = pages("/api/v1/cases?limit=2", "caseId", user("caseworker", NEIGHBOUR));

        assertThat(read).doesNotHaveDuplicates().containsAll(opened)
                .isEqualTo(values(get("/api/v1/cases?limit=500", user("caseworker", NEIGHBOUR)), "caseId"));
    }

    @Test
    void readsEveryAuditRecordOnce() {
        String path = "/api/v1/audit-records?caseId=" + decided(TestFamily.singleParent(), NEIGHBOUR).at("/caseId").asString();

        List<String> before = values(get(path + "&limit=500", user("auditor", NEIGHBOUR)), "recordId");

        List<String> read = pages(path + "&limit=2", "recordId", user("auditor", NEIGHBOUR));

        assertThat(before).hasSizeGreaterThan(4);
        assertThat(read).as("what stood there, then the records of reading it").doesNotHaveDuplicates()
                .startsWith(before.toArray(String[]::new));
    }

    private List<String> pages(String path, String id, String token) {
        List<String> read = new ArrayList<>();
        Reply page = get(path, token);
        read.addAll(values(page, id));
        while (page.body().has("next")) {
            assertThat(page.at("/next").asString()).isEqualTo(read.getLast());
            page = get(path + "&after=" + page.at("/next").asString(), token);
            assertThat(page.status()).as(page.body().toString()).isEqualTo(200);
            assertThat(page.at("/items").size()).isLessThanOrEqualTo(2);
            read.addAll(values(page, id));
        }
        return read;
    }

    private static List<String> values(Reply list, String id) {
        List<String> values = new ArrayList<>();
        for (JsonNode item : list.at("/items")) {
            values.add(item.path(id).asString());
        }
        return values;
    }
}
