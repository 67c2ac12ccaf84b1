package jp.todoke.integration.inquiry.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the staff sees of differences. */
class DifferencesApiTest extends ComparingTest {

    private HttpResponse<String> list(String municipality, String scope, String query) {
        return send(request("/api/v1/linkage-differences" + query, token("auditor", municipality, scope)).GET());
    }

    private JsonNode page(String municipality, String query) {
        HttpResponse<String> answer = list(municipality, "differences:read", query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private UUID stranger() {
        UUID inquiry = asked(BY_STAFF);
        set(inquiry, "receipt_no = 'R-" + inquiry + "'");
        return inquiry;
    }

    @Test
    void listsThoseThatHoldPageByPageAndThoseOfNobodyElse() {
        UUID inquiry = stranger();
        compare();

        JsonNode first = page(HERE, "?limit=1");
        JsonNode second = page(HERE, "?limit=1&after=" + first.path("next").asString());

        assertThat(second.has("next")).isFalse();
        assertThat(first.at("/items/0/inquiryId").asString()).isEqualTo(inquiry.toString());
        assertThat(Set.of(first.at("/items/0/kind").asString(), second.at("/items/0/kind").asString()))
                .containsExactlyInAnyOrder("OTHER_RECEIPT", "NOT_KNOWN_THERE");
        assertThat(first.toString() + second).doesNotContain(BY_STAFF);
        assertThat(page(NEIGHBOUR, "").path("items")).isEmpty();
    }

    @Test
    void refusesWhoMayNotAndWhatIsNone() {
        assertThat(list(HERE, "cases:read", "").statusCode()).isEqualTo(403);
        assertThat(list(HERE, "differences:read", "?limit=0").statusCode()).isEqualTo(400);
        assertThat(list(HERE, "differences:read", "?after=x").statusCode()).isEqualTo(400);
    }
}
