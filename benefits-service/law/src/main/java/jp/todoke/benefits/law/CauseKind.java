package jp.todoke.benefits.law;

/** The events the 15日特例 knows; which of them a programme recognises is that programme's Act. */
public enum CauseKind {
    NONE,
    BIRTH,
    MOVED_IN,
    DISASTER,
    UNAVOIDABLE
}
