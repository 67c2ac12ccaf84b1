package jp.todoke.benefits.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.todoke.benefits.law.Trace;

/** The questions of many traces drawn as one Mermaid flow chart. */
final class Diagram {
    private static final int ANSWERS_SHOWN = 6;
    /** An answer with a digit is an amount, a day or a month: shown as a kind of answer, not one by one. */
    private static final String VALUE = "（金額・年月）";

    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final Set<String> arrows = new LinkedHashSet<>();

    private static final class Question {
        final Set<String> articles = new TreeSet<>();
        final Set<String> answers = new TreeSet<>();
    }

    Diagram(List<Trace> traces) {
        traces.forEach(this::add);
    }

    private void add(Trace trace) {
        Question question = questions.computeIfAbsent(trace.question(), _ -> new Question());
        question.articles.add(trace.article().toString());
        question.answers.add(trace.result().chars().anyMatch(Character::isDigit) ? VALUE : trace.result());
        for (Trace child : trace.children()) {
            add(child);
            arrows.add(trace.question() + "\n" + child.question());
        }
    }

    List<String> lines() {
        var ids = new ArrayList<>(questions.keySet());
        var lines = new ArrayList<String>();
        lines.add("flowchart TD");
        questions.forEach((text, question) -> lines.add(
                "  q" + ids.indexOf(text) + "[\"" + label(text) + "<br/>" + label(String.join("・", question.articles)) + "<br/>→ "
                        + label(answers(question)) + "\"]"));
        for (String arrow : arrows) {
            String[] ends = arrow.split("\n");
            lines.add("  q" + ids.indexOf(ends[0]) + " --> q" + ids.indexOf(ends[1]));
        }
        return lines;
    }

    private static String answers(Question question) {
        List<String> shown = question.answers.stream().limit(ANSWERS_SHOWN).toList();
        return String.join(" / ", shown) + (question.answers.size() > ANSWERS_SHOWN ? " / …" : "");
    }

    private static String label(String text) {
        return text.replace("\"", "'");
    }
}
