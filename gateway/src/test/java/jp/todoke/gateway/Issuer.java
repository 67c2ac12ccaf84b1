package jp.todoke.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Signs tokens as the issuer does, and as somebody else would. */
final class Issuer {
    static final String URI = "http://issuer.test";
    private final RSAKey key = newKey();

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String keys() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    String token(String scope) {
        return sign(claims(scope).claim("municipality_code", "139998"), key);
    }

    String tokenOf(String person, String municipality, String scope) {
        return sign(claims(scope).subject(person).claim("municipality_code", municipality), key);
    }

    String tokenWithoutMunicipality(String scope) {
        return sign(claims(scope), key);
    }

    String tokenFor(String audience, String scope) {
        return sign(claims(scope).claim("municipality_code", "139998").audience(audience), key);
    }

    String expiredToken(String scope) {
        return sign(claims(scope).claim("municipality_code", "139998").expirationTime(Date.from(Instant.now().minusSeconds(300))), key);
    }

    String tokenOfAnotherIssuer(String scope) {
        return sign(claims(scope).claim("municipality_code", "139998").issuer("http://other.test"), key);
    }

    String forgedToken(String scope) {
        return sign(claims(scope).claim("municipality_code", "139998"), newKey());
    }

    private static JWTClaimsSet.Builder claims(String scope) {
        return new JWTClaimsSet.Builder().subject("caseworker").issuer(URI).audience("todoke").claim("scope", List.of(scope.split(" ")))
                .issueTime(Date.from(Instant.now())).expirationTime(Date.from(Instant.now().plusSeconds(300)));
    }

    private static String sign(JWTClaimsSet.Builder claims, RSAKey key) {
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), claims.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
