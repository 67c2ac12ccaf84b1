package jp.todoke.benefits.cases;

/** 状態 of a case, in the words of the API. */
enum CaseState {
    /** 照会中: a question is unanswered. */
    INQUIRING,
    /** 職員対応待ち: an action point blocks the decision. */
    NEEDS_PERSON,
    /** 確認待ち: facts wait for an officer's confirmation. */
    TO_CONFIRM,
    /** 起案待ち. */
    TO_PROPOSE,
    /** 決裁待ち. */
    PROPOSED,
    /** 決定済. */
    DECIDED,
    /** 取下げ. */
    WITHDRAWN;

    boolean isClosed() {
        return this == DECIDED || this == WITHDRAWN;
    }
}
