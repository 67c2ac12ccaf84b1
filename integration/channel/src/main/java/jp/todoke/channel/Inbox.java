package jp.todoke.channel;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.todoke.guard.Problem;
import jp.todoke.tenancy.Municipality;
import jp.todoke.tenancy.Tenant;
import jp.todoke.telemetry.Work;
import org.springframework.transaction.support.TransactionOperations;

/** Handles each message once: its id and its effect are one transaction. */
final class Inbox {
    private final InboxMapper rows;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final Map<String, InboxHandler> handlers = new HashMap<>();

    Inbox(InboxMapper rows, TransactionOperations transaction, Clock clock, List<InboxHandler> handlers) {
        this.rows = rows;
        this.transaction = transaction;
        this.clock = clock;
        for (InboxHandler handler : handlers) {
            if (this.handlers.put(handler.type(), handler) != null) {
                throw new IllegalStateException("two handlers take " + handler.type());
            }
        }
    }

    void receive(Envelope message) {
        InboxHandler handler = handlers.get(message.type());
        if (handler == null) {
            throw Problem.unprocessable("UNKNOWN_MESSAGE_TYPE", "この種類の電文は受け付けていません。");
        }
        Municipality municipality = municipality(message);
        Work.of(municipality.code());
        Tenant.run(municipality, () -> transaction.executeWithoutResult(status -> {
            if (rows.addIfNew(message.municipalityCode(), message.id(), message.type(), clock.instant()) == 1) {
                handler.handle(message);
            }
        }));
    }

    private static Municipality municipality(Envelope message) {
        try {
            return new Municipality(message.municipalityCode());
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(List.of(new Problem.FieldError("/municipalityCode", "PATTERN", "検査数字の正しい団体コードを指定してください。")));
        }
    }
}
