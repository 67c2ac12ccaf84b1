package jp.todoke.doubles.auth;

/** An error of RFC 6749 §5.2. */
final class OAuthRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final String error;

    OAuthRefusal(String error, String description) {
        super(description, null, false, false);
        this.error = error;
    }

    String error() {
        return error;
    }

    int status() {
        return error.equals("invalid_client") ? 401 : 400;
    }
}
