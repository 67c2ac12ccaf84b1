package jp.todoke.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tokens with chosen claims, signed with the key of the running issuer: what an issuer might say that ours never says. */
public final class SignedTokens {
    private static final int MINUTES = 30;
    private final String issuer;
    private final RSAKey key;

    public SignedTokens(RunningSystem system) {
        this.issuer = system.url(ProcessNames.ISSUER).toString();
        // The issuer makes its key for the first token that it signs.
        system.token("auditor");
        try {
            this.key = RSAKey.parse(Files.readString(new Places(Launcher.root(), system.stateDir()).signingKey()));
        } catch (IOException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    public String token(String subject, String role, @Nullable String municipality, Set<String> scopes) {
        Instant now = Instant.now();
        var claims = new JWTClaimsSet.Builder().issuer(issuer).subject(subject).audience("todoke").issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60L * MINUTES))).claim("roles", List.of(role)).claim("gyomu", List.of("990"))
                .claim("scope", List.copyOf(scopes));
        if (municipality != null) {
            claims.claim("municipality_code", municipality);
        }
        var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
