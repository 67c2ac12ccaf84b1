package jp.todoke.benefits.simulations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.todoke.benefits.BenefitsTestSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is refused, and where the refusal points. Each row changes one place of a sound case: {@code pointer=value}, several by {@code ;;}. */
class BadInputTest extends BenefitsTestSystem {
    private static final String CHILD_ALLOWANCE = """
            {"programme":"CHILD_ALLOWANCE","from":"2026-10","to":"2027-03","claimant":{"kind":"PARENT","incomes":[{"year":2024,"dependants":1}]},
             "claims":[{"kind":"NEW","receivedOn":"2026-11-25","children":["c1"],"cause":{"kind":"BIRTH","on":"2026-11-21"}}],
             "children":[{"id":"c1","birthDate":"2026-11-21","careFrom":"2026-11-21"},{"id":"c2","birthDate":"2020-04-02"}],
             "endings":[{"kind":"MOVED_OUT","on":"2027-02-10"}]}""";
    private static final String CHILD_REARING_ALLOWANCE = """
            {"programme":"CHILD_REARING_ALLOWANCE","from":"2026-10","to":"2027-03",
             "claimant":{"kind":"MOTHER","incomes":[{"year":2024,"dependants":1,"assessedIncome":0},{"year":2025,"dependants":1,"salaryIncome":1000000}]},
             "claims":[{"id":"a","kind":"NEW","receivedOn":"2026-09-25","children":["c1"]}],
             "children":[{"id":"c1","birthDate":"2020-04-02","qualifyingEventOn":"2026-09-01"}],
             "endings":[{"kind":"REMARRIED","on":"2027-02-10","children":["c1"]}],
             "supporters":[{"id":"s1","relation":"SUPPORTER","livesTogether":{"from":"2026-01-05"},"incomes":[{"year":2024,"dependants":0,"assessedIncome":0}]}],
             "pensions":[{"kind":"DISABILITY_BASIC","from":"2026-04-01","annualYen":1000000,"childAdditionsAnnualYen":[243800]},
                         {"kind":"OTHER_PUBLIC_PENSION","from":"2025-04-01","until":"2026-04-01","annualYen":600000,"childAdditionsAnnualYen":[200000]}],
             "childPensions":[{"childId":"c1","from":"2026-04-01","annualYen":100000}],
             "exemptions":[{"filedOn":"2026-08-10","validFrom":"2026-11-01","validUntil":"2027-11-01"}]}""";

    private Reply simulate(String body) {
        return simulate(body, "");
    }

    private Reply simulate(String body, String query) {
        return send(request("/api/v1/simulations" + query, user("vendor", HERE)).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static List<String> pointers(Reply reply) {
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(400);
        assertThat(reply.raw().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        List<String> pointers = new ArrayList<>();
        reply.at("/errors").forEach(error -> pointers.add(error.path("pointer").asString()));
        return pointers;
    }

    private static String changed(String sound, String changes) {
        JsonNode root = JSON.readTree(sound);
        for (String change : changes.split(";;")) {
            String[] parts = change.split("=", 2);
            put(root, parts[0].strip(), parts.length == 2 ? JSON.readTree(parts[1]) : null);
        }
        return root.toString();
    }

    private static void put(JsonNode root, String pointer, JsonNode value) {
        int last = pointer.lastIndexOf('/');
        String name = pointer.substring(last + 1);
        JsonNode parent = root.at(pointer.substring(0, last));
        assertThat(parent.isContainer()).as(pointer).isTrue();
        if (parent instanceof ObjectNode object && value != null) {
            object.set(name, value);
        } else if (parent instanceof ObjectNode object) {
            object.remove(name);
        } else if (parent instanceof ArrayNode array && Integer.parseInt(name) == array.size()) {
            array.add(value);
        } else if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), value);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"/programme | /programme", "/programme=\"CHILD\" | /programme",
            "/from | /from", "/from=\"2026-13\" | /from", "/from=\"2026-1\" | /from", "/to=\"2026-09\" | /to", "/to=\"2126-10\" | /to",
            "/from=\"0026-10\" ;; /to=\"2026-10\" | /from", "/claimant | /claimant", "/claimant=[] | /claimant",
            "/claimant/kind | /claimant/kind", "/claimant/kind=\"MOTHER\" | /claimant/kind", "/claims | /claims", "/children | /children",
            "/children=null | /children",
            "/children/0/birthDate=\"2026-02-30\" | /children/0/birthDate",
            "/children/0/birthDate=\"0000-01-01\" | /children/0/birthDate",
            "/children/0/careUntil=\"9999-12-31\" | /children/0/careUntil",
            "/children/0/careUntil=\"2026-11-21\" | /children/0/careUntil",
            "/children/0/careFrom=\"2026-11-20\" | /children/0/careFrom", "/children/0/id=7 | /children/0/id",
            "/children/1/id=\"c1\" | /children/1/id",
            "/children/0/facility=[{\"from\":\"2026-12-01\",\"until\":\"2026-12-01\"}] | /children/0/facility/0/until",
            "/children/0/supportedAfter18=[{\"from\":\"2026-12-01\"}] | /children/0/supportedAfter18/0/declaredOn",
            "/children/0/supportedAfter18=[{\"declaredOn\":\"2026-12-01\",\"from\":\"2026-12-01\",\"until\":\"2026-11-01\"}] | /children/0/supportedAfter18/0/until",
            "/claims/0/children/0=\"c9\" | /claims/0/children/0", "/claims/0/kind=\"INCREASE\" | /claims/0/kind",
            "/claims/0/receivedOn=\"2026-11-20\" | /claims/0/receivedOn", "/claims/0/cause/kind=\"DISASTER\" | /claims/0/cause/since",
            "/claims/0/cause={\"kind\":\"DISASTER\",\"on\":\"2026-11-20\",\"since\":\"2026-11-21\"} | /claims/0/cause/since",
            "/claims/0/cause/on | /claims/0/cause/on", "/claims/0/cause/kind=\"DEATH\" | /claims/0/cause/kind",
            "/claims/1={\"kind\":\"NEW\",\"receivedOn\":\"2026-12-25\",\"children\":[\"c1\"]} | /claims/1/kind",
            "/endings/0/kind=\"REMARRIED\" | /endings/0/kind", "/endings/0/on=\"2026-11-25\" | /endings/0/on",
            "/endings/0/children=[\"c1\",\"c8\"] | /endings/0/children/1",
            "/claimant/incomes/0/otherIncome=-1 | /claimant/incomes/0/otherIncome",
            "/claimant/incomes/0/otherIncome=1.5 | /claimant/incomes/0/otherIncome",
            "/claimant/incomes/0/otherIncome=1e30 | /claimant/incomes/0/otherIncome", "/claimant/incomes/0/year | /claimant/incomes/0/year",
            "/claimant/incomes/0/dependants | /claimant/incomes/0/dependants", "/holidays=[\"2026-11-32\"] | /holidays/0"})
    void refusesACaseOfChildAllowance(String changes, String pointers) {
        assertThat(pointers(simulate(changed(CHILD_ALLOWANCE, changes)))).containsExactlyInAnyOrder(pointers.split(" "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"/claimant/kind=\"PARENT\" | /claimant/kind",
            "/endings/0/kind=\"BECAME_PUBLIC_SERVANT\" | /endings/0/kind",
            "/children/0/qualifyingEventOn | /children/0/qualifyingEventOn",
            "/children/0/disability=[{\"from\":\"2026-12-02\",\"until\":\"2026-12-01\"}] | /children/0/disability/0/until",
            "/claimant/incomes/0/salaryIncome=1 | /claimant/incomes/0/assessedIncome",
            "/claimant/incomes/0/widow=true | /claimant/incomes/0/assessedIncome",
            "/claimant/incomes/1/year=2024 | /claimant/incomes/1/year",
            "/claimant/incomes/1/elderlyDependants=1 ;; /claimant/incomes/1/elderlySpouse=true | /claimant/incomes/1/dependants",
            "/claimant/incomes/1/year=2023 ;; /claimant/incomes/1/specificRelativeSpecialDeduction=100000 | /claimant/incomes/1/specificRelativeSpecialDeduction",
            "/supporters/0/relation=\"FRIEND\" | /supporters/0/relation",
            "/supporters/1={\"id\":\"s1\",\"relation\":\"SPOUSE\",\"livesTogether\":{\"from\":\"2026-01-01\",\"until\":\"2026-01-01\"}} | /supporters/1/id /supporters/1/livesTogether/until",
            "/supporters/0/incomes/0/specificDependants=1 | /supporters/0/incomes/0/dependants",
            "/pensions/0/from=\"2026-04-02\" | /pensions/0/from", "/pensions/0/until=\"2027-04-30\" | /pensions/0/until",
            "/pensions/0/until=\"2026-04-01\" | /pensions/0/until", "/pensions/0/annualYen=-12 | /pensions/0/annualYen",
            "/pensions/1/until=\"2026-05-01\" | /pensions/1/childAdditionsAnnualYen",
            "/pensions/1/kind=\"DISABILITY_BASIC\" ;; /pensions/1/until=null | /pensions/1/from",
            "/childPensions/0/childId=\"c3\" | /childPensions/0/childId", "/childPensions/0/from=\"2026-04-15\" | /childPensions/0/from",
            "/exemptions/0/validUntil=\"2026-11-01\" | /exemptions/0/validUntil", "/exemptions/0/filedOn | /exemptions/0/filedOn",
            "/claims/1={\"id\":\"a\",\"kind\":\"INCREASE\",\"receivedOn\":\"2026-12-25\",\"children\":[\"c1\"]} | /claims/1/id"})
    void refusesACaseOfChildRearingAllowance(String changes, String pointers) {
        assertThat(pointers(simulate(changed(CHILD_REARING_ALLOWANCE, changes)))).containsExactlyInAnyOrder(pointers.split(" "));
    }

    @Test
    void namesEverythingAtOnceWhateverKindItIs() {
        String bad = changed(CHILD_REARING_ALLOWANCE, "/to=\"2026-09\";;/claimant/kind=\"PARENT\";;/claimant/incomes/0/dependants=-1"
                + ";;/claimant/incomes/1/elderlyDependants=2;;/claims/0/children/0=\"c2\";;/children/0/careUntil=\"2019-01-01\""
                + ";;/children/0/qualifyingEventOn=\"2026-09-31\";;/endings/0/on=\"2026-09-25\";;/endings/0/children/0=\"c5\""
                + ";;/childPensions/0/annualYen"
                + ";;/childPensions/0/childId=\"c7\";;/holidays={}");

        assertThat(new TreeSet<>(pointers(simulate(bad, "?trace=some")))).containsExactly("/childPensions/0/annualYen",
                "/childPensions/0/childId", "/children/0/careUntil", "/children/0/qualifyingEventOn", "/claimant/incomes/0/dependants",
                "/claimant/incomes/1/dependants", "/claimant/kind", "/claims/0/children/0", "/endings/0/children/0", "/endings/0/on",
                "/holidays", "/query/trace", "/to");
    }

    @Test
    void countsWhatMayBeSent() {
        String children = IntStream.range(0, 1000).mapToObj(i -> "{\"id\":\"c" + i + "\",\"birthDate\":\"2026-11-21\"}")
                .collect(Collectors.joining(",", "[", "]"));

        assertThat(pointers(simulate(changed(CHILD_ALLOWANCE, "/children=" + children)))).containsExactly("/children");
    }

    @Test
    void warnsOfFieldsThatItDoesNotKnowAtAnyDepth() {
        Reply reply = simulate(
                changed(CHILD_ALLOWANCE, "/colour=1;;/children/1/colour={\"deep\":[]};;/claims/0/cause/colour=null;;/claims/0/childs=[]"));

        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        List<String> warned = new ArrayList<>();
        reply.at("/warnings").forEach(warning -> warned.add(warning.path("pointer").asString()));
        assertThat(warned).containsExactlyInAnyOrder("/colour", "/children/1/colour", "/claims/0/cause/colour", "/claims/0/childs");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"nothing", "[]", "\"x\"",
            "{\"programme\":\"CHILD_ALLOWANCE\",\"programme\":\"CHILD_ALLOWANCE\"}", "{} {}", "null"})
    void refusesWhatIsNoCaseAtAll(String body) {
        assertThat(pointers(simulate(body))).isNotEmpty();
    }

    @Test
    void namesTheParameterThatIsMissingInsteadOfGuessing() {
        Reply reply = simulate(changed(CHILD_ALLOWANCE, "/from=\"2000-01\";;/to=\"2000-02\";;/claims=[];;/endings=[]"));

        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo("PARAMETER_MISSING");
        assertThat(reply.at("/parameter").asString()).isNotBlank();
        assertThat(reply.at("/month").asString()).isEqualTo("2000-01");
    }

    @Test
    void takesNothingWithoutItsScope() {
        Reply reply = send(request("/api/v1/simulations", user("register-feed", HERE)).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(CHILD_ALLOWANCE)));

        assertThat(reply.status()).isEqualTo(403);
    }

    /** C2: the law answers such a claim, it does not contradict itself. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"/claims/0/cause ;; /claims/0/receivedOn=\"2026-11-20\"",
            "/children/0/facility=[{\"from\":\"2026-11-21\"}]", "/children/0/careUntil=\"2026-11-23\"",
            "/children/0/claimedChild=true ;; /children/0/birthDate=\"1990-01-01\" ;; /children/0/careFrom"})
    void answersAClaimForWhichNoChildQualifies(String changes) {
        Reply reply = simulate(changed(CHILD_ALLOWANCE, changes));

        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        assertThat(reply.at("/months/2/outcome").asString()).isEqualTo("REFUSED");
        assertThat(reply.at("/payments").size()).isZero();
    }
}
