package jp.todoke.benefits.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * 判断の過程 — the question, its provision, the facts with their suppliers, the parameters and the result; traces nest where rules compose.
 * {@link #NONE} stands where no trace was asked for: it answers every call with itself, allocates nothing and formats nothing.
 */
public record Trace(
        String question, Article article, List<Given> facts, List<Parameter<?>> parameters, String result, List<Trace> children) {

    public static final Trace NONE = new Trace("", new Article("―", ""), List.of(), List.of(), "", List.of());

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

    public boolean isNone() {
        return this == NONE;
    }

    public Trace given(String name, Object value, String supplier) {
        return isNone()
                ? this
                : new Trace(question, article, append(facts, new Given(name, String.valueOf(value), supplier)), parameters, result,
                        children);
    }

    public Trace given(String name, Object value, Article supplier) {
        return isNone() ? this : given(name, value, supplier.toString());
    }

    public Trace given(String name, Fact<?> fact) {
        return isNone() ? this : given(name, fact.shown(), fact.supplier());
    }

    public Trace by(Parameter<?> parameter) {
        return isNone() ? this : new Trace(question, article, facts, append(parameters, parameter), result, children);
    }

    public Trace because(Trace child) {
        return isNone() || child.isNone() ? this : new Trace(question, article, facts, parameters, result, append(children, child));
    }

    public Trace because(List<Trace> more) {
        if (isNone()) {
            return this;
        }
        var all = new ArrayList<>(children);
        more.stream().filter(child -> !child.isNone()).forEach(all::add);
        return new Trace(question, article, facts, parameters, result, all);
    }

    /** The same trace resting on another provision, where the facts decide which one applies. */
    public Trace under(Article applied) {
        return isNone() ? this : new Trace(question, applied, facts, parameters, result, children);
    }

    public Trace concluding(Object conclusion) {
        return isNone() ? this : new Trace(question, article, facts, parameters, String.valueOf(conclusion), children);
    }

    /** The result in two parts, joined only where there is a trace. */
    public Trace concluding(Object conclusion, Object more) {
        return isNone() ? this : concluding(String.valueOf(conclusion) + more);
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
