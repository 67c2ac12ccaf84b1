package jp.todoke.integration.inquiry;

import java.time.Duration;
import java.time.LocalTime;
import jp.todoke.api.linkage.model.Procedure;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How inquiries are driven.
 *
 * @param pollFloor   shortest time between two polls of the same inquiry
 * @param concurrency inquiries that are worked on at the same time in this process; at most half of them for one institution
 * @param lease       how long a process may be silent about an inquiry before another one goes on with it; longer than a status and a result that both run
 *                    into their time-out and are repeated once
 * @param throttle    no peer is asked faster
 * @param healthEvery how often the 中間サーバー is asked how it is while questions to it are due; zero: never
 * @param department  情報照会者部署コード
 * @param gyomuIds    業務ID of the businesses that ask
 */
@ConfigurationProperties("todoke.inquiry")
public record InquiryProperties(@DefaultValue("PT5S") Duration pollFloor, @DefaultValue("256") int concurrency,
        @DefaultValue("PT5M") Duration lease,
        @DefaultValue("KODOMO01") String department, @DefaultValue GyomuIds gyomuIds, @DefaultValue Retry retry,
        @DefaultValue Window window, @DefaultValue Throttle throttle,
        @DefaultValue("PT1M") Duration healthEvery) {

    /** 業務ID of 児童手当 and 児童扶養手当; 990 and 991 are provisional. */
    public record GyomuIds(@DefaultValue("990") String childAllowance, @DefaultValue("991") String childRearingAllowance) {

        public String of(Procedure procedure) {
            return switch (procedure) {
                case CHILD_ALLOWANCE_NEW -> childAllowance;
                case CHILD_REARING_ALLOWANCE_NEW -> childRearingAllowance;
            };
        }
    }

    /**
     * @param giveUpAfter  an inquiry that reaches nobody for so long is answered UNAVAILABLE
     * @param afterCapacity pause after 処理能力超過
     */
    public record Retry(@DefaultValue("PT1S") Duration first, @DefaultValue("PT5M") Duration last,
            @DefaultValue("PT72H") Duration giveUpAfter,
            @DefaultValue("PT60S") Duration afterCapacity) {

        Duration pause(int attempts) {
            Duration pause = first.multipliedBy(1L << Math.clamp(attempts, 0, 16));
            return pause.compareTo(last) > 0 ? last : pause;
        }
    }

    /**
     * Most that leaves in one second, with short bursts of as much.
     *
     * @param network  calls to the 中間サーバー
     * @param provider questions to one institution
     */
    public record Throttle(@DefaultValue("2000") int network, @DefaultValue("1000") int provider) {}

    /**
     * When anything is sent to the 中間サーバー.
     *
     * @param opens    begin of our own hours in Japan; equal times mean the whole day
     * @param closes   their end, exclusive
     * @param calendar whether its published hours and planned stops hold as well; false where the peer is a double
     */
    public record Window(@DefaultValue("00:00") LocalTime opens, @DefaultValue("00:00") LocalTime closes,
            @DefaultValue("true") boolean calendar) {}
}
