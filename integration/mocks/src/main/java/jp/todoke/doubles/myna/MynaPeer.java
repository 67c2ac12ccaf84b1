package jp.todoke.doubles.myna;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import jp.todoke.doubles.auth.ClientRegistry;
import jp.todoke.doubles.wire.PeerContract;
import jp.todoke.doubles.wire.PeerOperation;
import jp.todoke.doubles.wire.Seal;
import org.jspecify.annotations.Nullable;

/** The operations and mappings of 電子申請等情報受取等API. */
public final class MynaPeer {

    public static final List<String> MAPPINGS = List.of("myna/mappings/login.json", "myna/mappings/list-applications.json",
            "myna/mappings/get-application.json", "myna/mappings/list-statuses.json", "myna/mappings/record-status.json");

    private MynaPeer() {}

    public static List<PeerOperation> operations(@Nullable Path data, ClientRegistry clients, Clock clock) {
        PeerContract contract = PeerContract.of("myna");
        Sessions sessions = new Sessions(new Seal("portal session", clients.keyMaterial()), clock);
        Applications applications = new Applications(data);
        Dealings dealings = new Dealings();
        MynaOperation.Gate gate = new MynaOperation.Gate(contract, sessions, applications, dealings);
        return List.of(new Login(contract, clients, sessions), new ListApplications(gate), new GetApplication(gate), new ListStatuses(gate),
                new RecordStatus(gate, clock));
    }
}
