package jp.todoke.sealing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** Recognises what came twice without opening what is kept of it. */
public final class Fingerprint {
    private Fingerprint() {}

    /**
     * SHA-256 in hexadecimal, bound to what the value is kept with: equal answers about two persons must not be recognisable as equal.
     *
     * @param keptWith the row that keeps the value
     */
    public static String of(UUID keptWith, byte[] value) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(keptWith.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(value));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
