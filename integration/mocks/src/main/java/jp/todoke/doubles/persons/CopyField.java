package jp.todoke.doubles.persons;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A field of an entry in a data file, named as in specs/linkage, and the item that tells it. Item codes and the codes of values
 * are PROVISIONAL.
 *
 * @param form  what the text of a value must look like
 * @param codes word of the file → code of the layout; empty where the value is answered as it stands
 * @param below what is told of each member of a group
 */
record CopyField(String name, String itemCd, String itemName, Presence presence, String form, Map<String, String> codes,
        List<CopyField> below) {

    static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    static final String MONTH = "[0-9]{4}-[0-9]{2}";
    static final String NUMBER = "[0-9]{1,12}";
    static final String TEXT = "(?s).+";

    /** What an absent field means: a fault of the file, 不明 (NOT_OBTAINABLE), or that it has not come to an end. */
    enum Presence {
        REQUIRED,
        OPTIONAL,
        END,
        EACH,
        GROUP
    }

    static CopyField required(String name, String itemCd, String itemName, String form) {
        return new CopyField(name, itemCd, itemName, Presence.REQUIRED, form, Map.of(), List.of());
    }

    static CopyField optional(String name, String itemCd, String itemName, String form) {
        return new CopyField(name, itemCd, itemName, Presence.OPTIONAL, form, Map.of(), List.of());
    }

    static CopyField end(String name, String itemCd, String itemName, String form) {
        return new CopyField(name, itemCd, itemName, Presence.END, form, Map.of(), List.of());
    }

    /** The number of members, and each of them. */
    static CopyField group(String name, String itemCd, String itemName, CopyField... below) {
        return new CopyField(name, itemCd, itemName, Presence.GROUP, TEXT, Map.of(), List.of(below));
    }

    /** @param words the words of the file in the order of the codes, which begin with {@code first} */
    CopyField coded(int first, String... words) {
        Map<String, String> numbered = Arrays.stream(words)
                .collect(Collectors.toUnmodifiableMap(word -> word, word -> Integer.toString(first + List.of(words).indexOf(word))));
        return new CopyField(name, itemCd, itemName, presence, TEXT, numbered, below);
    }

    /** One item for each value of an array. */
    CopyField each() {
        return new CopyField(name, itemCd, itemName, Presence.EACH, form, codes, below);
    }

    List<CopyItem> items(int level, @Nullable JsonNode value) {
        if (value == null) {
            Rows.require(presence == Presence.OPTIONAL || presence == Presence.END, name + " is missing");
            return List.of(new CopyItem(level, itemCd, itemName, null, presence == Presence.END ? "NOT_APPLICABLE" : "NOT_OBTAINABLE"));
        }
        return switch (presence) {
            case EACH -> value.valueStream().map(one -> item(level, text(one))).toList();
            case GROUP -> {
                List<CopyItem> items = new ArrayList<>(List.of(item(level, Integer.toString(value.size()))));
                value.forEach(member -> items.addAll(entry(below, level, member)));
                yield items;
            }
            default -> List.of(item(level, text(value)));
        };
    }

    /** The items of one entry, in the order of the layout; the first field begins it. */
    static List<CopyItem> entry(List<CopyField> fields, int level, JsonNode entry) {
        entry.propertyNames().forEach(name -> Rows.require(fields.stream().anyMatch(field -> field.name().equals(name)),
                "unknown field " + name));
        List<CopyItem> items = new ArrayList<>();
        for (CopyField field : fields) {
            items.addAll(field.items(items.isEmpty() ? level : level + 1, entry.get(field.name())));
        }
        return items;
    }

    private CopyItem item(int level, String value) {
        return new CopyItem(level, itemCd, itemName, value, null);
    }

    private String text(JsonNode value) {
        String text = value.isValueNode() ? value.asString() : "";
        Rows.require(codes.isEmpty() ? text.matches(form) : codes.containsKey(text), name + " has no such value");
        return codes.getOrDefault(text, text);
    }
}
