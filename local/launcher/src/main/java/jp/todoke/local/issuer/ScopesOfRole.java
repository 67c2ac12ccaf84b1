package jp.todoke.local.issuer;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Narrows what a person asked for to what the role allows, at the moment the grant is recorded: the token and the
 * answer of the token endpoint then agree. One client serves every role, so the client's own scopes cannot do it.
 */
final class ScopesOfRole implements OAuth2AuthorizationService {
    private final OAuth2AuthorizationService kept = new InMemoryOAuth2AuthorizationService();

    @Override
    public void save(OAuth2Authorization authorization) {
        kept.save(Person.named(authorization.getPrincipalName()).map(p -> narrowed(authorization, p)).orElse(authorization));
    }

    private static OAuth2Authorization narrowed(OAuth2Authorization authorization, Person person) {
        Set<String> allowed = new HashSet<>(authorization.getAuthorizedScopes());
        allowed.removeIf(scope -> !scope.equals(OidcScopes.OPENID) && !person.role().scopes().contains(scope));
        return OAuth2Authorization.from(authorization).authorizedScopes(allowed).build();
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        kept.remove(authorization);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return kept.findById(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType tokenType) {
        return kept.findByToken(token, tokenType);
    }
}
