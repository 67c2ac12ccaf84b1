package jp.todoke.integration.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import jp.todoke.integration.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PackageIntakeTest extends IntegrationTest {
    private static final String PATH = "/api/v1/intake/packages";
    private static final String CASEWORKER = token("caseworker", HERE, "intake:write intake:read");
    private static final String NEIGHBOURS = token("caseworker-b", NEIGHBOUR, "intake:write intake:read");

    @Autowired
    JsonMapper json;

    private HttpResponse<String> submit(byte[] zip, String key) {
        return send(request(PATH, CASEWORKER).header("Content-Type", "application/zip").header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofByteArray(zip)));
    }

    private HttpResponse<String> submit(byte[] zip) {
        return submit(zip, "key-" + UUID.randomUUID());
    }

    private JsonNode body(HttpResponse<String> response) {
        return json.readTree(response.body());
    }

    private static String kept() {
        return String.join(",", query("select state from linkage.intake_package order by received_at, state"));
    }

    private static long messages() {
        return query("select 1 from linkage.outbox where type = 'application.received'").size();
    }

    @Test
    void acceptsAPackageAndTellsTheCase() {
        byte[] zip = new Packages().zip();

        HttpResponse<String> response = submit(zip);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        JsonNode answer = body(response);
        assertThat(answer.path("state").asString()).isEqualTo("ACCEPTED");
        assertThat(answer.path("sha256").asString()).isEqualTo(PackageReader.sha256(zip));
        JsonNode message = json.readTree(query("select payload::text from linkage.outbox").getFirst());
        assertThat(message.path("packageId")).isEqualTo(answer.path("packageId"));
        assertThat(message.path("jpkiSerial").asString()).isEqualTo("J0000000001");
        assertThat(message.path("arrivedAt").asString()).isEqualTo("2026-11-16T09:12:00+09:00");
        assertThat(message.at("/application/children/0/name").asString()).isEqualTo("届野　太郎");
        assertThat(message.at("/application/account")).isEqualTo(json.readTree("{\"usePublicAccount\":true}"));
        assertThat(message.path("attachments")).hasSize(1);
        assertThat(message.path("procedure").asString()).isEqualTo("CHILD_ALLOWANCE_NEW");
        assertThat(message.has("childRearing")).isFalse();
    }

    @Test
    void tellsTheCaseWhatTheFormOf児童扶養手当Says() {
        HttpResponse<String> response = submit(Packages.childRearing().zip());

        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        JsonNode message = json.readTree(query("select payload::text from linkage.outbox").getFirst());
        assertThat(message.path("procedure").asString()).isEqualTo("CHILD_REARING_ALLOWANCE_NEW");
        assertThat(message.at("/application/applicant")).isEqualTo(
                json.readTree("{\"name\":\"届野　春子\",\"kana\":\"トドケノ　ハルコ\",\"birthDate\":\"1991-06-07\"}"));
        assertThat(message.at("/application/children")).hasSize(2);
        assertThat(message.at("/application/cause/kind").asString()).isEqualTo("NONE");
        assertThat(message.path("childRearing")).isEqualTo(json.readTree(
                """
                        {"relation":"MOTHER","ground":"DIVORCE","groundOn":"2026-09-30","childSupportYen":300000,"publicPension":false,"supporters":[
                          {"name":"届野　冬雄","birthDate":"1961-02-03","relationship":"PARENT","livesTogetherSince":"2026-10-01"},
                          {"name":"届野　冬美","birthDate":"1962-03-04","relationship":"PARENT"}]}"""));
    }

    @Test
    void keepsARefusedFormOf児童扶養手当AsItCame() {
        byte[] zip = Packages.childRearing("<groundOn>2026-09-30</groundOn>", "").procedure("CHILD_ALLOWANCE_NEW").zip();

        HttpResponse<String> response = submit(zip);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(body(response).path("errors").findValuesAsString("pointer")).containsExactlyInAnyOrder("/manifest.json/procedure",
                "/application.xml/groundOn");
        String id = body(response).path("packageId").asString();
        assertThat(send(request(PATH + "/" + id + "/original", CASEWORKER), BodyHandlers.ofByteArray()).body()).isEqualTo(zip);
        assertThat(messages()).isZero();
    }

    @Test
    void keepsARefusedPackageWithEveryReason() {
        byte[] zip = new Packages().municipality(NEIGHBOUR).xml("<kana>トドケノ　イチロウ</kana>", "").zip();

        HttpResponse<String> response = submit(zip);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = body(response);
        assertThat(problem.path("code").asString()).isEqualTo("PACKAGE_REFUSED");
        assertThat(problem.path("errors")).hasSize(2);
        String id = problem.path("packageId").asString();
        assertThat(kept()).isEqualTo("REFUSED");
        assertThat(messages()).isZero();
        JsonNode found = body(send(request(PATH + "/" + id, CASEWORKER)));
        assertThat(found.path("errors")).isEqualTo(problem.path("errors"));
        assertThat(found.path("uketsukeBango").asString()).isEqualTo("M20261116-000001");
        assertThat(send(request(PATH + "/" + id + "/original", CASEWORKER), BodyHandlers.ofByteArray()).body()).isEqualTo(zip);
    }

    @Test
    void keepsABrokenZipAndOneThatClimbs() {
        HttpResponse<String> broken = submit(new byte[]{'P', 'K', 3, 4, 0});
        HttpResponse<String> climbing = submit(Packages.zipOf(java.util.Map.of("../x", new byte[1])));

        assertThat(body(broken).at("/errors/0/code").asString()).isEqualTo("NOT_A_ZIP");
        assertThat(body(climbing).at("/errors/0/code").asString()).isEqualTo("ENTRY_NAME");
        assertThat(kept()).isEqualTo("REFUSED,REFUSED");
        assertThat(messages()).isZero();
    }

    @Test
    void keepsAPackageWhoseManifestHoldsWhatNoDatabaseTakes() {
        HttpResponse<String> letter = submit(new Packages().procedure("A\\u0000").zip());
        HttpResponse<String> time = submit(new Packages().arrivedAt("+999999999-12-31T23:59:59+09:00").zip());

        assertThat(letter.statusCode()).as(letter.body()).isEqualTo(400);
        assertThat(time.statusCode()).as(time.body()).isEqualTo(400);
        assertThat(kept()).isEqualTo("REFUSED,REFUSED");
    }

    @Test
    void takesTheSameBytesOnceWhateverTheKey() {
        byte[] zip = new Packages().zip();
        byte[] bad = new Packages().number("M-2").xml("<separation>false</separation>", "").zip();

        assertThat(body(submit(zip)).path("packageId")).isEqualTo(body(submit(zip)).path("packageId"));
        assertThat(body(submit(bad)).path("packageId")).isEqualTo(body(submit(bad)).path("packageId"));

        assertThat(query("select 1 from linkage.intake_package")).hasSize(2);
        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void answersARepeatedKeyAsTheFirstTime() {
        byte[] bad = new Packages().xml("<separation>false</separation>", "").zip();

        HttpResponse<String> first = submit(bad, "key-00000001");
        HttpResponse<String> second = submit(bad, "key-00000001");

        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(body(second).path("errors")).isEqualTo(body(first).path("errors"));
        assertThat(body(second).path("packageId")).isEqualTo(body(first).path("packageId"));
    }

    @Test
    void keepsNothingOfOtherBytesUnderAKnownKey() {
        submit(new Packages().zip(), "key-00000001");

        HttpResponse<String> reused = submit(new Packages().number("M-2").zip(), "key-00000001");

        assertThat(reused.statusCode()).isEqualTo(409);
        assertThat(body(reused).path("code").asString()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(kept()).isEqualTo("ACCEPTED");
    }

    @Test
    void refusesOtherBytesUnderTheSameReceiptNumber() {
        submit(new Packages().zip());

        HttpResponse<String> other = submit(new Packages().xml("届野　太郎", "届野　三郎").zip());

        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(body(other).at("/errors/0/pointer").asString()).isEqualTo("/manifest.json/uketsukeBango");
        assertThat(query("select state from linkage.intake_package order by state")).containsExactly("ACCEPTED", "REFUSED");
        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void takesOneOfManyThatArriveAtOnce() {
        byte[] zip = new Packages().zip();

        var answers = IntStream.range(0, 12).mapToObj(_ -> CompletableFuture.supplyAsync(() -> submit(zip))).toList();

        assertThat(answers.stream().map(CompletableFuture::join).map(answer -> body(answer).path("packageId").asString()).distinct())
                .hasSize(1);
        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void judgesWhatADeadProcessLeftUnjudged() {
        byte[] zip = new Packages().zip();
        submit(zip);
        change("""
                truncate linkage.outbox, linkage.idempotency_key;
                update linkage.intake_package set state = 'RECEIVED', judged_at = null, uketsuke_bango = null, next_attempt_at = received_at""");

        assertThat(submit(zip).statusCode()).isEqualTo(202);

        assertThat(kept()).isEqualTo("ACCEPTED");
        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void showsAPackageToItsMunicipalityOnly() {
        String id = body(submit(new Packages().zip())).path("packageId").asString();

        assertThat(send(request(PATH + "/" + id, NEIGHBOURS)).statusCode()).isEqualTo(404);
        assertThat(send(request(PATH + "/" + id + "/original", NEIGHBOURS)).statusCode()).isEqualTo(404);
        assertThat(body(send(request(PATH, NEIGHBOURS))).path("items")).isEmpty();
        assertThat(send(request(PATH, token("payments", HERE, "payments:read"))).statusCode()).isEqualTo(403);
    }

    @Test
    void listsInOrderOfReceipt() {
        for (int i = 0; i < 3; i++) {
            submit(new Packages().number("M-" + i).zip());
            CLOCK.advance(java.time.Duration.ofSeconds(1));
        }
        submit(new Packages().number("M-3").municipality(NEIGHBOUR).zip());

        JsonNode first = body(send(request(PATH + "?limit=2", CASEWORKER)));
        JsonNode rest = body(send(request(PATH + "?limit=2&after=" + first.path("next").asString(), CASEWORKER)));

        assertThat(first.path("items").findValuesAsString("uketsukeBango")).containsExactly("M-0", "M-1");
        assertThat(rest.path("items").findValuesAsString("uketsukeBango")).containsExactly("M-2", "M-3");
        assertThat(body(send(request(PATH + "?state=REFUSED", CASEWORKER))).path("items").findValuesAsString("uketsukeBango"))
                .containsExactly("M-3");
        assertThat(body(send(request(PATH + "?uketsukeBango=M-1", CASEWORKER))).path("items")).hasSize(1);
    }

    @Test
    void showsTheStatusThatTheCaseFeedsBack() {
        String id = body(submit(new Packages().zip())).path("packageId").asString();

        assertThat(
                deliver(UUID.randomUUID().toString(), "application.status", id, "{\"packageId\":\"" + id + "\",\"status\":\"IN_REVIEW\"}"))
                .isEqualTo(202);

        assertThat(body(send(request(PATH + "/" + id, CASEWORKER))).path("applicationStatus").asString()).isEqualTo("IN_REVIEW");
    }

    @Test
    void refusesABodyBeyondTheLimitBeforeItIsKept() {
        assertThat(submit(new byte[6 * 1024 * 1024 + 1]).statusCode()).isEqualTo(413);
        assertThat(kept()).isEmpty();
    }

    @Test
    void recordsWhoLookedAtWhat() {
        String id = body(submit(new Packages().zip())).path("packageId").asString();
        send(request(PATH + "/" + id, CASEWORKER));
        send(request(PATH + "/" + id + "/original", CASEWORKER));
        send(request(PATH, CASEWORKER));
        send(request(PATH + "/" + UUID.randomUUID(), CASEWORKER));
        send(request(PATH + "/" + id, NEIGHBOURS));
        send(request(PATH, NEIGHBOURS));

        assertThat(query(
                "select viewer || ' ' || operation || ' ' || shown || ' ' || coalesce((package_id = '%s')::text, '-') from linkage.intake_view order by 1"
                        .formatted(id)))
                .containsExactly("caseworker getPackage 1 true", "caseworker getPackageOriginal 1 true",
                        "caseworker listPackages 1 -", "caseworker-b listPackages 0 -");
    }
}
