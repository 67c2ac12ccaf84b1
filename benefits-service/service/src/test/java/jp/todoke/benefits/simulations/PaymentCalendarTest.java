package jp.todoke.benefits.simulations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import jp.todoke.benefits.BenefitsTestSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PaymentCalendarTest extends BenefitsTestSystem {
    private Reply plan(String body) {
        return send(request("/api/v1/payment-calendars", user("caseworker", HERE)).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static List<String> changes(Reply reply) {
        List<String> changes = new ArrayList<>();
        reply.at("/changes").forEach(change -> changes.add(change.path("month").asString() + " " + change.path("after").asString() + " "
                + String.join(" ", change.path("because").valueStream().map(JsonNode::asString).toList())));
        return changes;
    }

    @Test
    void tellsAFamilyWhenHowMuchAndWhy() {
        Reply reply = plan(
                """
                        {"programme":"CHILD_ALLOWANCE","from":"2026-11","months":24,"claimantKind":"PARENT","claimedOn":"2026-11-25","bornOn":"2026-11-21",
                         "colour":1,
                         "children":[{"id":"長女","birthDate":"2009-01-10"},{"id":"長男","birthDate":"2023-12-15"},{"birthDate":"2026-11-21"}]}""");

        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        assertThat(reply.at("/estimate").asBoolean()).isTrue();
        assertThat(reply.at("/notice").asString()).contains("試算です").contains("決定（処分）ではなく");
        assertThat(reply.at("/warnings/0/pointer").asString()).isEqualTo("/colour");
        assertThat(reply.at("/payments/0").toString()).isEqualTo(
                "{\"payMonth\":\"2027-02\",\"covers\":[\"2026-12\",\"2027-01\"],\"yen\":105000,\"months\":["
                        + "{\"month\":\"2026-12\",\"yen\":55000,\"children\":[{\"id\":\"長女\",\"yen\":10000},{\"id\":\"長男\",\"yen\":15000},{\"id\":\"第3子\",\"yen\":30000}]},"
                        + "{\"month\":\"2027-01\",\"yen\":50000,\"children\":[{\"id\":\"長女\",\"yen\":10000},{\"id\":\"長男\",\"yen\":10000},{\"id\":\"第3子\",\"yen\":30000}]}]}");
        List<String> changes = changes(reply);
        assertThat(changes).hasSize(3);
        assertThat(changes.get(0)).startsWith("2026-12 55000").contains("2026年12月分から支給が始まります");
        assertThat(changes.get(1)).startsWith("2027-01 50000").contains("長男は前の月に3歳の誕生日を迎える").contains("児童手当法");
        assertThat(changes.get(2)).startsWith("2027-04 25000").contains("長女は支給の対象でなくなります").contains("18歳に達する日以後の最初の3月31日")
                .contains("第3子は第2子として数えられます");
    }

    @Test
    void tellsWhyNothingIsPaid() {
        Reply reply = plan("""
                {"programme":"CHILD_ALLOWANCE","from":"2026-11","months":3,"claimantKind":"PARENT","claimedOn":"2026-11-25",
                 "children":[{"birthDate":"2005-01-10"}]}""");

        assertThat(changes(reply)).singleElement().asString().startsWith("2026-12 0").contains("18歳に達する日以後の最初の3月31日");
        assertThat(reply.at("/payments").size()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"\"months\":24 | \"months\":301 | /months",
            "\"claimedOn\":\"2026-11-25\" | \"claimedOn\":\"2026-11-20\" | /claimedOn",
            "\"claimantKind\":\"PARENT\" | \"claimantKind\":\"MOTHER\" | /claimantKind",
            "\"from\":\"2026-11\" | \"from\":\"2026-11-01\" | /from",
            "\"birthDate\":\"2026-11-21\" | \"birthDate\":\"2026-11-31\" | /children/0/birthDate",
            "\"id\":\"a\", | `` | ``", "\"months\":24 | \"months\":24,\"movedOn\":\"2026-11-01\" | /movedOn",
            "\"months\":24 | \"months\":24,\"incomes\":[{\"year\":2024,\"assessedIncome\":1,\"dependants\":0},{\"year\":2024,\"assessedIncome\":-1,\"dependants\":0}] | /incomes/1/year /incomes/1/assessedIncome",
            "\"id\":\"a\", | \"id\":\"a\",\"supportedAfter18\":1, | /children/0/supportedAfter18"})
    void namesWhatIsWrongWhereTheFamilyWroteIt(String sound, String bad, String pointers) {
        String body = """
                {"programme":"CHILD_ALLOWANCE","from":"2026-11","months":24,"claimantKind":"PARENT","claimedOn":"2026-11-25","bornOn":"2026-11-21",
                 "children":[{"id":"a","birthDate":"2026-11-21"}]}""";

        Reply reply = plan(body.replace(sound, bad));

        List<String> named = new ArrayList<>();
        reply.at("/errors").forEach(error -> named.add(error.path("pointer").asString()));
        assertThat(named).containsExactlyInAnyOrder(pointers.isEmpty() ? new String[0] : pointers.split(" "));
        assertThat(reply.status()).isEqualTo(pointers.isEmpty() ? 200 : 400);
    }
}
