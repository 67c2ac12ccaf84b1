package jp.todoke.sealing;

/**
 * An encrypted value, for two columns of a row.
 *
 * @param keyId  key that opens it
 * @param cipher nonce, text and tag
 */
public record Sealed(String keyId, byte[] cipher) {
    @Override
    public String toString() {
        return "Sealed[" + keyId + "]";
    }
}
