package jp.todoke.guard;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import jp.todoke.guard.IdempotencyMapper.Stored;
import jp.todoke.guard.Problem.FieldError;
import jp.todoke.sealing.Sealed;
import jp.todoke.sealing.Sealer;
import jp.todoke.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The idempotency_key table as {@link Idempotency}. Answers show names, addresses and amounts, so they are kept sealed, each of
 * them bound to its caller and key.
 */
final class StoredIdempotency implements Idempotency {
    private static final String HEADER = "Idempotency-Key";

    private final IdempotencyMapper rows;
    private final Sealer sealer;
    private final JsonMapper json;
    private final JsonMapper canonical;
    private final Clock clock;

    StoredIdempotency(IdempotencyMapper rows, Sealer sealer, JsonMapper json, Clock clock) {
        this.rows = rows;
        this.sealer = sealer;
        this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
        this.canonical = json.rebuild().enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
        this.clock = clock;
    }

    @Override
    public <T> Answer<T> once(String operationId, Object requestBody, Class<T> type, Supplier<Answer<T>> work) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a command and the record of its key are one transaction");
        }
        HttpServletRequest request = request();
        String key = request.getHeader(HEADER);
        if (key == null || key.isBlank()) {
            throw Problem.invalid(List.of(new FieldError("/header/" + HEADER, "REQUIRED", "必須項目です。値を指定してください。")));
        }
        String subject = Caller.current().subject();
        byte[] hash = hash(operationId, request.getRequestURI(), requestBody);
        if (rows.addIfNew(Tenant.current().code(), subject, key, operationId, hash, clock.instant()) == 0) {
            return repeated(rows.stored(subject, key), place(subject, key), hash, type);
        }
        Answer<T> answer = work.get();
        rows.keepAnswer(subject, key, answer.status(), sealer.seal(place(subject, key), json.writeValueAsBytes(answer.body())),
                answer.etag());
        return answer;
    }

    private <T> Answer<T> repeated(@Nullable Stored first, String place, byte[] hash, Class<T> type) {
        if (first == null || first.status() == null || first.bodyCipher() == null || first.bodyKeyId() == null) {
            throw Problem.conflict("IDEMPOTENCY_KEY_IN_USE", "同じ Idempotency-Key の処理が終わっていません。しばらくしてからもう一度送信してください。");
        }
        if (!MessageDigest.isEqual(first.requestHash(), hash)) {
            throw Problem.conflict("IDEMPOTENCY_KEY_REUSED", "この Idempotency-Key は別の内容で使用済みです。新しい値を指定してください。");
        }
        byte[] body = sealer.open(place, new Sealed(first.bodyKeyId(), first.bodyCipher()));
        return new Answer<>(first.status(), json.readValue(body, type), first.etag());
    }

    private static String place(String subject, String key) {
        return "idempotency_key/" + subject + "/" + key;
    }

    private byte[] hash(String operationId, String path, Object body) {
        MessageDigest digest = sha256();
        digest.update((operationId + "\n" + path + "\n").getBytes(StandardCharsets.UTF_8));
        return digest.digest(body instanceof byte[] bytes ? bytes : canonical.writeValueAsBytes(body));
    }

    private static HttpServletRequest request() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            return attributes.getRequest();
        }
        throw new IllegalStateException("a key belongs to a request, and there is none");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
