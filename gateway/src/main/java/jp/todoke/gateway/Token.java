package jp.todoke.gateway;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;

/** What the gateway reads from a token, whether signed (people) or introspected (systems). */
record Token(Set<String> scopes, String municipality) {

    static Token of(@Nullable Authentication authentication) {
        if (authentication instanceof AbstractOAuth2TokenAuthenticationToken<?> token) {
            Map<String, Object> claims = token.getTokenAttributes();
            return new Token(words(claims.get("scope")), claims.get("municipality_code") instanceof String code ? code : "");
        }
        throw Refusal.unauthorized();
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
