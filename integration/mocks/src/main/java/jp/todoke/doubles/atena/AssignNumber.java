package jp.todoke.doubles.atena;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.todoke.doubles.wire.Digests;
import jp.todoke.doubles.wire.PeerRequest;
import jp.todoke.doubles.wire.Refusal;
import jp.todoke.doubles.wire.Scenario;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** E04 住登外者宛名番号付番: 0 gives a number, 1 takes one that exists, 2 says which candidate was chosen. */
final class AssignNumber extends AtenaOperation {

    private static final int REMEMBERED = 20_000;

    private record Numbered(byte[] bodyHash, Map<String, ?> row) {}

    private final NonResidents register;
    private final Map<String, Numbered> numbered = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Numbered> eldest) {
            return size() > REMEMBERED;
        }
    };

    AssignNumber(Gate gate, NonResidents register) {
        super(gate, "assignNumber", "Numbering", "住登外者宛名番号付番", "031:app_submit/v10/jutogaishaatenabangofuban:Create");
        this.register = register;
    }

    @Override
    String done() {
        return "登録が完了しました。";
    }

    @Override
    synchronized List<Map<String, ?>> result(JsonNode body, PeerRequest request) {
        if (body.path("shimei").asString("").isEmpty() && body.path("shorikubun").asString().equals("0")) {
            throw Refusal.invalid(List.of(Refusal.Fault.missing("氏名")));
        }
        String requestId = Objects.requireNonNull(request.header("X-Request-Id"));
        byte[] hash = Digests.sha512(request.body());
        Numbered before = numbered.get(requestId);
        if (before != null && !Arrays.equals(before.bodyHash(), hash)) {
            throw Refusal.business(400, "N0411", "同じリクエストIDで異なる内容が送信されました。");
        }
        Map<String, ?> row = before != null ? before.row() : done(body, requestId);
        numbered.put(requestId, new Numbered(hash, row));
        return List.of(request.scenario() == Scenario.ANOTHER_PERSON ? ofAnotherMunicipality(row) : row);
    }

    @Override
    public synchronized void forget() {
        numbered.clear();
        register.forget();
    }

    private Map<String, ?> done(JsonNode body, String requestId) {
        String municipality = body.path("shikuchosonkodo").asString();
        String given = body.path("atenabango").asString("");
        NonResident person = switch (body.path("shorikubun").asString()) {
            case "0" -> registered(body, municipality, register.number(municipality, requestId));
            case "1" -> unlocked(municipality, given).map(known -> known.with(entry(body)))
                    .orElseGet(() -> registered(body, municipality, given));
            default -> unlocked(municipality, given)
                    .orElseThrow(() -> Refusal.business(400, "N0404", "宛名番号に該当する住登外者がありません。"));
        };
        register.keep(person);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("shikuchosonkodo", municipality);
        row.put("atenabango", person.atenabango());
        row.put("rirekibango", person.records().size());
        for (String item : List.of("sosashaid", "sosanengappi", "sosajikoku")) {
            row.put(item, body.path(item).asString());
        }
        return row;
    }

    private Optional<NonResident> unlocked(String municipality, String atenabango) {
        Optional<NonResident> known = register.find(municipality, atenabango);
        if (known.filter(NonResident::isLocked).isPresent()) {
            throw Refusal.business(409, "N0423", "他の操作者が編集中です。");
        }
        return known;
    }

    private static NonResident registered(JsonNode body, String municipality, String number) {
        return new NonResident(municipality, number, body.path("gyomuid").asString("000"),
                body.path("tagyomusanshofukafuragu").asString().equals("1"), false, null, List.of(entry(body)));
    }

    private static NonResident.Entry entry(JsonNode body) {
        return new NonResident.Entry(body.path("shimei").asString(""), text(body, "shimei_furigana"), text(body, "seibetsu"),
                LocalDate.parse(Objects.requireNonNullElse(text(body, "seinengappi"), "0000-01-01")),
                text(body, "jusho_shikuchosonkodo"), FindNonResident.address(body));
    }

    private static @Nullable String text(JsonNode body, String item) {
        String text = body.path(item).asString("");
        return text.isEmpty() ? null : text;
    }

    private static Map<String, ?> ofAnotherMunicipality(Map<String, ?> row) {
        Map<String, Object> other = new LinkedHashMap<>(row);
        other.put("shikuchosonkodo", "131016".equals(row.get("shikuchosonkodo")) ? "139980" : "131016");
        return other;
    }
}
