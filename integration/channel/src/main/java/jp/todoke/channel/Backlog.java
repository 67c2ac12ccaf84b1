package jp.todoke.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What waits in a table of work, of all municipalities.
 *
 * @param oldestDue when the row that is due first is or was due
 */
public record Backlog(long waiting, @Nullable Instant oldestDue) {}
