package jp.todoke.integration.intake;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import jp.todoke.guard.Problem.FieldError;
import jp.todoke.tenancy.Municipality;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.json.JsonMapper;

/**
 * One row of an imported table below its header: the items of a package in cells. A column is named as the item of the form, with dots, and a number from
 * 1 where items repeat ({@code children.2.birthDate}); an empty cell is an item that is absent. The items are judged as those of a package are.
 */
final class TableRow {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern REPEATED = Pattern.compile("(children|countedSiblings|supporters)\\.([1-9][0-9]?)\\.([a-zA-Z]+)");
    private static final Map<String, String> ITEM = Map.of("children", "child", "countedSiblings", "sibling", "supporters", "supporter");
    /** Where the findings about a package point, and the column that holds the item. */
    private static final Map<String, String> PREFIXES = Map.of("/manifest.json/", "/", "/signature.json/verified", "/signatureVerified",
            "/signature.json/", "/", "/application.xml/", "/");

    private final Map<String, String> cells;
    private final boolean whole;
    /** By group, the numbers that are used: the second child of the form may stand in the third place of the row. */
    private final Map<String, List<Integer>> places = new LinkedHashMap<>();

    private TableRow(Map<String, String> cells, boolean whole) {
        this.cells = cells;
        this.whole = whole;
    }

    /** @param original header and row */
    static TableRow of(byte[] original) {
        try (CSVParser parser = CSVParser.parse(new StringReader(new String(original, StandardCharsets.UTF_8)), Columns.FORMAT)) {
            List<CSVRecord> records = parser.getRecords();
            CSVRecord header = records.getFirst();
            CSVRecord row = records.getLast();
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(header.size(), row.size()); i++) {
                if (!row.get(i).isBlank()) {
                    cells.put(header.get(i), row.get(i));
                }
            }
            return new TableRow(cells, header.size() == row.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has as many cells as the header. */
    boolean isWhole() {
        return whole;
    }

    /** The items that a package has in its manifest.json. */
    byte[] manifest(Municipality tenant) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("formatVersion", "1");
        manifest.put("municipalityCode", tenant.code());
        manifest.put("files", List.of());
        copy(manifest, "uketsukeBango", "procedure", "arrivedAt", "amends");
        return JSON.writeValueAsBytes(manifest);
    }

    byte[] signature() {
        Map<String, Object> signature = new LinkedHashMap<>();
        copy(signature, "jpkiSerial", "signedAt");
        switch (cells.getOrDefault("signatureVerified", "")) {
            case "true" -> signature.put("verified", true);
            case "false" -> signature.put("verified", false);
            default -> {
                // Named as missing by whoever reads it.
            }
        }
        return JSON.writeValueAsBytes(signature);
    }

    private void copy(Map<String, Object> to, String... columns) {
        for (String column : columns) {
            if (cells.containsKey(column)) {
                to.put(column, cells.get(column));
            }
        }
    }

    /** The items that a package has in its application.xml. */
    XmlItems form(ApplicationReader.Form form, Findings findings) {
        Document document = document();
        Element root = document.createElementNS(form.namespace(), "application");
        Map<String, Map<Integer, Element>> repeated = new LinkedHashMap<>();
        cells.forEach((column, text) -> {
            Matcher one = REPEATED.matcher(column);
            if (one.matches()) {
                Element item = repeated.computeIfAbsent(one.group(1), _ -> new TreeMap<>()).computeIfAbsent(Integer.valueOf(one.group(2)),
                        _ -> document.createElementNS(form.namespace(), ITEM.get(one.group(1))));
                add(item, one.group(3), text);
            } else if (Columns.isOfForm(column)) {
                String[] path = column.split("\\.");
                add(path.length == 1 ? root : child(root, path[0]), path[path.length - 1], text);
            }
        });
        repeated.forEach((group, items) -> {
            places.put(group, List.copyOf(items.keySet()));
            Element list = child(root, group);
            items.values().forEach(list::appendChild);
        });
        return XmlItems.of(root, "/" + ApplicationReader.FILE, findings);
    }

    private static Element child(Element parent, String name) {
        if (parent.getElementsByTagNameNS(parent.getNamespaceURI(), name).item(0) instanceof Element known) {
            return known;
        }
        return add(parent, name, "");
    }

    private static Element add(Element parent, String name, String text) {
        Element element = parent.getOwnerDocument().createElementNS(parent.getNamespaceURI(), name);
        if (!text.isEmpty()) {
            element.appendChild(parent.getOwnerDocument().createTextNode(text));
        }
        parent.appendChild(element);
        return element;
    }

    /** The findings at the columns of the table. */
    List<FieldError> columns(List<FieldError> findings) {
        List<FieldError> named = new ArrayList<>();
        findings.forEach(finding -> named.add(new FieldError(column(finding.pointer()), finding.code(), finding.message())));
        return named;
    }

    private String column(String pointer) {
        String prefix = PREFIXES.keySet().stream().filter(pointer::startsWith).max(Comparator.comparingInt(String::length))
                .orElse("");
        if (prefix.isEmpty()) {
            return "";
        }
        String[] path = pointer.substring(prefix.length()).split("/");
        if (path.length > 1 && places.containsKey(path[0])) {
            path[1] = places.get(path[0]).get(Integer.parseInt(path[1])).toString();
        }
        return PREFIXES.get(prefix) + String.join(".", path);
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("no document can be made", e);
        }
    }

    @Override
    public String toString() {
        return "TableRow[" + cells.size() + " cells]";
    }
}
