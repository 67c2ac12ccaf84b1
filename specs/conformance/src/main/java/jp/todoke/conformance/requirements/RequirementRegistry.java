package jp.todoke.conformance.requirements;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.LinkedHashMap;
import java.util.Collections;

/** The registry {@code specs/requirements/simulations.csv}, in its order. */
public final class RequirementRegistry {
    private static final String FILE = "specs/requirements/simulations.csv";
    private static final List<String> HEADER = List.of("id", "clause", "text", "applies_from", "source_mark");
    private final SequencedMap<String, Requirement> byId;

    private RequirementRegistry(SequencedMap<String, Requirement> byId) {
        this.byId = Collections.unmodifiableSequencedMap(byId);
    }

    public static RequirementRegistry packed() {
        try (InputStream in = RequirementRegistry.class.getClassLoader().getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not packed");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RequirementRegistry parse(String csv) {
        List<List<String>> rows = rows(csv);
        if (rows.isEmpty() || !rows.getFirst().equals(HEADER)) {
            throw new IllegalArgumentException(FILE + ":1: the columns must be " + String.join(",", HEADER));
        }
        SequencedMap<String, Requirement> byId = new LinkedHashMap<>();
        for (int i = 1; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            if (row.size() != HEADER.size()) {
                throw new IllegalArgumentException(
                        FILE + ": row " + (i + 1) + " has " + row.size() + " columns instead of " + HEADER.size() + ": " + row);
            }
            var requirement = new Requirement(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4));
            if (byId.put(requirement.id(), requirement) != null) {
                throw new IllegalArgumentException(FILE + ": row " + (i + 1) + " repeats " + requirement.id());
            }
        }
        return new RequirementRegistry(byId);
    }

    public Map<String, Requirement> all() {
        return byId;
    }

    /** A vendor's own vectors may cite requirements that are not ours. */
    public Requirement named(String id) {
        Requirement known = byId.get(id);
        return known == null ? new Requirement(id, "", "(not in the registry of this suite)", "", "") : known;
    }

    /** RFC 4180 with quoted fields. */
    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted) {
                if (c != '"') {
                    field.append(c);
                } else if (i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    field.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                row.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (c != '\r') {
                field.append(c);
            }
        }
        if (!row.isEmpty() || !field.isEmpty()) {
            row.add(field.toString());
            rows.add(row);
        }
        return rows;
    }
}
