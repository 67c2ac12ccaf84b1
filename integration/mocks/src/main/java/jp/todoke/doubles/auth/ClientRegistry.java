package jp.todoke.doubles.auth;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.todoke.doubles.persons.Rows;
import org.jspecify.annotations.Nullable;

/** The clients that may ask, from clients.json or the one built in. */
public final class ClientRegistry {

    public static final String DEFAULT_CLIENT_ID = "todokeIntegration000000000000001";

    private final Map<String, Client> clients;

    public ClientRegistry(@Nullable Path directory, String defaultSecret) {
        List<Client> listed = directory == null ? List.of() : Rows.read(directory, "clients.json", Client.class, Client::check);
        if (listed.isEmpty()) {
            Client builtIn = new Client(DEFAULT_CLIENT_ID, defaultSecret, Client.ALL_SCOPES);
            builtIn.check();
            listed = List.of(builtIn);
        }
        long ids = listed.stream().map(Client::clientId).distinct().count();
        Rows.require(ids == listed.size(), "clients.json: a clientId stands there twice");
        clients = listed.stream().collect(Collectors.toMap(Client::clientId, Function.identity()));
    }

    Optional<Client> named(@Nullable String clientId) {
        return clientId == null ? Optional.empty() : Optional.ofNullable(clients.get(clientId));
    }

    /** For a peer that takes the secret itself. */
    public boolean isKnown(String clientId, String secret) {
        return named(clientId).filter(client -> client.clientSecret().equals(secret)).isPresent();
    }

    /** What the keys of tokens and receipts are derived from, so that a restart with the same clients keeps them valid. */
    public String keyMaterial() {
        return clients.values().stream().map(client -> client.clientId() + "/" + client.clientSecret()).sorted()
                .collect(Collectors.joining("/"));
    }
}
