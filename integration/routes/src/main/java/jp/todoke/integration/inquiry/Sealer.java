package jp.todoke.integration.inquiry;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Encrypts what is kept about persons: AES-256-GCM, a fresh nonce in front of each text. The place to which a text belongs is
 * authenticated with it, so that it cannot be moved to another row.
 */
@Component
class Sealer {
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final String keyId;
    private final Map<String, SecretKey> keys = new TreeMap<>();
    private final SecureRandom random = new SecureRandom();

    Sealer(CryptoProperties properties) {
        this.keyId = properties.keyId();
        properties.keys().forEach((id, key) -> keys.put(id, key(id, key)));
        if (!keys.containsKey(keyId)) {
            throw new IllegalStateException("todoke.crypto.key-id names a key that is not configured: " + keyId);
        }
    }

    String keyId() {
        return keyId;
    }

    byte[] seal(byte[] plain, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] text = run(Cipher.ENCRYPT_MODE, keyId, nonce, plain, place);
        byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + text.length);
        System.arraycopy(text, 0, sealed, NONCE_BYTES, text.length);
        return sealed;
    }

    byte[] open(byte[] sealed, String keyId, String place) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        return run(Cipher.DECRYPT_MODE, keyId, nonce, Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length), place);
    }

    private byte[] run(int mode, String keyId, byte[] nonce, byte[] input, String place) {
        SecretKey key = keys.get(keyId);
        if (key == null) {
            throw new IllegalStateException("no key " + keyId);
        }
        try {
            Cipher cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("text of " + place + " cannot be processed with key " + keyId, e);
        }
    }

    private static SecretKey key(String id, String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException("key " + id + " must have 32 bytes");
        }
        return new SecretKeySpec(bytes, "AES");
    }
}
