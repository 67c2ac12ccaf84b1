package jp.todoke.local.issuer;

import java.util.List;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Puts tenant, roles and 業務 into access tokens; services trust these claims and nothing in a request. */
final class TodokeClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {
    private static final String AUDIENCE = "todoke";
    /** 業務ID of 児童手当; provisional until the official number is at hand. */
    private static final List<String> GYOMU = List.of("990");

    @Override
    public void customize(JwtEncodingContext context) {
        if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            return;
        }
        JwtClaimsSet.Builder claims = context.getClaims().audience(List.of(AUDIENCE)).claim("gyomu", GYOMU);
        String name = context.getPrincipal().getName();
        Person.named(name).ifPresent(
                person -> claims.claim("municipality_code", person.municipalityCode()).claim("roles", List.of(person.role().claim())));
        SystemClient.named(name).ifPresent(system -> {
            claims.claim("roles", List.of(system.role()));
            if (system.municipalityCode() != null) {
                claims.claim("municipality_code", system.municipalityCode());
            }
        });
    }
}
