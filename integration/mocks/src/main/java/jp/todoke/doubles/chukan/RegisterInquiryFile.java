package jp.todoke.doubles.chukan;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.todoke.doubles.wire.Digests;
import jp.todoke.doubles.wire.PeerRequest;
import jp.todoke.doubles.wire.PeerRequest.FilePart;
import jp.todoke.doubles.wire.Refusal;
import jp.todoke.doubles.wire.Reply;

/** E08 IF_SKI_10123 照会内容登録 (file): takes a .DAT at any hour. Its id follows from the request id. */
final class RegisterInquiryFile extends ChukanOperation {
    private static final String NAME = "P640R110_[0-9]{14}_[0-9]{4}\\.DAT";

    private final InquiryFiles files;
    private final LatencyProfile profile;
    private final Clock clock;
    private final DatRecords records = new DatRecords();

    RegisterInquiryFile(Gate gate, InquiryFiles files, LatencyProfile profile, Clock clock) {
        super(gate, "registerInquiryFile", "照会ファイル登録", "032:chukan/inquiries:Create");
        this.files = files;
        this.profile = profile;
        this.clock = clock;
    }

    @Override
    Reply accepted(PeerRequest request) {
        FilePart part = request.file("file").orElseThrow(() -> Refusal.invalid(List.of(Refusal.Fault.missing("file"))));
        if (!part.fileName().matches(NAME)) {
            throw Refusal.invalid(List.of(Refusal.Fault.notAllowed("ファイル名", "P640R110_yyyyMMddHHmmss_0001.DAT")));
        }
        String requestId = Objects.requireNonNull(request.header("X-Request-Id"));
        String fileId = "F" + HexFormat.of().formatHex(Arrays.copyOf(Digests.sha256("file/" + requestId), 16));
        byte[] hash = hash(part);
        InquiryFiles.Kept kept = files.file(fileId).orElseGet(() -> files.keep(fileId, read(part, hash, requestId)));
        if (!kept.has(hash)) {
            throw Refusal.business(400, "N0411", "同じリクエストIDで異なる内容が送信されました。");
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("fileId", fileId);
        body.put("acceptedAt", Progress.written(kept.acceptedAt()));
        body.put("retryAfterMillis", profile.resultMillis(kept.receipt(1).draw()));
        return Reply.of(202, body);
    }

    @Override
    public void forget() {
        files.forget();
    }

    private InquiryFiles.Kept read(FilePart part, byte[] hash, String requestId) {
        Instant now = clock.instant();
        ByteArrayOutputStream fates = new ByteArrayOutputStream();
        ByteArrayOutputStream receipts = new ByteArrayOutputStream();
        records.each(part.content(), requestId, now, read -> {
            fates.write(read.fate().ordinal());
            receipts.writeBytes(read.receipt().bytes());
        });
        return new InquiryFiles.Kept(hash, now, fates.size(), fates.toByteArray(), receipts.toByteArray());
    }

    private static byte[] hash(FilePart part) {
        byte[] name = part.fileName().getBytes(StandardCharsets.UTF_8);
        byte[] both = Arrays.copyOf(name, name.length + part.content().length);
        System.arraycopy(part.content(), 0, both, name.length, part.content().length);
        return Digests.sha512(both);
    }
}
