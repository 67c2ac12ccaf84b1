package jp.todoke.local.sample;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as it stands in the committed files: one row a line, absent values left out, the record's order of fields. */
final class JsonText {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private JsonText() {}

    static String array(List<?> rows) {
        return rows.stream().map(MAPPER::writeValueAsString).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    /** An object whose last field is the array. */
    static String feed(String head, String field, List<?> rows) {
        return "{" + head + ", \"" + field + "\": " + array(rows).stripTrailing() + "}\n";
    }
}
