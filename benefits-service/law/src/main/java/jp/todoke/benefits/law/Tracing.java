package jp.todoke.benefits.law;

/** Whether an answer comes with its traces. Without them nothing else of the answer differs, and nothing is built or formatted for them. */
public enum Tracing {
    ON,
    OFF;

    public Trace asking(String question, Article article) {
        return this == ON ? Trace.asking(question, article) : Trace.NONE;
    }
}
