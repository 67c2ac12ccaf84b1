package jp.todoke.benefits.cases;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.todoke.api.linkage.model.AnswerKind;
import jp.todoke.api.linkage.model.Procedure;
import jp.todoke.benefits.evidence.Evidence;
import jp.todoke.benefits.evidence.EvidenceDirectory;
import jp.todoke.benefits.evidence.Table;
import jp.todoke.benefits.linkage.Question.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 回答ごとの次の手順 — one table, {@code linkage/next-steps.csv}: each outcome of each kind has its own. Complete at the start, or there is none. */
@Component
class NextSteps {
    private static final String RESOURCE = "/linkage/next-steps.csv";
    private static final String ANY = "*";
    /** Nobody answered within the set time: no outcome of the channel, and yet something comes next. */
    static final String LATE = "LATE";
    /** Kinds that no case asks for. */
    private static final List<Kind> UNASKED = List.of(Kind.EMPLOYMENT_INSURANCE);

    private final Map<String, NextStep> steps = new HashMap<>();
    private final EvidenceDirectory directory;

    NextSteps(EvidenceDirectory directory) {
        this.directory = directory;
        Map<String, Map<String, String>> rows = new HashMap<>();
        Table.read(RESOURCE).forEach(row -> {
            if (rows.put(key(row.get("kind"), row.get("outcome")), row) != null) {
                throw new IllegalStateException(RESOURCE + " says twice what follows " + row);
            }
        });
        kinds().forEach(kind -> outcomes().forEach(outcome -> steps.put(key(kind.name(), outcome), step(rows, kind, outcome))));
    }

    /** What helps on, in one word. */
    enum Fallback {
        USED,
        ASK_PROVIDER,
        ASK_APPLICANT,
        ASK_DECLARATION,
        CHECK_PERSON,
        CHECK_BY_EYE,
        REPORT_FAULT
    }

    /**
     * @param actionPoint absent where the answer is used
     * @param again       whether time may mend it, so that the case asks once more by itself
     * @param text        with {@code {provider}} and {@code {paper}} to be filled in
     */
    record NextStep(@Nullable ActionCode actionPoint, boolean again, Fallback fallback, String text) {
        boolean isUsed() {
            return fallback == Fallback.USED;
        }
    }

    static Stream<Kind> kinds() {
        return Arrays.stream(Kind.values()).filter(kind -> !UNASKED.contains(kind));
    }

    static List<String> outcomes() {
        return Stream.concat(Arrays.stream(AnswerKind.values()).map(AnswerKind::getValue), Stream.of(LATE)).toList();
    }

    NextStep after(Kind kind, String outcome) {
        return Optional.ofNullable(steps.get(key(kind.name(), outcome))).orElseThrow();
    }

    /** In Japanese, with the provider and the paper that the directory names; empty where the answer is used. */
    Optional<String> text(Procedure procedure, Kind kind, String outcome, LocalDate day) {
        NextStep step = after(kind, outcome);
        Optional<Evidence> evidence = directory.of(procedure, kind.name(), day);
        return step.isUsed()
                ? Optional.empty()
                : Optional.of(step.text().replace("{provider}", evidence.map(Evidence::provider).orElse("提供者"))
                        .replace("{paper}", evidence.map(Evidence::attachment).orElse("証明する書類")));
    }

    private static NextStep step(Map<String, Map<String, String>> rows, Kind kind, String outcome) {
        Map<String, String> row = Stream.of(key(kind.name(), outcome), key(ANY, outcome)).filter(rows::containsKey).findFirst()
                .map(rows::get)
                .orElseThrow(() -> new IllegalStateException(RESOURCE + " does not say what follows " + kind + " " + outcome));
        Map<String, String> ofKind = rows.getOrDefault(key(kind.name(), ANY), Map.of());
        Fallback fallback = Fallback.valueOf(row.getOrDefault("fallback", ""));
        String code = Stream.of(row, ofKind).map(one -> one.getOrDefault("action_point", "")).filter(one -> !one.isEmpty()).findFirst()
                .orElse("");
        if (code.isEmpty() && fallback != Fallback.USED) {
            throw new IllegalStateException(RESOURCE + " names no action point for " + kind + " " + outcome);
        }
        return new NextStep(
                fallback == Fallback.USED ? null : ActionCode.valueOf(code), Boolean.parseBoolean(row.get("again")), fallback,
                row.getOrDefault("text", ""));
    }

    private static String key(@Nullable String kind, @Nullable String outcome) {
        return kind + " " + outcome;
    }
}
