package jp.todoke.doubles.chukan;

/** What the network's core says to an inquiry before anybody is asked. The order is part of every receipt: only append. */
enum Verdict {
    PERMITTED,
    NOT_PERMITTED,
    AGENCY_INVALID
}
