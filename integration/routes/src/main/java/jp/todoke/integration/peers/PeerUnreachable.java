package jp.todoke.integration.peers;

/** Transport trouble: whether the peer did anything is not known. Carries the kind of the trouble, no text of the peer. */
public final class PeerUnreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String trouble;

    public PeerUnreachable(String trouble) {
        super(trouble);
        this.trouble = trouble;
    }

    public String trouble() {
        return trouble;
    }
}
