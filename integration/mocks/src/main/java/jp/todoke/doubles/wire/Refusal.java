package jp.todoke.doubles.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request that a peer refuses; each peer writes it in its own envelope. Never carries what the request said. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** One numbered error, named as 別紙7-2 does: E0001 missing, E0002 wrong characters, E0003 wrong length, E0004 correlation. */
    public record Fault(String code, String message) {

        public static Fault missing(String item) {
            return new Fault("E0001", "【" + item + "】が設定されていません。");
        }

        public static Fault notAllowed(String item, String allowed) {
            return new Fault("E0002", "【" + item + "】は【" + allowed + "】で設定してください。");
        }

        public static Fault length(String item, String digits) {
            return new Fault("E0003", "【" + item + "】は" + digits + "桁で設定してください。");
        }

        public static Fault needs(String item, String other) {
            return new Fault("E0004", "【" + item + "】が設定されている場合、【" + other + "】は設定必須です。");
        }
    }

    private final int status;
    private final transient List<Fault> faults;
    private final transient Map<String, String> headers;

    private Refusal(int status, String detail, List<Fault> faults, Map<String, String> headers) {
        super(detail, null, false, false);
        this.status = status;
        this.faults = faults;
        this.headers = headers;
    }

    public static Refusal invalid(List<Fault> faults) {
        return new Refusal(400, "エラーが発生しました。", faults, Map.of());
    }

    public static Refusal business(int status, String code, String message) {
        return new Refusal(status, "エラーが発生しました。", List.of(new Fault(code, message)), Map.of());
    }

    /** The standard knows one answer for every trouble with the token; RFC 6750 says in the header which. */
    public static Refusal token(String error) {
        return new Refusal(401, "アクセストークンが無効です。", List.of(), Map.of("WWW-Authenticate", "Bearer error=\"" + error + "\""));
    }

    static Refusal unexpected() {
        return new Refusal(503, "想定外のエラーが発生しました。", List.of(), Map.of());
    }

    public int status() {
        return status;
    }

    public List<Fault> faults() {
        return faults;
    }

    /** The envelope of 別紙7-2: title and detail at top level, errors only where there are numbered ones. */
    Reply envelope(String title, String self) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", title);
        body.put("detail", getMessage());
        body.put("_links", Map.of("self", Map.of("href", self)));
        if (!faults.isEmpty()) {
            body.put("errors", faults);
        }
        return Reply.of(status, body).with(headers);
    }
}
