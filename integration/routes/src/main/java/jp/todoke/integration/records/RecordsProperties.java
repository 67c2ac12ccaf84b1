package jp.todoke.integration.records;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How records are sealed and kept.
 *
 * @param pace       shortest time between two batches of one municipality
 * @param closeAfter how long after midnight a day is closed
 * @param warnAfter  an unsealed record older than this is told by health
 * @param stopAfter  an unsealed record older than this stops new inquiries of its municipality
 * @param capacity   what the records may take in the database, for the alarms
 */
@ConfigurationProperties("todoke.records")
record RecordsProperties(@DefaultValue("PT1S") Duration pace, @DefaultValue("PT5M") Duration closeAfter,
        @DefaultValue("PT5M") Duration warnAfter, @DefaultValue("PT4H") Duration stopAfter, @DefaultValue("100GB") DataSize capacity) {}
