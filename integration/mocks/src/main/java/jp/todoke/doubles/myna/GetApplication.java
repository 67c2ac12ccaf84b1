package jp.todoke.doubles.myna;

import jp.todoke.doubles.wire.PeerRequest;
import jp.todoke.doubles.wire.Reply;

/** E28 GET /myna/applications/{uketsukeBango} 申請データ取得: the bytes as they lie there; from now on the application is read. */
final class GetApplication extends MynaOperation {

    GetApplication(Gate gate) {
        super(gate, "getApplication", "申請データ取得");
    }

    @Override
    Reply answer(String municipality, Gate from, PeerRequest request) {
        Applications.Application asked = asked(municipality, from, request);
        byte[] content = from.applications().content(asked);
        from.dealings().read(asked);
        return Reply.file("application/zip", content);
    }
}
