package jp.todoke.benefits.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 判断の過程 — the question, its provision, the facts with their suppliers, the parameters and the result; traces nest where rules compose. */
public record Trace(
        String question, Article article, List<Given> facts, List<Parameter<?>> parameters, String result, List<Trace> children) {
    /** A fact that was looked at, and who supplied it. */
    public record Given(String name, String value, String supplier) {}

    public Trace {
        facts = List.copyOf(facts);
        parameters = List.copyOf(parameters);
        children = List.copyOf(children);
    }

    public static Trace asking(String question, Article article) {
        return new Trace(question, article, List.of(), List.of(), "", List.of());
    }

    public Trace given(String name, Object value, String supplier) {
        return new Trace(question, article, append(facts, new Given(name, String.valueOf(value), supplier)), parameters, result, children);
    }

    public Trace given(String name, Fact<?> fact) {
        return given(name, fact.shown(), fact.supplier());
    }

    public Trace by(Parameter<?> parameter) {
        return new Trace(question, article, facts, append(parameters, parameter), result, children);
    }

    public Trace because(Trace child) {
        return new Trace(question, article, facts, parameters, result, append(children, child));
    }

    public Trace because(List<Trace> more) {
        var all = new ArrayList<>(children);
        all.addAll(more);
        return new Trace(question, article, facts, parameters, result, all);
    }

    /** The same trace resting on another provision, where the facts decide which one applies. */
    public Trace under(Article applied) {
        return new Trace(question, applied, facts, parameters, result, children);
    }

    public Trace concluding(Object conclusion) {
        return new Trace(question, article, facts, parameters, String.valueOf(conclusion), children);
    }

    /** Plain maps, lists, texts and numbers, in a fixed order, for whoever stores or shows it. */
    public Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("question", question);
        map.put("article", article.toString());
        var given = new LinkedHashMap<String, Object>();
        facts.forEach(fact -> given.put(fact.name(), plain(fact)));
        map.put("facts", given);
        map.put("parameters", parameters.stream().map(Trace::plain).toList());
        map.put("result", result);
        map.put("children", children.stream().map(Trace::toMap).toList());
        return map;
    }

    private static Map<String, Object> plain(Given fact) {
        var map = new LinkedHashMap<String, Object>();
        map.put("value", fact.value());
        map.put("supplier", fact.supplier());
        return map;
    }

    private static Map<String, Object> plain(Parameter<?> parameter) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", parameter.name());
        map.put("value", switch (parameter.value()) {
            case Yen yen -> yen.value();
            case Integer number -> number.longValue();
            case Object other -> other.toString();
        });
        map.put("from", parameter.from().toString());
        map.put("article", parameter.article().toString());
        map.put("amendedBy", parameter.provenance().amendedBy());
        map.put("source", parameter.provenance().source());
        return map;
    }

    private static <T> List<T> append(List<T> list, T item) {
        var longer = new ArrayList<>(list);
        longer.add(item);
        return longer;
    }
}
