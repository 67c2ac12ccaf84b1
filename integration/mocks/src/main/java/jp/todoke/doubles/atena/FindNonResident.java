package jp.todoke.doubles.atena;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.todoke.doubles.wire.PeerRequest;
import jp.todoke.doubles.wire.Scenario;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** E03 住登外者宛名基本情報照会: candidates by 基本4情報 over the history of names and addresses. */
final class FindNonResident extends AtenaOperation {

    private static final List<String> ADDRESS = List.of("jusho_todofuken", "jusho_shikugunchosonmei", "jusho_choaza",
            "jusho_banchigohyoki", "jusho_katagaki");
    private final NonResidents register;

    FindNonResident(Gate gate, NonResidents register) {
        super(gate, "findNonResident", "BasicQuery", "住登外者宛名基本情報照会",
                "031:app_submit/v10/jutogaishaatenakihonjohosyokai:Read");
        this.register = register;
    }

    @Override
    String done() {
        return "照会が完了しました。";
    }

    @Override
    List<Map<String, ?>> result(JsonNode query, PeerRequest request) {
        List<Map<String, ?>> candidates = new ArrayList<>();
        for (NonResident person : register.of(query.path("shikuchosonkodo").asString())) {
            if (person.visibleTo(query.path("gyomuid").asString())) {
                // The last record that fits tells most of a person; one line for each person.
                for (int record = person.records().size(); record > 0; record--) {
                    if (fits(query, person.records().get(record - 1))) {
                        candidates.add(candidate(person, record, request.scenario() == Scenario.ANOTHER_PERSON));
                        break;
                    }
                }
            }
        }
        return candidates;
    }

    private static boolean fits(JsonNode query, NonResident.Entry entry) {
        String name = plain(query.path("shimei").asString(""));
        String known = plain(entry.shimei());
        boolean named = query.path("kensakuhoho").asString().equals("1") ? known.contains(name) : name.isEmpty() || known.equals(name);
        String sex = query.path("seibetsu").asString("0");
        String place = query.path("jusho_shikuchosonkodo").asString("");
        String address = plain(address(query));
        return named && entry.seinengappi().toString().equals(query.path("seinengappi").asString())
                && (sex.equals("0") || entry.seibetsu() == null || entry.seibetsu().equals("0") || entry.seibetsu().equals(sex))
                && (place.isEmpty() || entry.jushoShikuchosonkodo() == null || entry.jushoShikuchosonkodo().equals(place))
                && (address.isEmpty() || entry.jusho() == null || plain(entry.jusho()).equals(address));
    }

    /** The address in one piece, however far the sender could part it. */
    static String address(JsonNode parts) {
        StringBuilder address = new StringBuilder();
        ADDRESS.forEach(part -> address.append(parts.path(part).asString("")));
        return address.toString();
    }

    /** For comparing only: spaces and the width of letters say nothing. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replace(" ", "");
    }

    private static Map<String, ?> candidate(NonResident person, int record, boolean another) {
        NonResident.Entry entry = person.records().get(record - 1);
        Map<String, @Nullable Object> candidate = new LinkedHashMap<>();
        candidate.put("shikuchosonkodo", person.municipalityCode());
        candidate.put("atenabango", person.atenabango());
        candidate.put("rirekibango", record);
        candidate.put("saishinfuragu", record == person.records().size() ? "1" : "0");
        candidate.put("shimei", entry.shimei());
        candidate.put("shimei_furigana", entry.shimeiFurigana());
        candidate.put("seibetsu", entry.seibetsu());
        candidate.put("seinengappi", (another ? entry.seinengappi().minusYears(1) : entry.seinengappi()).toString());
        candidate.put("jusho_shikuchosonkodo", entry.jushoShikuchosonkodo());
        candidate.put("jusho_choaza", entry.jusho());
        candidate.put("gyomuid", person.business());
        candidate.put("dokujishisakushisutemutoid", "000");
        candidate.put("nayosemotofuragu", person.nayosesakiatenabango() == null ? "0" : "1");
        candidate.put("nayosesakiatenabango", person.nayosesakiatenabango());
        candidate.put("tagyomusanshofukafuragu", Boolean.TRUE.equals(person.fromJuki()) ? "1" : "0");
        return candidate;
    }
}
