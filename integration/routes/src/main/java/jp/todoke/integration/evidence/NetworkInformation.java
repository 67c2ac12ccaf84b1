package jp.todoke.integration.evidence;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What can be asked for through the 中間サーバー, by the word of the channel: 特定個人情報 and its code. */
@Component
public class NetworkInformation {

    /** Which place is asked, where the body that answers depends on one. */
    public enum Place {
        /** One institution answers for all. */
        NONE,
        /** The one that the question names: where the person lives or lived. */
        NAMED,
        /** The asker's own, unless the question names another. */
        OWN
    }

    /**
     * @param tmCd       特定個人情報名コード
     * @param byYear     whether it is asked for one 年度
     * @param sourceMark OFFICIAL, or PROVISIONAL where the code is not confirmed
     */
    public record Entry(String kind, String tmCd, String name, boolean byYear, Place place, String sourceMark) {
        static Entry of(Map<String, String> row) {
            return new Entry(row.get("kind"), row.get("tm_cd"), row.get("name"), Boolean.parseBoolean(row.get("by_year")),
                    Place.valueOf(row.get("place")), row.get("source_mark"));
        }

        public boolean ofMunicipality() {
            return place != Place.NONE;
        }
    }

    private final Map<String, Entry> entries = CodeList.read("/evidence/information.csv").stream().map(Entry::of)
            .collect(Collectors.toUnmodifiableMap(Entry::kind, Function.identity()));

    public Optional<Entry> of(String kind) {
        return Optional.ofNullable(entries.get(kind));
    }
}
