package jp.todoke.local.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CrowdTest {
    private static final int FAMILIES = 500;
    private final Crowd crowd = Crowd.of(FAMILIES);
    private final List<JsonNode> residents = crowd.residentFeeds().stream().map(JsonText.MAPPER::readTree)
            .flatMap(feed -> feed.path("residents").valueStream()).toList();

    @Test
    void nobodyIsThereTwiceNorInTheSample() {
        List<JsonNode> sample = JsonText.MAPPER.readTree(Sample.residentFeed(Sample.TODOKENO)).path("residents").valueStream().toList();
        for (String field : List.of("atenabango", "kojinbango", "jpkiSerial")) {
            Set<String> seen = new HashSet<>();
            Stream.concat(residents.stream(), sample.stream()).filter(resident -> resident.has(field))
                    .forEach(resident -> assertTrue(seen.add(resident.path(field).asString()), field));
        }
        Set<String> receipts = new HashSet<>();
        crowd.applications().forEach(form -> assertTrue(receipts.add(form.uketsukeBango())));
        assertEquals(FAMILIES, receipts.size());
    }

    @Test
    void everyApplicantIsAResidentOfTheSameNameWithAnAccountInIt() {
        JsonNode accounts = JsonText.MAPPER.readTree(crowd.doublesRows()).path("accounts");
        for (int i = 0; i < FAMILIES; i++) {
            var content = crowd.applications().get(i).content();
            JsonNode applicant = residents.stream()
                    .filter(resident -> resident.path("jpkiSerial").asString("").equals(content.jpkiSerial()))
                    .findFirst().orElseThrow();
            assertEquals(content.applicant().name(), applicant.path("name").asString());
            assertEquals(applicant.path("atenabango"), accounts.path(i).path("atenabango"));
            assertEquals(applicant.path("kana"), accounts.path(i).path("holderKana"));
        }
    }

    @Test
    void aFeedIsNoLongerThanTheApiTakesIt() {
        crowd.residentFeeds().forEach(feed -> assertTrue(JsonText.MAPPER.readTree(feed).path("residents").size() <= 2_000));
        assertTrue(crowd.residentFeeds().size() > 1);
    }
}
