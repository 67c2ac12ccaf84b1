package jp.todoke.integration.peers;

/** 正常系エラー: the peer understood the request and refuses it, so the same request must not be repeated. */
public final class PeerRejection extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    PeerRejection(int status, String code) {
        super(status + " " + code);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
