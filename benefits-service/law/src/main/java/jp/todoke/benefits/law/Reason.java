package jp.todoke.benefits.law;

/** 理由 — why something is refused, ended, suspended or left to an officer: a stable code, its provision, and the sentence a notice prints. */
public interface Reason {
    /** Never renamed, never reused: it is stored with decisions. */
    String code();

    Article article();

    /** The sentence of the notice, in Japanese. */
    String sentence();

    /** Whether the notice carries 教示: a disposition may be appealed against, a question to an officer may not. */
    boolean appealable();
}
