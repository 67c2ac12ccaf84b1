package jp.todoke.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import jp.todoke.tenancy.Tenant;

/**
 * Encrypts what a database must not show: AES-256-GCM, with a tag of 128 bits.
 *
 * <ul>
 * <li>Key id: stands beside the cipher. New values take the key of {@code todoke.crypto.key-id}; a value opens with the key it
 * names, so keys are rotated by adding one and keeping the old ones configured.
 * <li>Nonce: 12 random bytes, fresh for each value, in front of the cipher.
 * <li>Associated data: the municipality bound to the work, and the place that the caller names. A cipher copied to another
 * tenant's row, or to another place, does not open.
 * <li>A key that is not configured, another key under the same id, another place and a changed cipher all end in an
 * {@link IllegalStateException}: no part of the value is returned, and the message tells nothing of it.
 * </ul>
 */
public final class Sealer {
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private static final int MARK_BYTES = 16;

    private final String currentKeyId;
    private final Map<String, SecretKey> keys = new TreeMap<>();
    private final SecureRandom random = new SecureRandom();

    /**
     * @param currentKeyId key that seals new values
     * @param base64Keys   Base64 of 32 bytes by key id
     */
    public Sealer(String currentKeyId, Map<String, String> base64Keys) {
        this.currentKeyId = currentKeyId;
        base64Keys.forEach((id, key) -> keys.put(id, key(id, key)));
        if (!keys.containsKey(currentKeyId)) {
            throw new IllegalStateException("todoke.crypto.keys holds no key with the id of todoke.crypto.key-id");
        }
    }

    /** @param place what the value is, and of which row if it has one already; the same words open it */
    public Sealed seal(String place, byte[] value) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] text = run(Cipher.ENCRYPT_MODE, currentKeyId, nonce, place, value);
        return new Sealed(currentKeyId, ByteBuffer.allocate(NONCE_BYTES + text.length).put(nonce).put(text).array());
    }

    /** As {@link #seal(String, byte[])}, for a text. */
    public Sealed seal(String place, String value) {
        return seal(place, value.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] open(String place, Sealed sealed) {
        if (sealed.cipher().length < NONCE_BYTES) {
            throw new IllegalStateException("a sealed value is shorter than its nonce");
        }
        ByteBuffer cipher = ByteBuffer.wrap(sealed.cipher());
        byte[] nonce = new byte[NONCE_BYTES];
        cipher.get(nonce);
        byte[] text = new byte[cipher.remaining()];
        cipher.get(text);
        return run(Cipher.DECRYPT_MODE, sealed.keyId(), nonce, place, text);
    }

    /** As {@link #open}, for a text. */
    public String openText(String place, Sealed sealed) {
        return new String(open(place, sealed), StandardCharsets.UTF_8);
    }

    /**
     * Equal for equal texts of the same place and municipality while the current key stays, and tells nothing of the text without it: to find what
     * belongs together where nobody may read it.
     */
    public String mark(String place, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.get(currentKeyId).getEncoded(), "HmacSHA256"));
            mac.update(("mark/" + Tenant.current().code() + "/" + place + "/").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), 0, MARK_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a mark cannot be made with the key " + currentKeyId, e);
        }
    }

    private byte[] run(int mode, String keyId, byte[] nonce, String place, byte[] input) {
        SecretKey key = keys.get(keyId);
        if (key == null) {
            throw new IllegalStateException("the key " + keyId + " of a sealed value is not configured");
        }
        try {
            Cipher cipher = Cipher.getInstance(TRANSFORMATION);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((Tenant.current().code() + "/" + place).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a value cannot be sealed or opened here with the key " + keyId, e);
        }
    }

    private static SecretKey key(String id, String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException("the key " + id + " in todoke.crypto.keys is not 32 bytes long");
        }
        return new SecretKeySpec(bytes, "AES");
    }
}
