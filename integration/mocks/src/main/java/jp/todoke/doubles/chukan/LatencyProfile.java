package jp.todoke.doubles.chukan;

/** How long the network takes; drawn from the request id, so that the same inquiry always takes the same time. */
public enum LatencyProfile {
    /** Everything is complete at once. */
    ZERO,
    /** Each call takes 200 ms, results are complete at once: whether a client asks several things at the same time becomes visible. */
    SLOW,
    /** Results after 200 to 900 ms: a person sees that they are asynchronous and need not wait. */
    DEMO,
    /** Lognormal, half of the results within 20 s and 95 % within 5 min; accepting takes 0.3 s, 2 s for one in a hundred. */
    REALISTIC;

    private static final long[] RESULT_QUANTILES = {794, 1870, 3010, 4293, 5766, 7475, 9475, 11836, 14649, 18038, 22175, 27306, 33796,
            42216, 53510,
            69368, 93169, 132906, 213950, 503998};
    private static final int[] CALL_QUANTILES = {61, 93, 117, 140, 162, 184, 207, 231, 257, 285, 316, 350, 389, 434, 488, 555, 643, 767,
            970, 1483};

    long resultMillis(long draw) {
        return switch (this) {
            case ZERO, SLOW -> 0;
            case DEMO -> 200 + draw % 701;
            case REALISTIC -> RESULT_QUANTILES[(int) (draw % RESULT_QUANTILES.length)];
        };
    }

    public int callMillis(long draw) {
        return switch (this) {
            case ZERO, DEMO -> 0;
            case SLOW -> 200;
            case REALISTIC -> CALL_QUANTILES[(int) (draw / 32 % CALL_QUANTILES.length)];
        };
    }
}
