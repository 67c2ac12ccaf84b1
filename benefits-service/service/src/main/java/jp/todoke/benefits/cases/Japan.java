package jp.todoke.benefits.cases;

import java.time.ZoneId;

/** The zone in which the Act counts days. */
final class Japan {
    static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private Japan() {}
}
