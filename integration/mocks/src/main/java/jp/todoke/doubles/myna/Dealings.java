package jp.todoke.doubles.myna;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.todoke.doubles.wire.Refusal;
import org.jspecify.annotations.Nullable;

/** What was done with applications: fetched, and which statuses were recorded. Kept in memory, so a restart forgets it. */
final class Dealings {

    private static final int REMEMBERED = 20_000;
    private static final int MOST_STATUSES = 20;
    private static final Set<String> ENDS = Set.of("COMPLETED", "REJECTED");

    record Status(String requestId, String code, @Nullable String message, Instant recordedAt) {}

    private static final class Dealing {
        private boolean read;
        private final List<Status> statuses = new ArrayList<>();
    }

    private final Map<String, Dealing> dealings = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Dealing> eldest) {
            return size() > REMEMBERED;
        }
    };

    synchronized void forget() {
        dealings.clear();
    }

    synchronized boolean wasRead(Applications.Application one) {
        Dealing dealing = dealings.get(one.key());
        return dealing != null && dealing.read;
    }

    synchronized void read(Applications.Application one) {
        dealing(one).read = true;
    }

    synchronized List<Status> statuses(Applications.Application one) {
        Dealing dealing = dealings.get(one.key());
        return dealing == null ? List.of() : List.copyOf(dealing.statuses);
    }

    /** Records a status that may stand behind the last one; a repeated request changes nothing. */
    synchronized void record(Applications.Application one, Status status) {
        List<Status> statuses = dealing(one).statuses;
        for (Status known : statuses) {
            if (known.requestId().equals(status.requestId())) {
                if (!known.code().equals(status.code()) || !Objects.equals(known.message(), status.message())) {
                    throw Refusal.business(400, "N0411", "同じ X-Request-Id で内容が異なります。");
                }
                return;
            }
        }
        if (!statuses.isEmpty() && !mayFollow(status.code(), statuses.getLast().code())) {
            throw Refusal.business(409, "N0412", "処理状況を前に戻すことはできません。");
        }
        if (statuses.size() == MOST_STATUSES) {
            throw Refusal.business(409, "N0413", "処理状況の登録回数が上限に達しています。");
        }
        statuses.add(status);
    }

    private static boolean mayFollow(String code, String last) {
        return !code.equals(last) && !code.equals("ACCEPTED") && !ENDS.contains(last);
    }

    private Dealing dealing(Applications.Application one) {
        return dealings.computeIfAbsent(one.key(), key -> new Dealing());
    }
}
