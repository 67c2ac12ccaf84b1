package jp.todoke.gateway;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;

/**
 * What the gateway reads from a token, whether signed (people) or introspected (systems).
 *
 * @param client who calls: the person or, where a system calls for itself, the system
 */
record Token(Set<String> scopes, String municipality, String client) {

    static Token of(@Nullable Authentication authentication) {
        if (authentication instanceof AbstractOAuth2TokenAuthenticationToken<?> token) {
            Map<String, Object> claims = token.getTokenAttributes();
            String client = text(claims.get("sub"));
            return new Token(words(claims.get("scope")), text(claims.get("municipality_code")),
                    client.isEmpty() ? text(claims.get("client_id")) : client);
        }
        throw Refusal.unauthorized();
    }

    private static String text(@Nullable Object claim) {
        return claim instanceof String text ? text : "";
    }

    /** Issuers write scopes as one string with blanks or as a list; both are met in practice. */
    private static Set<String> words(@Nullable Object claim) {
        return switch (claim) {
            case String text -> Arrays.stream(text.split("\\s+")).collect(Collectors.toUnmodifiableSet());
            case Collection<?> list -> list.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
            case null, default -> Set.of();
        };
    }
}
