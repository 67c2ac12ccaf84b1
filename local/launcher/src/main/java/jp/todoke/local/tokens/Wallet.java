package jp.todoke.local.tokens;

import java.net.URI;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.todoke.local.issuer.Person;
import jp.todoke.local.issuer.SystemClient;

/** Tokens of the seeded users and systems, each kept until shortly before it ends. */
public final class Wallet {
    private final PersonLogin logins;
    private final TokenEndpoint endpoint;
    private final Function<String, String> secrets;
    private final Clock clock;
    private final Map<String, AccessToken> kept = new ConcurrentHashMap<>();

    /** @param secrets secret by client id */
    public Wallet(URI issuer, Function<String, String> secrets, Clock clock) {
        this.logins = new PersonLogin(issuer, clock);
        this.endpoint = new TokenEndpoint(issuer, clock);
        this.secrets = secrets;
        this.clock = clock;
    }

    public String ofPerson(String name) {
        Person person = Person.named(name).orElseThrow(() -> new TokenRefusedException("no such user: " + name));
        return usable("person " + name, () -> logins.login(name, person.password(), everyScope()));
    }

    public String ofSystem(String clientId) {
        SystemClient client = SystemClient.named(clientId).orElseThrow(() -> new TokenRefusedException("no such client: " + clientId));
        return usable("system " + clientId, () -> endpoint.byClientCredentials(clientId, secrets.apply(clientId), client.scope()));
    }

    private String usable(String key, Supplier<AccessToken> fetch) {
        return kept.compute(key, (_, token) -> token != null && token.usableAt(clock.instant()) ? token : fetch.get()).value();
    }

    private static Set<String> everyScope() {
        Set<String> scopes = new HashSet<>();
        Person.all().forEach(p -> scopes.addAll(p.role().scopes()));
        return scopes;
    }
}
