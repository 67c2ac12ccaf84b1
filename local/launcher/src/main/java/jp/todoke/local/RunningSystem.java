package jp.todoke.local;

import java.net.URI;
import java.util.Map;
import jp.todoke.local.postgres.Database;

/** A Todoke that is up and ready on this machine, as whoever started it sees it. */
public interface RunningSystem extends ReachableSystem {
    /** The database of the services, for reading back in assertions and reports. */
    Database database();

    /** The base address of one process, by the names of {@link #pids()}. */
    URI url(String process);

    /** Process ids by name: launcher, postgres, benefits-service, integration, gateway, national-doubles. */
    Map<String, Long> pids();
}
