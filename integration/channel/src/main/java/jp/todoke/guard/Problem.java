package jp.todoke.guard;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.todoke.telemetry.Work;
import org.jspecify.annotations.Nullable;

/**
 * A refusal that is answered as RFC 9457 problem+json. May be thrown anywhere; its texts reach citizens' and
 * caseworkers' screens and the log, so they never carry personal data or a value that was sent.
 */
public class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String title;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> members;

    /**
     * One wrong field.
     *
     * @param pointer JSON Pointer into the body, or {@code /query/…}, {@code /path/…}, {@code /header/…}
     * @param code    stable word for programs, e.g. {@code REQUIRED}
     * @param message what to do, in Japanese, without the value
     */
    public record FieldError(String pointer, String code, String message) {}

    public Problem(int status, String code, String title, List<FieldError> errors, Map<String, Object> members) {
        super(code);
        this.status = status;
        this.code = code;
        this.title = title;
        this.errors = List.copyOf(errors);
        this.members = Map.copyOf(members);
    }

    public static Problem of(int status, String code, String messageJa) {
        return new Problem(status, code, messageJa, List.of(), Map.of());
    }

    public static Problem notFound() {
        return of(404, "NOT_FOUND", "指定されたものは見つかりません。番号または宛先を確認してください。");
    }

    public static Problem conflict(String code, String messageJa) {
        return of(409, code, messageJa);
    }

    public static Problem preconditionFailed() {
        return of(412, "STALE_VERSION", "他の利用者が先に更新しました。最新の内容を読み直してから、もう一度操作してください。");
    }

    public static Problem preconditionRequired() {
        return of(428, "IF_MATCH_REQUIRED", "If-Match ヘッダーに、読み込んだ内容の ETag を指定してください。");
    }

    public static Problem unauthorized() {
        return of(401, "UNAUTHENTICATED", "アクセストークンが無効です。サインインし直してください。");
    }

    public static Problem forbidden(String code, String messageJa) {
        return of(403, code, messageJa);
    }

    public static Problem invalid(List<FieldError> errors) {
        return new Problem(400, "INVALID_REQUEST", "入力内容に誤りがあります。errors に示した項目をすべて直してください。", errors, Map.of());
    }

    public static Problem unprocessable(String code, String messageJa) {
        return of(422, code, messageJa);
    }

    /** The same problem with one more member in its JSON, e.g. the id under which a refused package is kept. */
    public Problem with(String member, Object value) {
        Map<String, Object> more = new HashMap<>(members);
        more.put(member, value);
        Problem copy = new Problem(status, code, title, errors, more);
        copy.initCause(getCause());
        return copy;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Map<String, Object> members() {
        return members;
    }

    /** The problem document (RFC 9457), with the correlation id of the request if this thread serves one. */
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "about:blank");
        document.put("title", title);
        document.put("status", status);
        document.put("code", code);
        String correlationId = Work.correlationId();
        if (correlationId != null) {
            document.put("correlationId", correlationId);
        }
        if (!errors.isEmpty() || status == 400) {
            document.put("errors", errors);
        }
        document.putAll(members);
        return document;
    }

    /** A refusal is an answer, not a fault: nobody reads its stack, and bad input must stay cheap. */
    @Override
    public synchronized @Nullable Throwable fillInStackTrace() {
        return this;
    }
}
