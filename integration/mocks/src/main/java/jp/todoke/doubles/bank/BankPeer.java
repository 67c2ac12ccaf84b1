package jp.todoke.doubles.bank;

import java.nio.file.Path;
import java.util.List;
import jp.todoke.doubles.auth.AccessTokens;
import jp.todoke.doubles.wire.PeerOperation;
import org.jspecify.annotations.Nullable;

/** The operation and mapping of the banks. */
public final class BankPeer {

    public static final List<String> MAPPINGS = List.of("bank/mappings/verify-account.json");

    private BankPeer() {}

    public static List<PeerOperation> operations(@Nullable Path data, AccessTokens tokens) {
        return List.of(new VerifyAccount(data, tokens));
    }
}
