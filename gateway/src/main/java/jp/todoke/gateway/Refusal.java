package jp.todoke.gateway;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An answer that the gateway gives itself. Its texts carry nothing of the request. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int RETRY_SECONDS = 5;

    private final int status;
    private final String code;
    private final String title;
    private final @Nullable Integer retryAfter;

    private Refusal(int status, String code, String title) {
        this(status, code, title, null);
    }

    private Refusal(int status, String code, String title, @Nullable Integer retryAfter) {
        super(code);
        this.status = status;
        this.code = code;
        this.title = title;
        this.retryAfter = retryAfter;
    }

    /** What Tomcat refused by itself, by its status. A method that is not served is an operation that does not exist. */
    static Refusal ofContainer(int status) {
        return switch (status) {
            case 404, 405 -> notFound();
            case 408 -> bodyTooSlow();
            case 500 -> unexpected();
            default -> malformed();
        };
    }

    static Refusal unauthorized() {
        return new Refusal(401, "UNAUTHENTICATED", "アクセストークンが無効です。");
    }

    static Refusal tokenInQuery() {
        return new Refusal(400, "TOKEN_IN_QUERY", "アクセストークンは Authorization ヘッダーで送信してください。URL には含めないでください。");
    }

    static Refusal malformed() {
        return new Refusal(400, "INVALID_REQUEST", "要求の形式に誤りがあります。URL とヘッダーを確認してください。");
    }

    static Refusal missingScope(String scope) {
        return new Refusal(403, "MISSING_SCOPE", "この操作を行う権限がありません。必要な権限: " + scope);
    }

    static Refusal tenantMissing() {
        return new Refusal(403, "TENANT_MISSING", "トークンに自治体の指定がないため、この操作は行えません。");
    }

    static Refusal notFound() {
        return new Refusal(404, "NOT_FOUND", "指定された操作はありません。URL とメソッドを確認してください。");
    }

    /** The caller sends its body too slowly, or has stopped. */
    static Refusal bodyTooSlow() {
        return new Refusal(408, "REQUEST_TIMEOUT", "本文が時間内に届きませんでした。もう一度送信してください。この要求は処理されていません。");
    }

    static Refusal tooLarge(long maxBytes) {
        return new Refusal(413, "TOO_LARGE", "送信できる大きさは " + maxBytes + " バイトまでです。");
    }

    static Refusal unsupportedType(Set<String> expected) {
        return new Refusal(415, "UNSUPPORTED_MEDIA_TYPE",
                expected.isEmpty()
                        ? "この操作に本文は要りません。"
                        : "Content-Type には次のいずれかを指定してください（文字コードは UTF-8 だけです）: "
                                + String.join("、", expected));
    }

    static Refusal unsupportedEncoding() {
        return new Refusal(415, "UNSUPPORTED_ENCODING", "本文を圧縮せず、Content-Encoding を付けずに送信してください。");
    }

    /** @param retryAfter seconds, after which the same request would pass if no other came in between */
    static Refusal tooManyRequests(int retryAfter) {
        return new Refusal(429, "TOO_MANY_REQUESTS", "要求が多すぎます。" + retryAfter + " 秒後にもう一度送信してください。この要求は処理されていません。", retryAfter);
    }

    /** The service was not reached: nothing has been done. */
    static Refusal unavailable() {
        return new Refusal(503, "SERVICE_UNAVAILABLE", "ただいま処理できません。しばらくしてからもう一度送信してください。", RETRY_SECONDS);
    }

    /** The service has not answered for a while and was not asked. */
    static Refusal leftAlone(int retryAfter) {
        return new Refusal(503, "CIRCUIT_OPEN", "処理するサービスが応答していません。" + retryAfter + " 秒後にもう一度送信してください。この要求は処理されていません。", retryAfter);
    }

    /** The service had the request and fell silent in the middle. */
    static Refusal lost() {
        return new Refusal(503, "SERVICE_CONNECTION_LOST", "応答の途中で接続が切れました。処理が行われたかどうかを確かめてから、同じ Idempotency-Key で送信し直してください。",
                RETRY_SECONDS);
    }

    static Refusal timeout() {
        return new Refusal(504, "SERVICE_TIMEOUT", "時間内に応答がありませんでした。処理が行われたかどうかを確かめてから、同じ Idempotency-Key で送信し直してください。");
    }

    static Refusal unexpected() {
        return new Refusal(500, "UNEXPECTED", "予期しない問題が起きました。続くときは correlationId を添えてシステム担当に連絡してください。");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String title() {
        return title;
    }

    /** When to come back, in seconds; null where a repetition would not help. */
    @Nullable
    Integer retryAfter() {
        return retryAfter;
    }

    /** A refusal is an answer, not a fault: nobody reads its stack, and bad input must stay cheap. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
