package jp.todoke.doubles.atena;

import java.nio.file.Path;
import java.util.List;
import jp.todoke.doubles.auth.AccessTokens;
import jp.todoke.doubles.wire.PeerContract;
import jp.todoke.doubles.wire.PeerOperation;
import org.jspecify.annotations.Nullable;

/** The operations and mappings of 031. */
public final class AtenaPeer {

    public static final List<String> MAPPINGS = List.of("atena/mappings/find-non-resident.json", "atena/mappings/assign-number.json");

    private AtenaPeer() {}

    public static List<PeerOperation> operations(@Nullable Path data, AccessTokens tokens) {
        var gate = new AtenaOperation.Gate(PeerContract.of("atena"), new AtenaItems(), tokens);
        var register = new NonResidents(data);
        return List.of(new FindNonResident(gate, register), new AssignNumber(gate, register));
    }
}
