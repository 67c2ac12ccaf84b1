package jp.todoke.local;

import java.time.LocalDate;
import java.util.Map;

/**
 * How an instance is started.
 *
 * @param gatewayPort 0 for any free port
 * @param latency latency profile of the national doubles: zero, slow, demo or realistic
 * @param businessDate the fixed day on which applications are taken in
 * @param load whether a long load follows: then peak speed counts more than a quick start
 * @param cached with the caches that earlier starts have left
 * @param inquiries settings of integration in place of the usual ones
 */
public record Options(Places places, int gatewayPort, String latency, LocalDate businessDate, Load load, boolean cached,
        Map<String, String> inquiries) {

    /** What kind of load follows. */
    public enum Load {
        NONE,
        /** Applications of the sample's people. */
        SAMPLE,
        /** Inquiries about anybody: the doubles answer by the last digits of a number. */
        ANYBODY
    }

    public static final int GATEWAY_PORT = 8080;
    /** A Monday; the sample's applications are written for it. */
    public static final LocalDate BUSINESS_DATE = LocalDate.of(2026, 11, 16);

    public static Options of(Places places) {
        return new Options(places, 0, "demo", BUSINESS_DATE, Load.NONE, true, Map.of());
    }

    public Options withGatewayPort(int port) {
        return new Options(places, port, latency, businessDate, load, cached, inquiries);
    }

    public Options withLatency(String profile) {
        return new Options(places, gatewayPort, profile, businessDate, load, cached, inquiries);
    }

    public Options forLoad(Load coming) {
        return new Options(places, gatewayPort, latency, businessDate, coming, cached, inquiries);
    }

    public boolean underLoad() {
        return load != Load.NONE;
    }

    public Options withoutCaches() {
        return new Options(places, gatewayPort, latency, businessDate, load, false, inquiries);
    }

    public Options withInquiries(Map<String, String> settings) {
        return new Options(places, gatewayPort, latency, businessDate, load, cached, settings);
    }
}
