package jp.todoke.doubles.auth;

import java.util.List;
import java.util.Map;
import jp.todoke.doubles.wire.PeerContract;
import jp.todoke.doubles.wire.PeerOperation;
import jp.todoke.doubles.wire.PeerRequest;
import jp.todoke.doubles.wire.Refusal;
import jp.todoke.doubles.wire.Reply;

/** An operation of the authorisation server; refusals are written as RFC 6749 asks, not in the envelope of the others. */
abstract class AuthOperation extends PeerOperation {

    private static final Map<String, String> NOT_STORED = Map.of("Cache-Control", "no-store", "Pragma", "no-cache");
    private final String operationId;
    private final PeerContract contract;

    AuthOperation(String operationId, PeerContract contract) {
        super("auth", operationId, "認証認可");
        this.operationId = operationId;
        this.contract = contract;
    }

    abstract Map<String, ?> granted(Map<String, String> form, String here);

    @Override
    protected final Reply answer(PeerRequest request) {
        try {
            String type = request.header("Content-Type");
            if (type == null || !type.startsWith("application/x-www-form-urlencoded")) {
                throw new OAuthRefusal("invalid_request", "the body must be application/x-www-form-urlencoded");
            }
            Map<String, String> form = request.form();
            List<String> wrong = contract.wrongFields(operationId, form);
            if (!wrong.isEmpty()) {
                throw new OAuthRefusal("invalid_request", "missing or wrong: " + String.join(", ", wrong));
            }
            return Reply.of(200, granted(form, request.absoluteUrl())).with(NOT_STORED);
        } catch (OAuthRefusal refusal) {
            return Reply.of(refusal.status(), Map.of("error", refusal.error(), "error_description", String.valueOf(refusal.getMessage())))
                    .with(NOT_STORED);
        }
    }

    @Override
    protected final Reply refuse(Refusal refusal, PeerRequest request) {
        String error = refusal.status() == 401 ? "invalid_client" : refusal.status() == 400 ? "invalid_request" : "server_error";
        return Reply.of(refusal.status(), Map.of("error", error, "error_description", String.valueOf(refusal.getMessage())));
    }
}
