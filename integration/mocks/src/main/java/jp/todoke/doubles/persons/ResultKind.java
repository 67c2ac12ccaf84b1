package jp.todoke.doubles.persons;

/** How an inquiry ends, as the contract of 中間サーバー names it. NO_COPY (副本未登録) is not NOT_APPLICABLE (該当なし). */
public enum ResultKind {
    PROVIDED,
    NOT_APPLICABLE,
    NO_COPY,
    PERSON_UNKNOWN,
    REFUSED,
    NOT_PERMITTED,
    LAYOUT_MISMATCH,
    AGENCY_INVALID,
    CAPACITY
}
