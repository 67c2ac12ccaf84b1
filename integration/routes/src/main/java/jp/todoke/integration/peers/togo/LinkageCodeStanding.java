package jp.todoke.integration.peers.togo;

/** 符号 of a person as 032 tells it: 未取得, 依頼中, 取得済, 失効. */
public enum LinkageCodeStanding {
    NOT_ACQUIRED,
    REQUESTED,
    ACQUIRED,
    LAPSED
}
