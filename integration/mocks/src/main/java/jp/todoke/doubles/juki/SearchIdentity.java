package jp.todoke.doubles.juki;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import jp.todoke.doubles.auth.AccessTokens;
import jp.todoke.doubles.persons.JukiRecord;
import jp.todoke.doubles.persons.Person;
import jp.todoke.doubles.persons.PersonDirectory;
import jp.todoke.doubles.wire.CodeTable;
import jp.todoke.doubles.wire.Digests;
import jp.todoke.doubles.wire.PeerContract;
import jp.todoke.doubles.wire.PeerOperation;
import jp.todoke.doubles.wire.PeerRequest;
import jp.todoke.doubles.wire.Refusal;
import jp.todoke.doubles.wire.Reply;
import jp.todoke.doubles.wire.Scenario;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** E27 POST /juki/search: 本人確認情報 by name and birth date or by 個人番号, for a permitted 利用事務 only. */
final class SearchIdentity extends PeerOperation {

    private static final int TOO_MANY = 10;
    private static final int PERSON_BYTES = 8;
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final PeerContract contract = PeerContract.of("juki");
    private final CodeTable purposes = new CodeTable("legal-tuples/juki-purposes.csv");
    private final PersonDirectory directory;
    private final AccessTokens tokens;
    private final Clock clock;

    SearchIdentity(PersonDirectory directory, AccessTokens tokens, Clock clock) {
        super("juki", "searchIdentity", "本人確認情報検索");
        this.directory = directory;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    protected Reply answer(PeerRequest request) {
        tokens.require("juki:search:Read", request);
        contract.check("searchIdentity", request);
        JsonNode search = Objects.requireNonNull(request.json());
        String purpose = search.path("purpose").asString();
        if (!purposes.allows(LocalDate.ofInstant(clock.instant(), JAPAN), Map.of("asker_kind", "MUNICIPALITY", "purpose", purpose))) {
            throw Refusal.business(400, "N0403", "この利用事務では本人確認情報を検索できません。");
        }
        Predicate<Person> wanted = wanted(search.path("key"));
        return Reply.of(200,
                hits(request.scenario() == Scenario.NOTHING_FOUND ? List.of() : directory.identities(wanted), request.scenario()));
    }

    /** No 宛名番号 is named: by a digest of the key the same person is known again, and by nobody who does not know the key. */
    @Override
    protected @Nullable String person(PeerRequest request) {
        JsonNode search = request.json();
        return search == null
                ? null
                : "key-" + HexFormat.of().formatHex(Digests.sha256(search.path("key").toString()), 0, PERSON_BYTES);
    }

    private static Predicate<Person> wanted(JsonNode key) {
        if (key.path("kind").asString().equals("KOJINBANGO")) {
            demand(key, "kojinbango");
            String kojinbango = key.path("kojinbango").asString();
            return person -> kojinbango.equals(person.kojinbango());
        }
        demand(key, "shimei", "seinengappi");
        String shimei = withoutSpaces(key.path("shimei").asString());
        LocalDate born = LocalDate.parse(key.path("seinengappi").asString());
        return person -> {
            JukiRecord record = person.juki();
            return record != null && record.seinengappi().equals(born) && withoutSpaces(record.shimei()).equals(shimei);
        };
    }

    private static void demand(JsonNode key, String... items) {
        List<Refusal.Fault> faults = new ArrayList<>();
        for (String item : items) {
            if (key.path(item).asString("").isBlank()) {
                faults.add(Refusal.Fault.needs("key.kind", "key." + item));
            }
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }

    /** Systems differ in how they part 氏 and 名. */
    private static String withoutSpaces(String name) {
        return name.replaceAll("[ \\u3000]", "");
    }

    private static Map<String, Object> hits(List<JukiRecord> found, Scenario scenario) {
        Map<String, Object> body = new LinkedHashMap<>();
        boolean tooMany = found.size() > TOO_MANY;
        body.put("outcome", found.isEmpty() ? "NONE" : tooMany ? "TOO_MANY" : "FOUND");
        body.put("hits", tooMany ? List.of() : found.stream().map(record -> hit(record, scenario == Scenario.ANOTHER_PERSON)).toList());
        return body;
    }

    private static Map<String, Object> hit(JukiRecord record, boolean another) {
        Map<String, Object> hit = new LinkedHashMap<>();
        hit.put("shimei", another ? "別野　人子" : record.shimei());
        put(hit, "shimeiFurigana", another ? "ベツノ　ヒトコ" : record.shimeiFurigana());
        hit.put("seinengappi", (another ? record.seinengappi().minusYears(1) : record.seinengappi()).toString());
        hit.put("seibetsu", record.seibetsu());
        hit.put("juminhyoShikuchosonCd", record.juminhyoShikuchosonCd());
        hit.put("jusho", record.jusho());
        put(hit, "juminTonattaHi", record.juminTonattaHi());
        hit.put("seizonKbn", record.seizonKbn());
        put(hit, "idoJiyu", record.idoJiyu());
        put(hit, "idoNengappi", record.idoNengappi());
        return hit;
    }

    private static void put(Map<String, Object> hit, String field, @Nullable Object value) {
        if (value != null) {
            hit.put(field, value.toString());
        }
    }
}
