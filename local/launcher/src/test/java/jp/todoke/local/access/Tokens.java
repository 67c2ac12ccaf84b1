package jp.todoke.local.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.todoke.local.PeerTokens;
import jp.todoke.local.RunningSystem;
import jp.todoke.local.SignedTokens;
import jp.todoke.local.issuer.Person;
import jp.todoke.local.issuer.SystemClient;
import org.jspecify.annotations.Nullable;

/**
 * A token for each role in each municipality: the issuer's own where it has such a user or client, else one with the same scopes, signed with the
 * issuer's key.
 */
final class Tokens {
    private final RunningSystem system;
    private final SignedTokens signed;
    private final Map<String, String> kept = new ConcurrentHashMap<>();

    Tokens(RunningSystem system) {
        this.system = system;
        this.signed = new SignedTokens(system);
    }

    String of(String column, @Nullable String municipality) {
        Role role = Role.all().stream().filter(each -> each.column().equals(column)).findFirst().orElseThrow();
        return Objects.requireNonNull(of(role, municipality));
    }

    @Nullable
    String of(Role role, @Nullable String municipality) {
        if (role.equals(Role.NOBODY)) {
            return null;
        }
        return kept.computeIfAbsent(role + " of " + municipality, _ -> fetch(role, municipality));
    }

    private String fetch(Role role, @Nullable String municipality) {
        if (role.equals(Role.APP_SUBMIT)) {
            return ofPeer();
        }
        Optional<String> person = Person.all().stream()
                .filter(each -> each.role().claim().equals(role.column()) && each.municipalityCode().equals(municipality))
                .findFirst().map(each -> system.token(each.name()));
        return person.or(() -> SystemClient.all().stream()
                .filter(each -> Role.column(each).equals(role.column()) && Objects.equals(each.municipalityCode(), municipality))
                .findFirst().map(each -> system.clientToken(each.id())))
                .orElseGet(() -> signed.token(role + "-of-" + municipality, role.claim(), municipality, role.scopes()));
    }

    private String ofPeer() {
        try {
            return PeerTokens.issued(system);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
