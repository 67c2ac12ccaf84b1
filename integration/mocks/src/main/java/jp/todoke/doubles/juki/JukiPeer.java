package jp.todoke.doubles.juki;

import java.time.Clock;
import java.util.List;
import jp.todoke.doubles.auth.AccessTokens;
import jp.todoke.doubles.persons.PersonDirectory;
import jp.todoke.doubles.wire.PeerOperation;

/** The operation and mapping of 住基ネット. */
public final class JukiPeer {

    public static final List<String> MAPPINGS = List.of("juki/mappings/search-identity.json");

    private JukiPeer() {}

    public static List<PeerOperation> operations(PersonDirectory directory, AccessTokens tokens, Clock clock) {
        return List.of(new SearchIdentity(directory, tokens, clock));
    }
}
