package jp.todoke.benefits.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import jp.todoke.tenancy.Tenant;

/**
 * AES-GCM with a key id, so that keys can be rotated. The municipality and the purpose are authenticated with the value: a cipher copied to
 * another tenant's row, or to another column, does not open.
 */
public final class Sealer {
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final String currentKeyId;
    private final Map<String, SecretKeySpec> keys = new TreeMap<>();
    private final SecureRandom random = new SecureRandom();

    Sealer(String currentKeyId, Map<String, String> base64Keys) {
        this.currentKeyId = currentKeyId;
        base64Keys.forEach((id, key) -> keys.put(id, key(id, key)));
        if (!keys.containsKey(currentKeyId)) {
            throw new IllegalStateException("todoke.crypto.keys holds no key with the id of todoke.crypto.key-id");
        }
    }

    /** @param purpose which kind of value it is; the same word opens it */
    public Sealed seal(String purpose, String value) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, currentKeyId, nonce, purpose, value.getBytes(StandardCharsets.UTF_8));
        return new Sealed(currentKeyId, ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array());
    }

    public String open(String purpose, Sealed sealed) {
        ByteBuffer cipher = ByteBuffer.wrap(sealed.cipher());
        byte[] nonce = new byte[NONCE_BYTES];
        cipher.get(nonce);
        byte[] rest = new byte[cipher.remaining()];
        cipher.get(rest);
        return new String(run(Cipher.DECRYPT_MODE, sealed.keyId(), nonce, purpose, rest), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, String keyId, byte[] nonce, String purpose, byte[] input) {
        SecretKeySpec key = keys.get(keyId);
        if (key == null) {
            throw new IllegalStateException("the key " + keyId + " of a sealed value is not configured");
        }
        try {
            Cipher cipher = Cipher.getInstance(TRANSFORMATION);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((Tenant.current().code() + "/" + purpose).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed value of kind " + purpose + " cannot be processed", e);
        }
    }

    private static SecretKeySpec key(String id, String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException("the key " + id + " in todoke.crypto.keys is not 32 bytes long");
        }
        return new SecretKeySpec(bytes, "AES");
    }
}
