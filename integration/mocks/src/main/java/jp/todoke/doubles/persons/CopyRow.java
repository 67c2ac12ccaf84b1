package jp.todoke.doubles.persons;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A row of the files of {@link CopyKind}: the 副本 of one person.
 *
 * @param unset item codes that are answered with a reason instead of their value
 */
public record CopyRow(String municipalityCode, String atenabango, @Nullable ResultKind resultKind, @Nullable List<JsonNode> entries,
        @Nullable List<String> unset, @Nullable Integer copyAvailableAfterDays, @Nullable String answerAtenabango) {

    PersonKey key() {
        return new PersonKey(municipalityCode, atenabango);
    }

    public ResultKind kind() {
        return resultKind == null ? ResultKind.PROVIDED : resultKind;
    }

    public List<CopyItem> items(CopyKind kind) {
        if (kind() != ResultKind.PROVIDED || entries == null) {
            return List.of();
        }
        return entries.stream().flatMap(entry -> CopyField.entry(kind.fields(), 1, entry).stream())
                .map(item -> unset != null && unset.contains(item.itemCd()) ? item.withheld() : item).toList();
    }

    void check(CopyKind kind) {
        key().check();
        Rows.require(kind() != ResultKind.PROVIDED || (entries != null && !entries.isEmpty()), "entries is missing");
        items(kind);
    }

    @Override
    public String toString() {
        return "CopyRow[" + municipalityCode + "]";
    }
}
