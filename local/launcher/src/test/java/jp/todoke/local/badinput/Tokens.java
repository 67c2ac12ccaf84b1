package jp.todoke.local.badinput;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.text.ParseException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.todoke.local.ProcessNames;
import jp.todoke.local.RunningSystem;
import tools.jackson.databind.node.ObjectNode;

/** Tokens as the running issuer would sign them, and such as it never would. */
final class Tokens {
    private static final int BITS = 2048;
    private static final int LIFETIME = 300;
    private static final Pattern CLAIM = Pattern.compile("claim (\\w+) = (.*)");
    private static final Pattern TIME = Pattern.compile("time (\\w+) ([-+]\\d+)");

    private final RunningSystem system;
    private final RSAKey own;
    private final RSAKey other;

    private Tokens(RunningSystem system, RSAKey own, RSAKey other) {
        this.system = system;
        this.own = own;
        this.other = other;
    }

    static Tokens of(RunningSystem system) {
        // The issuer makes its key for the first token that it signs.
        system.token("caseworker-b");
        try {
            RSAKey own = RSAKey.parse(Files.readString(system.stateDir().resolve("data").resolve("issuer-key.json")));
            return new Tokens(system, own, new RSAKeyGenerator(BITS).keyID(own.getKeyID()).generate());
        } catch (IOException | ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The token of a row: claims changed by {@code claim}, {@code time} and {@code remove}, signed as {@code sign} says. */
    String of(Scenario row, String marker) {
        ObjectNode claims = good(marker);
        String sign = "";
        for (String step : row.steps()) {
            Matcher claim = CLAIM.matcher(step);
            Matcher time = TIME.matcher(step);
            if (claim.matches()) {
                claims.set(claim.group(1), Evidence.JSON.readTree(claim.group(2).replace("{marker}", marker)));
            } else if (time.matches()) {
                claims.put(time.group(1), Instant.now().getEpochSecond() + Integer.parseInt(time.group(2)));
            } else if (step.startsWith("remove ")) {
                claims.remove(step.substring("remove ".length()));
            } else if (step.startsWith("sign ")) {
                sign = step.substring("sign ".length());
            }
        }
        try {
            return signed(claims.toString(), sign, marker);
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private ObjectNode good(String marker) {
        long now = Instant.now().getEpochSecond();
        ObjectNode claims = Evidence.JSON.createObjectNode();
        claims.put("iss", system.url(ProcessNames.ISSUER).toString()).put("sub", marker).put("scope", "cases:read intake:read")
                .put("municipality_code", "139980").put("iat", now).put("exp", now + LIFETIME);
        claims.putArray("aud").add("todoke");
        claims.putArray("roles").add("caseworker");
        return claims;
    }

    private String signed(String claims, String sign, String marker) throws JOSEException, ParseException {
        JWTClaimsSet set = JWTClaimsSet.parse(claims);
        return switch (sign) {
            case "by nobody" -> new PlainJWT(set).serialize();
            case "with the public key as secret" -> {
                var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(own.getKeyID()).build(), set);
                token.sign(new MACSigner(own.toRSAPublicKey().getEncoded()));
                yield token.serialize();
            }
            case "with another key" -> rsa(other, own.getKeyID(), set);
            case "with an unknown key" -> rsa(other, marker, set);
            case "and change a claim afterwards" -> {
                String[] parts = rsa(own, own.getKeyID(), set).split("\\.");
                String changed = claims.replace("cases:read", "payments:approve cases:read");
                yield parts[0] + "." + Base64URL.encode(changed) + "." + parts[2];
            }
            case "and cut" -> rsa(own, own.getKeyID(), set).replaceAll("\\.[^.]*$", "");
            default -> rsa(own, own.getKeyID(), set);
        };
    }

    private static String rsa(RSAKey key, String keyId, JWTClaimsSet claims) throws JOSEException {
        var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }
}
