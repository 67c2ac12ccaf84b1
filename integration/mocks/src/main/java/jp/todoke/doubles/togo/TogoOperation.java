package jp.todoke.doubles.togo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import jp.todoke.doubles.auth.AccessTokens;
import jp.todoke.doubles.wire.PeerContract;
import jp.todoke.doubles.wire.PeerOperation;
import jp.todoke.doubles.wire.PeerRequest;
import jp.todoke.doubles.wire.Refusal;
import jp.todoke.doubles.wire.Reply;
import jp.todoke.doubles.wire.Scenario;
import tools.jackson.databind.JsonNode;

/** An operation of 032. 団体内統合宛名番号 exists inside only: no answer has it. */
abstract class TogoOperation extends PeerOperation {

    /** What the operations share. */
    record Gate(PeerContract contract, AccessTokens tokens, LinkageCodes codes) {}

    private final Gate gate;
    private final String operationId;
    private final String scope;

    private TogoOperation(Gate gate, String operationId, String title, String scope) {
        super("togo", operationId, title);
        this.gate = gate;
        this.operationId = operationId;
        this.scope = scope;
    }

    abstract Reply accepted(PeerRequest request, LinkageCodes codes);

    @Override
    protected final Reply answer(PeerRequest request) {
        gate.tokens().require(scope, request);
        gate.contract().check(operationId, request);
        return accepted(request, gate.codes());
    }

    @Override
    public final void forget() {
        gate.codes().forget();
    }

    private static Reply about(int status, String municipality, String atenabango, PeerRequest request, LinkageCodes codes) {
        LinkageCodes.State state = codes.state(municipality, atenabango);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("atenabango", request.scenario() == Scenario.ANOTHER_PERSON ? "000000000000000" : atenabango);
        body.put("fugoState", switch (state) {
            case REQUESTED, ACQUIRED, LAPSED -> state.name();
            case NOT_ACQUIRED, IMPOSSIBLE, UNKNOWN -> "NOT_ACQUIRED";
        });
        return Reply.of(status, body);
    }

    /** E05 付番依頼. */
    static final class Register extends TogoOperation {
        Register(Gate gate) {
            super(gate, "registerIntegratedPerson", "団体内統合宛名付番依頼", "032:togoatena/numbers:Create");
        }

        @Override
        Reply accepted(PeerRequest request, LinkageCodes codes) {
            JsonNode person = Objects.requireNonNull(request.json());
            String municipality = person.path("shikuchosonkodo").asString();
            String atenabango = person.path("atenabango").asString();
            if (!codes.register(municipality, atenabango, person.path("kojinbango").asString())) {
                throw Refusal.business(409, "N0420", "宛名番号と個人番号の組合せが登録済みの内容と異なります。");
            }
            return about(202, municipality, atenabango, request, codes);
        }
    }

    /** E06 更新依頼. */
    static final class Change extends TogoOperation {
        Change(Gate gate) {
            super(gate, "changeIntegratedPerson", "団体内統合宛名更新依頼", "032:togoatena/numbers:Update");
        }

        @Override
        Reply accepted(PeerRequest request, LinkageCodes codes) {
            String municipality = Objects.requireNonNull(request.json()).path("shikuchosonkodo").asString();
            if (!codes.knows(municipality, request.segment(2))) {
                throw Refusal.business(404, "N0404", "宛名番号に該当する者がありません。");
            }
            return about(200, municipality, request.segment(2), request, codes);
        }
    }

    /** E06 削除依頼: also for who was not there, so that it may be repeated. */
    static final class Remove extends TogoOperation {
        Remove(Gate gate) {
            super(gate, "removeIntegratedPerson", "団体内統合宛名削除依頼", "032:togoatena/numbers:Delete");
        }

        @Override
        Reply accepted(PeerRequest request, LinkageCodes codes) {
            String municipality = Objects.requireNonNull(request.header("X-Municipality"));
            codes.remove(municipality, request.segment(2));
            return about(200, municipality, request.segment(2), request, codes);
        }
    }
}
