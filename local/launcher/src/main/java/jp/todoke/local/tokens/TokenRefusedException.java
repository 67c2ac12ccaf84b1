package jp.todoke.local.tokens;

/** The issuer gave no token. */
public final class TokenRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TokenRefusedException(String message) {
        super(message);
    }
}
