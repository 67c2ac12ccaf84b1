package jp.todoke.local.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.todoke.local.demo.ActualOutcome;
import jp.todoke.local.demo.JobResult;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that a user sees of the job's result, as lines that two runs can be compared by. Left out is what two undisturbed runs
 * differ in as well: ids and moments; 案件番号, 決定番号 and the item numbers of the bank file, which follow the order in which packages
 * that run side by side become cases; who proposed the first case, which is the first by that order; the number of the ETag, which counts
 * the steps in which answers came. Lists are sorted, since answers come in any order.
 */
final class PlainResult {
    private static final Set<String> LEFT_OUT = Set.of("caseId", "caseNumber", "version", "packageId", "replacedBy", "questionId",
            "askedAt",
            "answeredAt", "factId", "recordedAt", "confirmedAt", "openedAt", "closedAt", "proposalId", "proposedAt", "proposedBy",
            "decisionId", "decisionNumber");
    private static final Pattern VISIBLE_NUMBER = Pattern.compile("R[0-9]{2}-[0-9]{6}");
    private static final Charset JIS = Charset.forName("JIS_X0201");
    private static final int RECORD = 120;
    private static final int ITEM_NUMBER = 91;
    private static final int AFTER_ITEM_NUMBER = 101;
    private static final JsonMapper JSON = JsonMapper.builder().findAndAddModules().build();

    private PlainResult() {}

    /** One text for each application, letter and bank file. */
    static Map<String, String> of(JobResult result) {
        var texts = new TreeMap<String, String>();
        for (ActualOutcome outcome : result.outcomes()) {
            String number = outcome.submission().form().uketsukeBango();
            texts.put("application " + number, application(outcome));
            Path letter = result.notices().resolve(number + ".pdf");
            if (Files.exists(letter)) {
                texts.put("notice " + number, letter(letter));
            }
        }
        result.days().forEach((part, day) -> {
            texts.put("bank file " + part.name(), bankFile(day.bankFile()));
            texts.put("payments " + part.name(), canonical(JSON.valueToTree(day.run().getHeld())));
        });
        return texts;
    }

    /** Names of what is in one of them only, or otherwise. */
    static List<String> differences(Map<String, String> expected, Map<String, String> actual) {
        var names = new TreeSet<>(expected.keySet());
        names.addAll(actual.keySet());
        return names.stream().filter(name -> !Objects.equals(expected.get(name), actual.get(name))).toList();
    }

    private static String application(ActualOutcome outcome) {
        return String.join("\n", "accepted " + outcome.submission().accepted(),
                "errors " + canonical(JSON.valueToTree(outcome.submission().errors())),
                "paid " + outcome.paidYen(), "held " + outcome.heldYen(),
                outcome.view() == null ? "no case" : canonical(JSON.valueToTree(outcome.view())));
    }

    static String canonical(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream().filter(member -> !LEFT_OUT.contains(member.getKey()) && !member.getValue().isNull())
                    .map(member -> member.getKey() + ": " + canonical(member.getValue())).sorted()
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node.isArray()) {
            var items = new ArrayList<String>();
            node.forEach(item -> items.add(canonical(item)));
            return items.stream().sorted().collect(Collectors.joining("\n  ", "[", "]"));
        }
        return withoutNumbers(node.asString());
    }

    private static String withoutNumbers(String text) {
        return VISIBLE_NUMBER.matcher(text).replaceAll("R00-000000");
    }

    /** The records, sorted, without the numbers of their items. */
    private static String bankFile(Path file) {
        String content = new String(bytes(file), JIS).replace("\r\n", "");
        return Stream.iterate(0, at -> at + RECORD <= content.length(), at -> at + RECORD).map(at -> content.substring(at, at + RECORD))
                .map(record -> record.startsWith("2") ? record.substring(0, ITEM_NUMBER) + record.substring(AFTER_ITEM_NUMBER) : record)
                .sorted().collect(Collectors.joining("\n"));
    }

    private static String letter(Path file) {
        try (PDDocument document = Loader.loadPDF(bytes(file))) {
            return withoutNumbers(new PDFTextStripper().getText(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
