package jp.todoke.conformance.vectors;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One line of a vector file. */
final class VectorLine {
    /** A field named twice would hide half of a demand. */
    private static final JsonMapper JSON = JsonMapper
            .builder(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build()).build();
    private static final Pattern ID = Pattern.compile("SV-(CA|CR|IN)-[0-9]{4}");
    static final Pattern REQUIREMENT = Pattern.compile("TDK-SIM-(CA|CR|IN)-[A-Z0-9]+-[0-9]{3}");
    private static final Set<String> FIELDS = Set.of("id", "requirement", "clause", "title", "derivation", "request", "expect");
    private static final Set<String> OUTCOMES = Set.of("GRANTED", "REFUSED", "SUSPENDED", "REFER", "NOT_YET", "ENDED");
    private static final Set<String> STAGES = Set.of("BASE", "INCOME", "PENSION", "HALVED");
    private final String source;
    private final List<String> problems = new ArrayList<>();

    VectorLine(String source) {
        this.source = source;
    }

    List<String> problems() {
        return problems.stream().map(problem -> source + ": " + problem).toList();
    }

    /** The case, to be used only if there are no problems. */
    Vector read(String line) {
        Shape vector = new Shape(parse(line), "", problems).only(FIELDS);
        String id = vector.text("id");
        if (!ID.matcher(id).matches()) {
            vector.problem("id", "must be like SV-CA-0001");
        }
        String requirement = vector.text("requirement");
        if (!REQUIREMENT.matcher(requirement).matches()) {
            vector.problem("requirement", "must be like TDK-SIM-CA-START-001");
        }
        vector.object("request");
        return new Vector(id, requirement, vector.text("clause"), vector.text("title"), vector.text("derivation"),
                new Vector.Exchange(vector.get("request"), expectation(vector.object("expect"))), source);
    }

    private JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JacksonException e) {
            problems.add("is not JSON: " + e.getOriginalMessage());
            return JSON.createObjectNode();
        }
    }

    private Expectation expectation(Shape expect) {
        return switch (expect.get("status").asInt(0)) {
            case 200 -> decided(expect.only(Set.of("status", "months", "payments")));
            case 400 -> refused(expect.only(Set.of("status", "pointers")));
            case 422 -> {
                expect.only(Set.of("status"));
                yield new Expectation.Unanswerable();
            }
            default -> {
                expect.problem("status", "must be 200, 400 or 422");
                yield new Expectation.Unanswerable();
            }
        };
    }

    private Expectation refused(Shape expect) {
        Set<String> pointers = new LinkedHashSet<>();
        for (JsonNode pointer : expect.get("pointers")) {
            if (!pointer.asString("?").matches("(/([^~/]|~[01])*)*") || !pointers.add(pointer.asString())) {
                expect.problem("pointers", "must be different JSON pointers");
            }
        }
        if (pointers.isEmpty()) {
            expect.problem("pointers", "must name at least one place");
        }
        return new Expectation.Refused(pointers);
    }

    private Expectation decided(Shape expect) {
        Set<YearMonth> months = new HashSet<>();
        List<JsonNode> demanded = expect.optionalList("months", (month, _) -> {
            if (!months.add(month(month))) {
                month.problem("month", "stands there twice");
            }
        });
        List<JsonNode> payments = expect.optionalList("payments", (payment, _) -> payment(payment));
        if (demanded.isEmpty() && !expect.has("payments")) {
            expect.problem("", "demands nothing: months or payments are needed");
        }
        return new Expectation.Decided(demanded, expect.has("payments") ? payments : null);
    }

    private static YearMonth month(Shape month) {
        month.only(Set.of("month", "outcome", "yen", "children", "allChildren", "stages"));
        month.optionalOneOf("outcome", OUTCOMES);
        month.optionalYen("yen");
        month.optionalFlag("allChildren");
        Set<String> children = new HashSet<>();
        month.optionalList("children", (child, _) -> {
            child.only(Set.of("id", "yen", "rank", "outcome"));
            if (!children.add(child.text("id"))) {
                child.problem("id", "stands there twice");
            }
            child.optionalYen("yen");
            child.optionalCount("rank");
            child.optionalOneOf("outcome", OUTCOMES);
        });
        Set<String> stages = new HashSet<>();
        month.optionalList("stages", (stage, _) -> {
            stage.only(Set.of("stage", "yen")).optionalOneOf("stage", STAGES);
            if (!stages.add(stage.text("stage"))) {
                stage.problem("stage", "stands there twice");
            }
            stage.optionalYen("yen");
        });
        return month.month("month");
    }

    private static void payment(Shape payment) {
        payment.only(Set.of("payMonth", "covers", "yen")).month("payMonth");
        payment.optionalYen("yen");
        if (payment.get("yen").asLong(0) <= 0) {
            payment.problem("yen", "must be more than 0: a payment of 0 yen is left out");
        }
        if (!payment.get("covers").isArray() || payment.get("covers").isEmpty()) {
            payment.problem("covers", "must name the months that are paid");
        }
        for (JsonNode covered : payment.get("covers")) {
            if (!covered.asString("").matches("[0-9]{4}-(0[1-9]|1[0-2])")) {
                payment.problem("covers", "must hold months, YYYY-MM");
            }
        }
    }
}
