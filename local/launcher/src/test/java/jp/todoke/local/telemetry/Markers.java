package jp.todoke.local.telemetry;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.todoke.local.sample.ApplicationForm;
import jp.todoke.local.sample.Sample;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What must show nowhere: 個人番号, 宛名番号, names, kana, addresses and accounts of everybody in the sample, and some oddities of people who exist
 * nowhere else. Amounts are no markers: they stand in sums of payments as well.
 */
final class Markers {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Of one planted applicant, and of what a confused client sends. */
    static final String NAME = "鰐淵　蘭丸介";
    static final String KANA = "ワニブチ　ランマルノスケ";
    static final String ACCOUNT = "7418529";
    static final String KOJINBANGO = "999989876541";
    static final String ADDRESS = "東京都届野市鰐淵町九丁目８７番６５号";
    static final String PHONE = "090-7418-5296";
    static final String MAIL = "wanibuchi.ranmaru@mail.example";
    static final String INCOME = "7317315";
    private static final Set<String> FIELDS = Set.of("kojinbango", "atenabango", "name", "kana", "address", "number", "holderKana",
            "jpkiSerial");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.-]+");

    /** Each as it may be written, with what it is. */
    private final Map<String, String> written = new LinkedHashMap<>();
    private final Set<String> numbers = new LinkedHashSet<>();

    private Markers() {}

    /** @param doublesData what the national doubles were started with */
    static Markers of(Path doublesData) throws IOException {
        var markers = new Markers();
        Map.of("name", NAME, "kana", KANA, "account", ACCOUNT, "個人番号", KOJINBANGO, "address", ADDRESS, "phone", PHONE, "mail", MAIL,
                "income", INCOME).forEach((kind, value) -> markers.add("planted " + kind, value));
        for (String town : List.of(Sample.TODOKENO, Sample.TONARINO)) {
            markers.collect(town + " register", JSON.readTree(Sample.residentFeed(town)));
        }
        try (Stream<Path> files = Files.list(doublesData)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                markers.collect(file.getFileName().toString(), JSON.readTree(Files.readString(file)));
            }
        }
        for (List<ApplicationForm> forms : List.of(Sample.applications(), Sample.childRearingApplications(),
                Sample.furtherApplications())) {
            markers.collect("application", JSON.valueToTree(forms.stream().map(ApplicationForm::content).toList()));
        }
        return markers;
    }

    int count() {
        return written.size() + numbers.size();
    }

    private void collect(String where, JsonNode node) {
        node.properties().forEach(field -> {
            if (FIELDS.contains(field.getKey()) && field.getValue().isString()) {
                add(where + " " + field.getKey(), field.getValue().asString());
            } else {
                collect(where, field.getValue());
            }
        });
        if (node.isArray()) {
            node.forEach(each -> collect(where, each));
        }
    }

    private void add(String what, String value) {
        if (value.length() < 4) {
            return;
        }
        if (WORD.matcher(value).matches()) {
            numbers.add(value);
            return;
        }
        for (String way : List.of(value, value.replace("　", ""), value.replace("　", " "))) {
            written.put(way, what);
            written.put(URLEncoder.encode(way, StandardCharsets.UTF_8), what);
            written.put(escaped(way), what);
        }
    }

    private static String escaped(String text) {
        return text.chars().mapToObj(unit -> unit < 128 ? String.valueOf((char) unit) : "\\u%04x".formatted(unit))
                .collect(Collectors.joining());
    }

    /** What of all this stands in a text: its kind and how often, never the thing itself. */
    Set<String> in(String text) {
        Set<String> found = new TreeSet<>();
        written.forEach((marker, what) -> {
            if (text.contains(marker)) {
                found.add(what);
            }
        });
        var words = WORD.matcher(text);
        while (words.find()) {
            if (numbers.contains(words.group())) {
                found.add("a number or serial of " + words.group().length() + " characters");
            }
        }
        return found;
    }

    Set<String> inAll(Collection<String> texts) {
        return in(String.join("\n", new ArrayList<>(texts)));
    }
}
