package jp.todoke.integration.inquiry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** 稼動状態 of the 中間サーバー. {@code until} is when it is expected to end, where it says so. */
public record NetworkState(Condition condition, @Nullable Instant until) {
    public enum Condition {
        UP,
        /** Nothing is taken. */
        MAINTENANCE,
        /** Answers, slowly. */
        DEGRADED
    }
}
