package jp.todoke.integration.inquiry;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How 符号 are acquired. In reality it takes hours, newborns and persons who just moved in up to days.
 *
 * @param firstPoll     pause before the first poll; doubled with each one
 * @param lastPoll      longest pause
 * @param patience      after so long it counts as not to be had
 * @param refusalStands how long nobody asks again after a refusal
 * @param lease         how long a step may take before another process goes on
 */
@ConfigurationProperties("todoke.linkage-code")
record LinkageCodeProperties(@DefaultValue("PT10M") Duration firstPoll, @DefaultValue("PT2H") Duration lastPoll,
        @DefaultValue("PT72H") Duration patience, @DefaultValue("PT24H") Duration refusalStands, @DefaultValue("PT3M") Duration lease) {

    Duration pause(int polls) {
        Duration pause = firstPoll.multipliedBy(1L << Math.clamp(polls, 0, 16));
        return pause.compareTo(lastPoll) > 0 ? lastPoll : pause;
    }
}
