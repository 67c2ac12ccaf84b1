package jp.todoke.doubles.myna;

import jp.todoke.doubles.wire.PeerContract;
import jp.todoke.doubles.wire.PeerOperation;
import jp.todoke.doubles.wire.PeerRequest;
import jp.todoke.doubles.wire.Refusal;
import jp.todoke.doubles.wire.Reply;

/** An operation of the portal for who has logged in: token first, then the contract, then the matter. */
abstract class MynaOperation extends PeerOperation {

    /** What the operations of the portal share. */
    record Gate(PeerContract contract, Sessions sessions, Applications applications, Dealings dealings) {}

    private static final int NUMBER_SEGMENT = 2;
    private final Gate gate;
    private final String operationId;

    MynaOperation(Gate gate, String operationId, String title) {
        super("myna", operationId, title);
        this.gate = gate;
        this.operationId = operationId;
    }

    abstract Reply answer(String municipality, Gate from, PeerRequest request);

    @Override
    protected final Reply answer(PeerRequest request) {
        String municipality = gate.sessions().municipality(request);
        gate.contract().check(operationId, request);
        return answer(municipality, gate, request);
    }

    @Override
    public final void forget() {
        gate.dealings().forget();
    }

    static Applications.Application asked(String municipality, Gate from, PeerRequest request) {
        return from.applications().of(municipality).stream()
                .filter(one -> one.number().equals(request.segment(NUMBER_SEGMENT))).findFirst()
                .orElseThrow(MynaOperation::unknown);
    }

    static Refusal unknown() {
        return Refusal.business(404, "N0404", "この受付番号の申請はありません。");
    }
}
