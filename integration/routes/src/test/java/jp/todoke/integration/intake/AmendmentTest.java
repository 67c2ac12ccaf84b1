package jp.todoke.integration.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import jp.todoke.integration.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 補正: a second application that names the first. */
class AmendmentTest extends IntegrationTest {
    private static final String PATH = "/api/v1/intake/packages";
    private static final String CASEWORKER = token("caseworker", HERE, "intake:write intake:read");

    @Autowired
    JsonMapper json;

    private JsonNode submit(Packages packages) {
        HttpResponse<String> response = send(request(PATH, CASEWORKER).header("Content-Type", "application/zip")
                .header("Idempotency-Key", "key-" + UUID.randomUUID()).POST(HttpRequest.BodyPublishers.ofByteArray(packages.zip())));
        return json.readTree(response.body());
    }

    private String lastAmends() {
        return json.readTree(query("select payload::text from linkage.outbox order by position desc limit 1").getFirst()).path("amends")
                .asString("none");
    }

    private static List<String> codes(JsonNode problem) {
        return problem.path("errors").valueStream().map(error -> error.path("pointer").asString() + " " + error.path("code").asString())
                .toList();
    }

    @Test
    void joinsTheCaseOfTheFirst() {
        String first = submit(new Packages().number("M-1")).path("packageId").asString();
        assertThat(lastAmends()).isEqualTo("none");

        JsonNode second = submit(new Packages().number("M-2").amends("M-1").xml("届野　太郎", "届野　太朗"));
        assertThat(second.path("state").asString()).isEqualTo("ACCEPTED");
        assertThat(second.path("amends").asString()).isEqualTo("M-1");
        assertThat(lastAmends()).isEqualTo(first);
        submit(new Packages().number("M-3").amends("M-2"));
        assertThat(lastAmends()).as("an amendment of an amendment belongs to the same case").isEqualTo(first);
    }

    @Test
    void showsTheStatusOfTheCaseAtEachOfItsApplications() {
        String first = submit(new Packages().number("M-1")).path("packageId").asString();
        String second = submit(new Packages().number("M-2").amends("M-1")).path("packageId").asString();

        assertThat(deliver(UUID.randomUUID().toString(), "application.status", first,
                "{\"packageId\":\"" + first + "\",\"status\":\"COMPLETED\"}")).isEqualTo(202);

        assertThat(json.readTree(send(request(PATH + "/" + second, CASEWORKER)).body()).path("applicationStatus").asString())
                .isEqualTo("COMPLETED");
    }

    @Test
    void opensACaseOfItsOwnWhenNothingWasAcceptedUnderTheNumber() {
        submit(new Packages().number("M-1").xml("<separation>false</separation>", ""));

        assertThat(submit(new Packages().number("M-2").amends("M-1")).path("state").asString()).isEqualTo("ACCEPTED");
        assertThat(lastAmends()).isEqualTo("none");
    }

    @Test
    void refusesToAmendWhatAnotherPersonAppliedFor() {
        submit(new Packages().number("M-1"));

        assertThat(codes(submit(new Packages().number("M-2").amends("M-1").xml("届野　一郎", "届野　二郎"))))
                .containsExactly("/manifest.json/amends ANOTHER_APPLICANT");
        assertThat(codes(submit(new Packages().number("M-3").amends("M-3")))).containsExactly("/manifest.json/amends INVALID");
        assertThat(codes(submit(new Packages().number("M-4").amends("M 1")))).containsExactly("/manifest.json/amends INVALID");
        submit(new Packages().number("M-5").xml("届野　一郎", "届野　春子"));
        assertThat(codes(submit(Packages.childRearing("1991-06-07", "1990-04-05").number("M-6").amends("M-5"))))
                .containsExactly("/manifest.json/amends ANOTHER_FORM");
        assertThat(submit(new Packages().number("M-7").amends("M-1").xml("届野　一郎", "届野 一郎")).path("state").asString())
                .as("another blank is no other person").isEqualTo("ACCEPTED");
    }
}
