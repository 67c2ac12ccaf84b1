package jp.todoke.doubles.chukan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.todoke.doubles.wire.PeerRequest;
import jp.todoke.doubles.wire.Refusal;
import jp.todoke.doubles.wire.Reply;

/** E08 IF_SKI_10134 登録結果取得: which records were taken; the error list of 団体内統合宛名 stands apart. */
final class PullFileResult extends ChukanOperation {
    private final InquiryFiles files;
    private final InquiryPull.Sources sources;

    PullFileResult(Gate gate, InquiryFiles files, InquiryPull.Sources sources) {
        super(gate, "getInquiryFileResult", "照会ファイル登録結果取得", "032:chukan/inquiries:Read");
        this.files = files;
        this.sources = sources;
    }

    @Override
    Reply accepted(PeerRequest request) {
        // chukan/inquiry-files/{fileId}/result
        String fileId = request.segment(2);
        InquiryFiles.Kept file = files.file(fileId).orElseThrow(PullFileResult::unknown);
        Instant now = sources.clock().instant();
        if (now.isBefore(file.acceptedAt().plusMillis(sources.profile().resultMillis(file.receipt(1).draw())))) {
            throw Refusal.business(409, "N0409", "照会ファイルを処理中です。");
        }
        List<Object> records = new ArrayList<>();
        List<Object> untranslatable = new ArrayList<>();
        for (int recordNo = 1; recordNo <= file.size(); recordNo++) {
            Receipt receipt = file.receipt(recordNo);
            Map<String, Object> record = new LinkedHashMap<>();
            record.put("recordNo", recordNo);
            record.put("atenabango", receipt.atenabango());
            switch (file.fate(recordNo)) {
                case ACCEPTED -> {
                    record.put("uketsukeKbn", "ACCEPTED");
                    record.put("uketsukeBango", receipt.number(sources.seal()));
                }
                case REJECTED -> rejected(record, "N0413", "照会を受け付けられません。");
                case TWICE -> rejected(record, "N0412", "同じ宛名番号がファイル内にあります。");
                case UNTRANSLATABLE -> {
                    record.put("code", "T0001");
                    record.put("message", "宛名番号に対応する団体内統合宛名番号がありません。");
                }
            }
            (record.containsKey("uketsukeKbn") ? records : untranslatable).add(record);
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("fileId", fileId);
        body.put("records", records);
        body.put("togoErrors", untranslatable);
        return Reply.of(200, body);
    }

    private static void rejected(Map<String, Object> record, String code, String message) {
        record.put("uketsukeKbn", "REJECTED");
        record.put("code", code);
        record.put("message", message);
    }

    static Refusal unknown() {
        return Refusal.business(404, "N0404", "該当する照会ファイルがありません。");
    }
}
