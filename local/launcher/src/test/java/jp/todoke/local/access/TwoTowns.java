package jp.todoke.local.access;

import java.util.List;
import jp.todoke.local.RunningSystem;
import jp.todoke.local.SystemUnderTest;

/** The running system with two municipalities that both have something to hide; made once per JVM, since cases stay. */
record TwoTowns(RunningSystem system, Tokens tokens, Town todokeno, Town tonarino) {

    /** Has a right check digit, and nothing here. */
    static final String UNKNOWN = "139971";

    static TwoTowns ready() {
        return Holder.READY;
    }

    Town other(Town town) {
        return town.equals(todokeno) ? tonarino : todokeno;
    }

    List<Town> both() {
        return List.of(todokeno, tonarino);
    }

    private static final class Holder {
        static final TwoTowns READY = make();

        private static TwoTowns make() {
            RunningSystem system = SystemUnderTest.running();
            var tokens = new Tokens(system);
            Town todokeno = Town.refusing(system, tokens);
            return new TwoTowns(system, tokens, todokeno, Town.paying(system, tokens));
        }
    }
}
