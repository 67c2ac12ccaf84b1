package jp.todoke.doubles.wire;

import org.jspecify.annotations.Nullable;

/** Whoever runs the doubles: decides how each request fares, and is told what became of it. */
public interface Conduct {

    /** Nobody: every request fares as the data say, and nothing is kept of it. */
    Conduct NOBODY = new Conduct() {
        @Override
        public Ruling on(Asked asked) {
            return Ruling.NONE;
        }

        @Override
        public void passed(Passed passed) {}
    };

    /** A request, as far as a ruling may depend on it. */
    interface Asked {
        /** {@code <peer>-<operationId>}. */
        String operation();

        String peer();

        @Nullable
        String requestId();

        /** 宛名番号 of the person that it is about; null where none is named. */
        @Nullable
        String person();

        @Nullable
        String header(String name);

        byte[] body();
    }

    /**
     * How a request fares.
     *
     * @param resultKind what a result says in place of what the data say
     */
    record Ruling(Scenario scenario, @Nullable String resultKind, int delayMillis) {
        public static final Ruling NONE = new Ruling(Scenario.NONE, null, 0);
    }

    /**
     * What became of a request.
     *
     * @param taken the peer has done what was asked, whether or not its answer arrived
     */
    record Passed(Asked asked, Scenario scenario, int status, boolean taken) {}

    Ruling on(Asked asked);

    void passed(Passed passed);
}
