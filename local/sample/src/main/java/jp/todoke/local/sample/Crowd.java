package jp.todoke.local.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * As many couples with children as one wants, who apply for 児童手当: copies of the sample's families that have not applied, with numbers and names of
 * their own. For what needs more applications than the sample has.
 */
public final class Crowd {
    private static final int ROWS_OF_A_FEED = 2_000;
    /** Above every number of the sample. */
    private static final long ATENABANGO_STEP = 1_000_000;
    private static final long HOUSEHOLD_STEP = 100_000;
    private static final int FIRST_NUMBER = 100_000;
    private static final int FIRST_ACCOUNT = 2_000_000;
    private static final int FIRST_KOJINBANGO = 100_000;
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final List<String> KANA = List.of("レイ", "イチ", "ニ", "サン", "ヨン", "ゴ", "ロク", "ナナ", "ハチ", "キュウ");

    private final List<ApplicationForm> applications = new ArrayList<>();
    private final ArrayNode residents = JsonText.MAPPER.createArrayNode();
    private final ArrayNode taxes = JsonText.MAPPER.createArrayNode();
    private final ArrayNode persons = JsonText.MAPPER.createArrayNode();
    private final ArrayNode accounts = JsonText.MAPPER.createArrayNode();
    private int numbered = FIRST_KOJINBANGO;

    /** A family as the sample has it. */
    private record Pattern(JsonNode form, List<JsonNode> members, List<JsonNode> taxes, JsonNode person, JsonNode account) {}

    private Crowd() {}

    public static Crowd of(int families) {
        var crowd = new Crowd();
        List<Pattern> patterns = patterns();
        for (int i = 0; i < families; i++) {
            crowd.add(patterns.get(i % patterns.size()), i, i / patterns.size() + 1);
        }
        return crowd;
    }

    public List<ApplicationForm> applications() {
        return List.copyOf(applications);
    }

    /** Bodies of the residents feed. */
    public List<String> residentFeeds() {
        return feeds("\"asOf\": \"" + Towns.AS_OF + "\"", "residents", residents);
    }

    /** Bodies of the tax feed. */
    public List<String> taxFeeds() {
        return feeds("\"year\": " + Towns.TAX_YEAR, "rows", taxes);
    }

    /** Rows for the national doubles, by file. */
    public String doublesRows() {
        ObjectNode rows = JsonText.MAPPER.createObjectNode();
        rows.set("persons", persons);
        rows.set("accounts", accounts);
        return rows.toString();
    }

    private static List<String> feeds(String head, String field, ArrayNode rows) {
        var feeds = new ArrayList<String>();
        for (int from = 0; from < rows.size(); from += ROWS_OF_A_FEED) {
            feeds.add(JsonText.feed(head, field,
                    new ArrayList<>(rows.values()).subList(from, Math.min(rows.size(), from + ROWS_OF_A_FEED))));
        }
        return feeds;
    }

    private static List<Pattern> patterns() {
        Map<String, List<JsonNode>> households = new HashMap<>();
        Map<String, String> householdOf = new HashMap<>();
        for (JsonNode resident : tree("residents.json").path("residents")) {
            households.computeIfAbsent(resident.path("householdNumber").asString(), number -> new ArrayList<>()).add(resident);
            if (resident.has("jpkiSerial")) {
                householdOf.put(resident.path("jpkiSerial").asString(), resident.path("householdNumber").asString());
            }
        }
        var patterns = new ArrayList<Pattern>();
        for (JsonNode form : tree("further-applications.json")) {
            List<JsonNode> members = households.getOrDefault(householdOf.get(form.at("/content/jpkiSerial").asString()), List.of());
            List<JsonNode> taxes = members.stream().flatMap(member -> rows("taxes-2026.json", "rows", member).stream()).toList();
            String claimant = form.at("/content/jpkiSerial").asString();
            JsonNode applicant = members.stream().filter(member -> member.path("jpkiSerial").asString("").equals(claimant)).findFirst()
                    .orElseThrow();
            List<JsonNode> account = rows("doubles/accounts.json", "", applicant);
            if (!account.isEmpty()) {
                patterns.add(new Pattern(form, members, taxes, rows("doubles/persons.json", "", applicant).getFirst(), account.getFirst()));
            }
        }
        return patterns;
    }

    private static JsonNode tree(String file) {
        return JsonText.MAPPER.readTree(Sample.text(Sample.TODOKENO + "/" + file));
    }

    private static List<JsonNode> rows(String file, String field, JsonNode person) {
        JsonNode tree = tree(file);
        JsonNode array = field.isEmpty() ? tree : tree.path(field);
        return array.values().stream().filter(row -> row.path("atenabango").equals(person.path("atenabango"))).toList();
    }

    private void add(Pattern pattern, int number, int copy) {
        String kojinbangoOfApplicant = "";
        for (JsonNode member : pattern.members()) {
            ObjectNode row = copied(member, copy);
            String kojinbango = CheckDigits.kojinbango(numbered++);
            row.put("kojinbango", kojinbango);
            rename(row, copy);
            residents.add(row);
            if (member.path("atenabango").equals(pattern.person().path("atenabango"))) {
                kojinbangoOfApplicant = kojinbango;
            }
        }
        pattern.taxes().forEach(row -> taxes.add(copied(row, copy)));
        persons.add(copied(pattern.person(), copy).put("kojinbango", kojinbangoOfApplicant));
        ObjectNode account = copied(pattern.account(), copy).put("number", "%07d".formatted(FIRST_ACCOUNT + number));
        accounts.add(account.put("holderKana", account.path("holderKana").asString() + kana(copy)));
        applications.add(application(pattern.form(), number, copy));
    }

    private static ApplicationForm application(JsonNode pattern, int number, int copy) {
        ObjectNode form = (ObjectNode) pattern.deepCopy();
        form.put("no", FIRST_NUMBER + number).put("uketsukeBango", "M20261116-%06d".formatted(FIRST_NUMBER + number));
        ObjectNode content = (ObjectNode) form.path("content");
        content.put("jpkiSerial", serial(content.path("jpkiSerial").asString(), copy));
        rename((ObjectNode) content.path("applicant"), copy);
        if (content.path("spouse").isObject()) {
            rename((ObjectNode) content.path("spouse"), copy);
        }
        content.path("children").forEach(child -> rename((ObjectNode) child, copy));
        content.path("countedSiblings").forEach(sibling -> rename((ObjectNode) sibling, copy));
        return JsonText.MAPPER.treeToValue(form, ApplicationForm.class);
    }

    private static ObjectNode copied(JsonNode row, int copy) {
        ObjectNode copied = (ObjectNode) row.deepCopy();
        for (String field : List.of("atenabango", "fatherAtenabango", "motherAtenabango")) {
            if (copied.has(field)) {
                copied.put(field, "%015d".formatted(Long.parseLong(copied.path(field).asString()) + copy * ATENABANGO_STEP));
            }
        }
        if (copied.has("householdNumber")) {
            copied.put("householdNumber",
                    "%09d".formatted(Long.parseLong(copied.path("householdNumber").asString()) + copy * HOUSEHOLD_STEP));
        }
        if (copied.has("jpkiSerial")) {
            copied.put("jpkiSerial", serial(copied.path("jpkiSerial").asString(), copy));
        }
        return copied;
    }

    private static String serial(String serial, int copy) {
        return "J%010d".formatted(Long.parseLong(serial.substring(1)) + copy * ATENABANGO_STEP);
    }

    private static void rename(ObjectNode person, int copy) {
        person.put("name", person.path("name").asString() + Integer.toString(copy).chars()
                .mapToObj(digit -> String.valueOf(DIGITS.charAt(digit - '0'))).reduce("", String::concat));
        if (person.has("kana")) {
            person.put("kana", person.path("kana").asString() + kana(copy));
        }
    }

    private static String kana(int copy) {
        return Integer.toString(copy).chars().mapToObj(digit -> KANA.get(digit - '0')).reduce("", String::concat);
    }
}
