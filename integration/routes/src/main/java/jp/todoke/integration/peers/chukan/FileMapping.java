package jp.todoke.integration.peers.chukan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.todoke.integration.inquiry.PeerReply;
import jp.todoke.integration.inquiry.rounds.FileReply;
import jp.todoke.integration.inquiry.rounds.FileStep;
import jp.todoke.integration.inquiry.rounds.InquiryFile;
import jp.todoke.integration.peers.PeerUnreachable;
import jp.todoke.integration.peers.chukan.ChukanMessages.Headers;
import jp.todoke.peers.chukan.ApiClient;
import jp.todoke.peers.chukan.model.InquiryFileAnswer;
import jp.todoke.peers.chukan.model.InquiryFileEnd;
import jp.todoke.peers.chukan.model.InquiryFileReceipt;
import jp.todoke.peers.chukan.model.InquiryFileRecord;
import jp.todoke.peers.chukan.model.InquiryFileResult;
import jp.todoke.peers.chukan.model.InquiryResult;
import jp.todoke.peers.chukan.model.Layout;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of inquiries ⇄ messages of the 中間サーバー. */
@Component
public class FileMapping {
    /** Records of a window; what is in memory of a result file is in proportion to it. */
    private static final int WINDOW = 1_000;
    private static final String WITHOUT_CODE = "NO_CODE";

    /** A file on its way out. */
    record Upload(Headers headers, String name, byte[] content) {
        @Override
        public String toString() {
            return "Upload[" + name + "]";
        }
    }

    /** A pull by the id of the file. */
    record FilePull(Headers headers, String fileId, int from, int limit) {}

    private final InquiryMapping inquiries;
    private final JsonMapper json = ApiClient.createDefaultMapper(null);

    FileMapping(InquiryMapping inquiries) {
        this.inquiries = inquiries;
    }

    public Upload toUpload(FileStep.Send step) {
        return new Upload(headers("IF_SKI_10123", step.file()), step.file().name(), step.content());
    }

    public FileReply toReceived(InquiryFileReceipt receipt) {
        return new FileReply.Received(receipt.getFileId(), receipt.getAcceptedAt().toInstant(), millis(receipt.getRetryAfterMillis()));
    }

    public FilePull toListsPull(FileStep.PullLists step) {
        return new FilePull(headers("IF_SKI_10134", step.file()), step.file().received(), 1, WINDOW);
    }

    public FileReply toLists(InquiryFileResult result) {
        List<FileReply.Taken> taken = new ArrayList<>();
        List<FileReply.NotTaken> rejected = new ArrayList<>();
        for (InquiryFileRecord record : result.getRecords()) {
            String receiptNo = record.getUketsukeBango();
            if (record.getUketsukeKbn() == InquiryFileRecord.UketsukeKbnEnum.ACCEPTED && receiptNo != null) {
                taken.add(new FileReply.Taken(record.getRecordNo(), record.getAtenabango(), receiptNo));
            } else {
                rejected.add(new FileReply.NotTaken(record.getRecordNo(), record.getAtenabango(), code(record.getCode())));
            }
        }
        List<FileReply.NotTaken> untranslatable = result.getTogoErrors().stream()
                .map(error -> new FileReply.NotTaken(error.getRecordNo(), error.getAtenabango(), code(error.getCode()))).toList();
        return new FileReply.Lists(taken, rejected, untranslatable, millis(result.getRetryAfterMillis()));
    }

    public FilePull toAnswersPull(FileStep.PullAnswers step) {
        return new FilePull(headers("IF_SKI_11134", step.file()), step.file().received(), step.from(), WINDOW);
    }

    /** Each line by itself: one that cannot be read spoils no other. Only without its last line the window is not whole. */
    public FileReply toWindow(byte[] body) {
        List<FileReply.Answered> answers = new ArrayList<>();
        List<byte[]> unreadable = new ArrayList<>();
        InquiryFileEnd end = null;
        for (int start = 0; start < body.length;) {
            int stop = start;
            while (stop < body.length && body[stop] != '\n') {
                stop++;
            }
            byte[] line = Arrays.copyOfRange(body, start, stop);
            start = stop + 1;
            JsonNode tree = tree(line);
            if (tree != null && tree.path("end").asBoolean(false)) {
                end = end(tree);
            } else if (line.length > 0) {
                FileReply.Answered answered = answered(line, tree);
                if (answered == null) {
                    unreadable.add(line);
                } else {
                    answers.add(answered);
                }
            }
        }
        if (end == null) {
            throw new PeerUnreachable("CUT_SHORT");
        }
        return new FileReply.Window(answers, unreadable, end.getNext(), end.getPending() == null ? 0 : end.getPending(),
                millis(end.getRetryAfterMillis()));
    }

    private @Nullable JsonNode tree(byte[] line) {
        try {
            return json.readTree(line);
        } catch (JacksonException e) {
            return null;
        }
    }

    private @Nullable InquiryFileEnd end(JsonNode tree) {
        InquiryFileEnd end = json.treeToValue(tree, InquiryFileEnd.class);
        return end.getNext() == null && end.getPending() == null ? null : end;
    }

    private FileReply.@Nullable Answered answered(byte[] line, @Nullable JsonNode tree) {
        try {
            InquiryFileAnswer answer = tree == null ? null : json.treeToValue(tree, InquiryFileAnswer.class);
            InquiryResult result = answer == null ? null : answer.getResult();
            if (answer == null || answer.getUketsukeBango() == null || result == null || result.getResultKind() == null) {
                return null;
            }
            Layout layout = result.getLayout();
            var received = new PeerReply.Received(line, result.getResultKind().getValue(), layout == null ? null : layout.getDatasetNo(),
                    layout == null ? null : layout.getHanNo());
            return new FileReply.Answered(answer.getUketsukeBango(), answer.getShoriTsuban(), received,
                    asked -> inquiries.answer(asked, result));
        } catch (JacksonException e) {
            return null;
        }
    }

    private static Headers headers(String ifId, InquiryFile file) {
        return new Headers(ifId, file.requestId().toString(), file.roundNumber(), file.asker().officer(), file.asker().gyomuId());
    }

    /** Codes alone, and none that may quote what was sent. */
    private static String code(@Nullable String code) {
        return code != null && code.matches("[0-9A-Za-z_]{1,20}") ? code : WITHOUT_CODE;
    }

    private static Duration millis(@Nullable Long millis) {
        return millis == null || millis <= 0 ? Duration.ZERO : Duration.ofMillis(millis);
    }
}
