package jp.todoke.benefits.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * An engine with one mistake.
 *
 * @param rows vectors that must fail by the mistake
 */
record Variant(String name, String mistake, List<Edit> edits, List<String> rows) {

    static List<Variant> all() {
        try (InputStream in = Variant.class.getResourceAsStream("/conformance/variants.yaml")) {
            List<Variant> variants = new ArrayList<>();
            for (Object one : (List<?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in)) {
                Map<?, ?> fields = (Map<?, ?>) one;
                List<Edit> edits = list(fields, "edits").stream().map(edit -> Edit.of((Map<?, ?>) edit)).toList();
                variants.add(new Variant(text(fields, "name"), text(fields, "mistake"), edits,
                        list(fields, "rows").stream().map(String::valueOf).toList()));
            }
            return variants;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One change of one file.
     *
     * @param file source or resource of the law, from {@code benefits-service/law/src/main}
     */
    record Edit(String file, String find, String replace) {

        private static Edit of(Map<?, ?> fields) {
            return new Edit(text(fields, "file"), text(fields, "find"), text(fields, "replace"));
        }

        /** The altered text; a mistake that can no longer be made in this way must be described anew. */
        String applyTo(String original) {
            int place = original.indexOf(find);
            if (place < 0 || original.indexOf(find, place + 1) >= 0) {
                throw new AssertionError("the text to find does not stand exactly once in " + file + ": " + find);
            }
            return original.substring(0, place) + replace + original.substring(place + find.length());
        }
    }

    private static String text(Map<?, ?> fields, String name) {
        if (fields.get(name) instanceof String text) {
            return text.strip();
        }
        throw new IllegalArgumentException("variants.yaml: " + name + " is missing in " + fields);
    }

    private static List<?> list(Map<?, ?> fields, String name) {
        if (fields.get(name) instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("variants.yaml: " + name + " is missing in " + fields);
    }

    @Override
    public String toString() {
        return name;
    }
}
