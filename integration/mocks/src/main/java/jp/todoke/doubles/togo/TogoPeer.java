package jp.todoke.doubles.togo;

import java.util.List;
import jp.todoke.doubles.auth.AccessTokens;
import jp.todoke.doubles.wire.PeerContract;
import jp.todoke.doubles.wire.PeerOperation;

/** The operations and mappings of 032. */
public final class TogoPeer {

    public static final List<String> MAPPINGS = List.of("togo/mappings/register-integrated-person.json",
            "togo/mappings/change-integrated-person.json", "togo/mappings/remove-integrated-person.json");

    private TogoPeer() {}

    public static List<PeerOperation> operations(LinkageCodes codes, AccessTokens tokens) {
        var gate = new TogoOperation.Gate(PeerContract.of("togo"), tokens, codes);
        return List.of(new TogoOperation.Register(gate), new TogoOperation.Change(gate), new TogoOperation.Remove(gate));
    }
}
