package jp.todoke.local.issuer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Who may ask the issuer for tokens. */
final class RegisteredClients {
    /** The public client of people: no secret, so PKCE is required. */
    static final String CLI = "todoke-cli";
    /** Any port of loopback is accepted beside this path (RFC 8252 7.3). */
    static final String CLI_REDIRECT = "http://127.0.0.1/callback";
    private static final Duration PEOPLE = Duration.ofMinutes(30);
    private static final Duration SYSTEMS = Duration.ofMinutes(10);

    private RegisteredClients() {}

    static RegisteredClientRepository of(Map<String, String> secrets) {
        List<RegisteredClient> clients = new ArrayList<>();
        clients.add(cli());
        for (SystemClient system : SystemClient.all()) {
            String secret = secrets.get(system.id());
            if (secret == null) {
                throw new IllegalStateException("no secret for client " + system.id());
            }
            clients.add(RegisteredClient.withId(system.id()).clientId(system.id()).clientSecret("{noop}" + secret)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS).scope(system.scope())
                    .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(SYSTEMS).build()).build());
        }
        return new InMemoryRegisteredClientRepository(clients);
    }

    private static RegisteredClient cli() {
        return RegisteredClient.withId(CLI).clientId(CLI).clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE).redirectUri(CLI_REDIRECT).scope(OidcScopes.OPENID)
                .scopes(scopes -> Person.all().forEach(p -> scopes.addAll(p.role().scopes())))
                .clientSettings(ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false).build())
                .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(PEOPLE).build()).build();
    }
}
