package jp.todoke.guard;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who stands behind the current request, as the token says.
 *
 * @param subject user id or client id
 */
public record Caller(String subject, Set<String> roles, Set<String> scopes) {
    public Caller {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    /** @throws Problem 401 when the request carries no valid token */
    public static Caller current() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token) {
            return of(token.getToken());
        }
        throw Problem.unauthorized();
    }

    static Caller of(Jwt token) {
        return new Caller(token.getSubject(), words(token.getClaim("roles")), words(token.getClaim("scope")));
    }

    /** Issuers write scopes as one string with blanks (RFC 8693) or as a list; both are met in practice. */
    private static Set<String> words(@Nullable Object claim) {
        return switch (claim) {
            case String text -> new TreeSet<>(Arrays.asList(text.strip().split("\\s+")));
            case List<?> list -> new TreeSet<>(list.stream().map(String::valueOf).toList());
            case null, default -> Set.of();
        };
    }
}
