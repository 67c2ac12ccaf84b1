package jp.todoke.doubles.chukan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.todoke.doubles.persons.Person;
import jp.todoke.doubles.persons.ResultKind;
import jp.todoke.doubles.wire.PeerRequest;
import jp.todoke.doubles.wire.Refusal;
import jp.todoke.doubles.wire.Reply;
import jp.todoke.doubles.wire.Scenario;

/** E10 IF_SKI_11112 照会結果の取得: may be fetched many times, always the same body. */
final class PullResult extends InquiryPull {

    PullResult(Gate gate, Sources sources) {
        super(gate, sources, "getInquiryResult", "照会結果取得", READ);
    }

    @Override
    Reply at(Progress progress, Sources from, PeerRequest request) {
        Receipt receipt = progress.receipt();
        Scenario scenario = request.scenario();
        switch (scenario == Scenario.OUT_OF_ORDER ? "IN_PROGRESS" : progress.state(from.clock().instant())) {
            case "COMPLETED" -> {
            }
            case "EXPIRED" -> throw Refusal.business(404, "N0410", "照会結果の保存期間が過ぎています。");
            default -> throw Refusal.business(409, "N0409", "照会結果が未着です。");
        }
        Scenario spoilt = from.answers().person(receipt).map(Person::spoiltBy).orElse(Scenario.NONE);
        Answers.Answer answer = scripted(request).map(kind -> new Answers.Answer(kind, receipt.atenabango(), List.of()))
                .orElseGet(() -> from.answers().to(receipt));
        boolean aboutAnother = scenario == Scenario.ANOTHER_PERSON || spoilt == Scenario.ANOTHER_PERSON;
        boolean otherLayout = scenario == Scenario.WRONG_LAYOUT || spoilt == Scenario.WRONG_LAYOUT;
        return Reply.of(200, body(receipt, answer, aboutAnother, otherLayout)).spoilt(spoilt);
    }

    /** The result, the same whether it is pulled by itself or in a file. */
    static Map<String, Object> body(Receipt receipt, Answers.Answer answer, boolean aboutAnother, boolean otherLayout) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("state", "COMPLETED");
        body.put("resultKind", answer.kind());
        body.put("atenabango", aboutAnother ? neighbour(answer.about()) : answer.about());
        body.put("tokuteikojinjohomeiCd", receipt.tmCd());
        if (answer.kind() == ResultKind.PROVIDED) {
            Map<String, Object> layout = new LinkedHashMap<>();
            layout.put("tm", receipt.tmCd());
            layout.put("datasetNo", "0001");
            layout.put("hanNo", otherLayout ? "0099" : answer.hanNo());
            body.put("layout", layout);
        }
        body.put("items", answer.items());
        return body;
    }

    /** The content of a provided result comes from the data alone. */
    private static Optional<ResultKind> scripted(PeerRequest request) {
        String kind = request.scenario() == Scenario.NOTHING_FOUND ? ResultKind.NOT_APPLICABLE.name() : request.scriptedKind();
        return Optional.ofNullable(kind).map(ResultKind::valueOf).filter(scripted -> scripted != ResultKind.PROVIDED);
    }

    private static String neighbour(String atenabango) {
        char last = atenabango.charAt(14);
        return atenabango.substring(0, 14) + (last == '9' ? '0' : (char) (last + 1));
    }
}
