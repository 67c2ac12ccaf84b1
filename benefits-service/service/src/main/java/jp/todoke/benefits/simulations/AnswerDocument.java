package jp.todoke.benefits.simulations;

import java.util.List;
import jp.todoke.api.simulations.model.Programme;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.Parameter;
import jp.todoke.benefits.law.Reason;
import jp.todoke.benefits.law.Trace;
import jp.todoke.benefits.law.Yen;
import jp.todoke.guard.Problem.FieldError;
import tools.jackson.core.JsonGenerator;

/**
 * The answer of a simulation as specs/api/simulations.yaml has it, written as it is computed: an answer of ten years with its traces is long, and
 * no second tree of it is made. {@code yen} of a month is written even where it is null.
 */
final class AnswerDocument {
    /** Said of each field that the contract does not name. */
    static final String IGNORED = "仕様書にない項目のため、無視して試算しました。項目名を確かめてください。";

    private final JsonGenerator json;

    private AnswerDocument(JsonGenerator json) {
        this.json = json;
    }

    static void write(JsonGenerator json, Programme programme, Decision decision, List<FieldError> unknownFields, boolean traced) {
        var document = new AnswerDocument(json);
        json.writeStartObject();
        json.writeStringProperty("programme", programme.getValue());
        json.writeStringProperty("ruleVersion", decision.ruleVersion());
        document.warnings(unknownFields);
        json.writeArrayPropertyStart("months");
        decision.months().forEach(document::month);
        json.writeEndArray();
        json.writeArrayPropertyStart("payments");
        decision.payments().forEach(document::payment);
        json.writeEndArray();
        if (traced) {
            json.writeObjectPropertyStart("traces");
            decision.traces().forEach((id, trace) -> {
                json.writeName(id);
                document.trace(trace);
            });
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void warnings(List<FieldError> unknownFields) {
        json.writeArrayPropertyStart("warnings");
        for (FieldError unknown : unknownFields) {
            json.writeStartObject();
            json.writeStringProperty("pointer", unknown.pointer());
            json.writeStringProperty("code", unknown.code());
            json.writeStringProperty("message", IGNORED);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void month(Decision.Month month) {
        json.writeStartObject();
        json.writeStringProperty("month", month.month().toString());
        json.writeStringProperty("outcome", month.outcome().name());
        json.writeName("yen");
        Yen yen = month.yen();
        if (yen == null) {
            json.writeNull();
        } else {
            json.writeNumber(yen.value());
        }
        reasons(month.reasons());
        json.writeArrayPropertyStart("children");
        for (Decision.ChildMonth child : month.children()) {
            // A child who has no place this month is neither paid nor counted: not part of the month's answer.
            if (child.rank() != null) {
                child(child, child.rank());
            }
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("stages");
        for (Decision.Stage stage : month.stages()) {
            json.writeStartObject();
            json.writeStringProperty("stage", stage.stage().name());
            json.writeNumberProperty("yen", stage.yen().value());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (month.traceId() != null) {
            json.writeStringProperty("trace", month.traceId());
        }
        json.writeEndObject();
    }

    private void child(Decision.ChildMonth child, int rank) {
        json.writeStartObject();
        json.writeStringProperty("id", child.id());
        json.writeNumberProperty("yen", child.yen().value());
        json.writeNumberProperty("rank", rank);
        json.writeStringProperty("outcome", child.outcome().name());
        reasons(child.reasons());
        if (child.traceId() != null) {
            json.writeStringProperty("trace", child.traceId());
        }
        json.writeEndObject();
    }

    private void reasons(List<Reason> reasons) {
        json.writeArrayPropertyStart("reasons");
        reasons.forEach(reason -> json.writeString(reason.code()));
        json.writeEndArray();
    }

    private void payment(Decision.Payment payment) {
        json.writeStartObject();
        json.writeStringProperty("payMonth", payment.payMonth().toString());
        json.writeArrayPropertyStart("covers");
        payment.covers().forEach(month -> json.writeString(month.toString()));
        json.writeEndArray();
        json.writeNumberProperty("yen", payment.yen().value());
        json.writeEndObject();
    }

    private void trace(Trace trace) {
        json.writeStartObject();
        json.writeStringProperty("question", trace.question());
        json.writeStringProperty("article", trace.article().toString());
        json.writeObjectPropertyStart("facts");
        for (int i = 0; i < trace.facts().size(); i++) {
            Trace.Given fact = trace.facts().get(i);
            json.writeObjectPropertyStart(nameOf(trace.facts(), i));
            json.writeStringProperty("value", fact.value());
            json.writeStringProperty("supplier", fact.supplier());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeArrayPropertyStart("parameters");
        trace.parameters().forEach(this::parameter);
        json.writeEndArray();
        json.writeStringProperty("result", trace.result());
        json.writeArrayPropertyStart("children");
        trace.children().forEach(this::trace);
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Two facts of one name keep their places in one object. */
    private static String nameOf(List<Trace.Given> facts, int index) {
        String name = facts.get(index).name();
        int before = 0;
        for (int i = 0; i < index; i++) {
            before += facts.get(i).name().equals(name) ? 1 : 0;
        }
        return before == 0 ? name : name + "（" + (before + 1) + "）";
    }

    private void parameter(Parameter<?> parameter) {
        json.writeStartObject();
        json.writeStringProperty("name", parameter.name());
        json.writeName("value");
        switch (parameter.value()) {
            case Yen yen -> json.writeNumber(yen.value());
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Object other -> json.writeString(other.toString());
        }
        json.writeStringProperty("from", parameter.from().toString());
        json.writeStringProperty("article", parameter.article().toString());
        json.writeStringProperty("amendedBy", parameter.provenance().amendedBy());
        json.writeStringProperty("source", parameter.provenance().source());
        json.writeEndObject();
    }
}
