package jp.todoke.integration.inquiry.rounds;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How rounds are driven; at any hour, since files are taken all day.
 *
 * @param linesPerFile records of one .DAT, at most 10,000; what is in memory of a round is in proportion to it
 * @param concurrency  files that are worked on at the same time in this process
 * @param lease        how long a step may take before another process goes on with the file
 * @param pollFloor    shortest time between two looks at the same file
 * @param giveUpAfter  a file that reaches nobody for so long ends its open lines
 */
@ConfigurationProperties("todoke.rounds")
record RoundProperties(@DefaultValue("10000") int linesPerFile, @DefaultValue("2") int concurrency, @DefaultValue("PT5M") Duration lease,
        @DefaultValue("PT30S") Duration pollFloor, @DefaultValue("PT72H") Duration giveUpAfter) {

    private static final int MOST_LINES = 10_000;

    RoundProperties {
        if (linesPerFile < 1 || linesPerFile > MOST_LINES) {
            throw new IllegalArgumentException("todoke.rounds.lines-per-file must be 1 to " + MOST_LINES);
        }
    }
}
