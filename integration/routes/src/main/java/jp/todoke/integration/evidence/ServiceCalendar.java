package jp.todoke.integration.evidence;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * サービス提供時間 of the peers and the days on which they stand still by plan, as Japan's clocks show them. A peer without a row of the day is there
 * the whole day.
 */
@Component
public class ServiceCalendar {

    private record Hours(Applicable applicable, String peer, LocalTime opens, LocalTime closes) {
        static Hours of(Map<String, String> row) {
            return new Hours(Applicable.of(row), row.get("peer"), LocalTime.parse(row.get("opens")), LocalTime.parse(row.get("closes")));
        }

        boolean contain(LocalTime time) {
            return !time.isBefore(opens) && time.isBefore(closes);
        }
    }

    private record Stop(String peer, LocalDateTime from, LocalDateTime until) {
        static Stop of(Map<String, String> row) {
            return new Stop(row.get("peer"), LocalDateTime.parse(row.get("from")), LocalDateTime.parse(row.get("until")));
        }

        boolean contains(LocalDateTime time) {
            return !time.isBefore(from) && time.isBefore(until);
        }
    }

    private final List<Hours> hours = CodeList.read("/evidence/service-hours.csv").stream().map(Hours::of).toList();
    private final List<Stop> stops = CodeList.read("/evidence/service-stops.csv").stream().map(Stop::of).toList();

    public boolean isOpen(String peer, LocalDateTime time) {
        boolean inHours = hours.stream().filter(row -> row.peer().equals(peer) && row.applicable().on(time.toLocalDate()))
                .allMatch(row -> row.contain(time.toLocalTime()));
        return inHours && stops.stream().noneMatch(stop -> stop.peer().equals(peer) && stop.contains(time));
    }
}
