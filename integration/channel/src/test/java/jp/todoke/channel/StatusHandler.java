package jp.todoke.channel;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jp.todoke.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;

/** Adds a thing for each message, so that effect and inbox record can be compared. */
class StatusHandler implements InboxHandler {
    final List<String> handled = new CopyOnWriteArrayList<>();
    volatile boolean failing;
    @Autowired
    private ThingMapper things;

    record Payload(String status) {}

    @Override
    public String type() {
        return "application.status";
    }

    @Override
    public void handle(Envelope message) {
        String name = message.payloadAs(Payload.class).status();
        handled.add(name);
        things.add(Tenant.current().code(), "handled " + name);
        if (failing) {
            throw new IllegalStateException("cannot handle it now");
        }
    }
}
