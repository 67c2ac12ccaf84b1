package jp.todoke.doubles.chukan;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.todoke.doubles.persons.Person;
import jp.todoke.doubles.wire.Json;
import jp.todoke.doubles.wire.PeerRequest;
import jp.todoke.doubles.wire.Refusal;
import jp.todoke.doubles.wire.Reply;
import jp.todoke.doubles.wire.Scenario;
import org.jspecify.annotations.Nullable;

/** E08 IF_SKI_11134 照会結果取得 (file): a window of the result file, the same answers as one by one. */
final class PullFileAnswers extends ChukanOperation {
    private static final int WIDEST = 1_000;
    private final InquiryFiles files;
    private final InquiryPull.Sources sources;

    PullFileAnswers(Gate gate, InquiryFiles files, InquiryPull.Sources sources) {
        super(gate, "getInquiryFileAnswers", "照会結果ファイル取得", "032:chukan/inquiries:Read");
        this.files = files;
        this.sources = sources;
    }

    @Override
    Reply accepted(PeerRequest request) {
        InquiryFiles.Kept file = files.file(request.segment(2)).orElseThrow(PullFileResult::unknown);
        int from = number("from", request.query("from"), DatRecords.MOST);
        int limit = number("limit", request.query("limit"), WIDEST);
        Instant now = sources.clock().instant();
        int next = from + limit;
        boolean last = next > file.size();
        StringBuilder lines = new StringBuilder();
        for (int recordNo = from; recordNo < Math.min(next, file.size() + 1); recordNo++) {
            if (file.fate(recordNo) == DatRecords.Fate.ACCEPTED) {
                Stand stand = stand(file.receipt(recordNo));
                if (stand.isAnswered(now)) {
                    boolean another = request.scenario() == Scenario.ANOTHER_PERSON || stand.spoiltBy() == Scenario.ANOTHER_PERSON;
                    lines.append(answer(recordNo, stand.progress(), now, another)).append('\n');
                }
            }
        }
        Map<String, Object> end = last ? end(file, now) : Map.of("end", true, "next", next);
        return Reply.lines(200, lines.append(Json.MAPPER.writeValueAsString(end)).append('\n').toString());
    }

    /** Where one record stands. */
    private record Stand(Progress progress, Scenario spoiltBy) {
        boolean isAnswered(Instant now) {
            String state = progress.state(now);
            if (state.equals("EXPIRED")) {
                throw Refusal.business(404, "N0410", "照会結果の保存期間が過ぎています。");
            }
            return state.equals("COMPLETED");
        }
    }

    private Stand stand(Receipt receipt) {
        Optional<Person> person = sources.answers().person(receipt);
        boolean staff = person.map(Person::answeredByStaff).orElse(false);
        return new Stand(Progress.of(receipt, sources.profile(), staff), person.map(Person::spoiltBy).orElse(Scenario.NONE));
    }

    private Map<String, Object> end(InquiryFiles.Kept file, Instant now) {
        long pending = 0;
        long wait = Long.MAX_VALUE;
        for (int recordNo = 1; recordNo <= file.size(); recordNo++) {
            if (file.fate(recordNo) == DatRecords.Fate.ACCEPTED) {
                Stand stand = stand(file.receipt(recordNo));
                if (!stand.isAnswered(now)) {
                    pending++;
                    wait = Math.min(wait, stand.progress().retryAfterMillis(now));
                }
            }
        }
        Map<String, Object> end = new LinkedHashMap<>();
        end.put("end", true);
        end.put("pending", pending);
        if (pending > 0) {
            end.put("retryAfterMillis", wait);
        }
        return end;
    }

    private String answer(int recordNo, Progress progress, Instant now, boolean another) {
        Receipt receipt = progress.receipt();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("recordNo", recordNo);
        answer.put("uketsukeBango", receipt.number(sources.seal()));
        if (progress.permitted(now)) {
            answer.put("shoriTsuban", progress.shoriTsuban());
        }
        answer.put("result", PullResult.body(receipt, sources.answers().to(receipt), another, false));
        return Json.MAPPER.writeValueAsString(answer);
    }

    private static int number(String name, @Nullable String text, int most) {
        if (text == null) {
            throw Refusal.invalid(List.of(Refusal.Fault.missing(name)));
        }
        if (!text.matches("[1-9][0-9]{0,8}") || Integer.parseInt(text) > most) {
            throw Refusal.invalid(List.of(Refusal.Fault.notAllowed(name, "1以上の整数")));
        }
        return Integer.parseInt(text);
    }
}
