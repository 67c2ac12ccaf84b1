package jp.todoke.doubles.wire;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns bytes into an opaque string and back, the same bytes always into the same string: a 12-byte HMAC serves as tag and
 * as initial vector of AES-CTR. So tokens and receipts need no memory, survive a restart, and cannot be made by others.
 */
public final class Seal {

    private static final int TAG = 12;
    private final SecretKeySpec cipherKey;
    /** Looking an algorithm up and keying it costs more than using it; neither may be shared by threads. */
    private final ThreadLocal<Mac> mac;
    private final ThreadLocal<Cipher> cipher = ThreadLocal.withInitial(Seal::newCipher);

    public Seal(String purpose, String secret) {
        SecretKeySpec macKey = new SecretKeySpec(Digests.sha256(purpose + "/tag/" + secret), "HmacSHA256");
        this.mac = ThreadLocal.withInitial(() -> newMac(macKey));
        this.cipherKey = new SecretKeySpec(Digests.sha256(purpose + "/text/" + secret), "AES");
    }

    private static Mac newMac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Cipher newCipher() {
        try {
            return Cipher.getInstance("AES/CTR/NoPadding");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String close(byte[] content) {
        byte[] tag = tag(content);
        byte[] text = crypt(tag, content);
        byte[] sealed = Arrays.copyOf(tag, TAG + text.length);
        System.arraycopy(text, 0, sealed, TAG, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    public Optional<byte[]> open(String sealed) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(sealed);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
        if (bytes.length <= TAG) {
            return Optional.empty();
        }
        byte[] tag = Arrays.copyOf(bytes, TAG);
        byte[] content = crypt(tag, Arrays.copyOfRange(bytes, TAG, bytes.length));
        return MessageDigest.isEqual(tag, tag(content)) ? Optional.of(content) : Optional.empty();
    }

    private byte[] tag(byte[] content) {
        return Arrays.copyOf(mac.get().doFinal(content), TAG);
    }

    private byte[] crypt(byte[] tag, byte[] bytes) {
        try {
            Cipher own = cipher.get();
            own.init(Cipher.ENCRYPT_MODE, cipherKey, new IvParameterSpec(Arrays.copyOf(tag, 16)));
            return own.doFinal(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
