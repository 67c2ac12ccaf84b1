package jp.todoke.doubles.chukan;

import jp.todoke.doubles.auth.AccessTokens;
import jp.todoke.doubles.wire.PeerContract;
import jp.todoke.doubles.wire.PeerOperation;
import jp.todoke.doubles.wire.PeerRequest;
import jp.todoke.doubles.wire.Reply;

/** An operation of 中間サーバー: token first, then the contract, then the matter. */
abstract class ChukanOperation extends PeerOperation {

    /** What the operations of 中間サーバー share. */
    record Gate(PeerContract contract, AccessTokens tokens) {}

    private final Gate gate;
    private final String operationId;
    private final String scope;

    ChukanOperation(Gate gate, String operationId, String title, String scope) {
        super("chukan", operationId, title);
        this.gate = gate;
        this.operationId = operationId;
        this.scope = scope;
    }

    abstract Reply accepted(PeerRequest request);

    @Override
    protected final Reply answer(PeerRequest request) {
        gate.tokens().require(scope, request);
        gate.contract().check(operationId, request);
        return accepted(request);
    }
}
