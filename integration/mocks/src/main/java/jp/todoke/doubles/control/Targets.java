package jp.todoke.doubles.control;

import jp.todoke.doubles.wire.Conduct;

/** What something is about: everything, a peer, or one operation as {@code <peer>-<operationId>}. */
final class Targets {

    static final String ALL = "*";

    private Targets() {}

    static boolean hits(String target, Conduct.Asked asked) {
        return target.equals(ALL) || target.equals(asked.peer()) || target.equals(asked.operation());
    }
}
