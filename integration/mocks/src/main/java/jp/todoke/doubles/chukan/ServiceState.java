package jp.todoke.doubles.chukan;

import java.time.Instant;
import jp.todoke.doubles.wire.Conduct;
import org.jspecify.annotations.Nullable;

/** 稼動状態 of the 中間サーバー: in 保守 nothing but the state itself can be asked. */
public final class ServiceState {

    /** As E23 names them. */
    public enum State {
        UP,
        MAINTENANCE,
        DEGRADED
    }

    /** @param until null: not said */
    public record Told(State state, @Nullable Instant until) {}

    private static final Told USUAL = new Told(State.UP, null);
    private static final String PEER = "chukan";
    private volatile Told told = USUAL;

    /** What was set, as long as it lasts. */
    public Told at(Instant now) {
        Told set = told;
        return set.until() != null && !now.isBefore(set.until()) ? USUAL : set;
    }

    public boolean closes(Conduct.Asked asked, Instant now) {
        return told.state() == State.MAINTENANCE && asked.peer().equals(PEER) && !asked.operation().endsWith("Health")
                && at(now).state() == State.MAINTENANCE;
    }

    public void set(Told state) {
        told = state;
    }

    public void clear() {
        told = USUAL;
    }
}
