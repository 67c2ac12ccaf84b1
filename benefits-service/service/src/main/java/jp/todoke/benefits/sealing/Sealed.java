package jp.todoke.benefits.sealing;

/** An encrypted value with the key that opens it. */
public record Sealed(String keyId, byte[] cipher) {
    @Override
    public String toString() {
        return "Sealed[" + keyId + "]";
    }
}
