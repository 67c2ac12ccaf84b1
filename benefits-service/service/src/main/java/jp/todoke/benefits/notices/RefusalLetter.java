package jp.todoke.benefits.notices;

import java.util.ArrayList;
import java.util.List;
import jp.todoke.benefits.cases.IssuedDecision;
import jp.todoke.benefits.municipality.MunicipalityProfile;
import jp.todoke.benefits.notices.LetterPaper.Align;
import jp.todoke.benefits.notices.LetterPaper.Column;

/** 認定請求却下通知書 — facts, provision and why (行政手続法第8条), and how to appeal. */
final class RefusalLetter extends Letter {
    private static final List<Column> CLAIMED = List.of(new Column("請求に係る児童の氏名", 230, Align.LEFT), new Column("生年月日", 229, Align.LEFT));

    RefusalLetter(IssuedDecision decision, MunicipalityProfile municipality, LetterPaper paper, PrintableText printable) {
        super(decision, municipality, paper, printable);
        if (decision.reasons().isEmpty()) {
            throw new IllegalStateException("a refusal states its reasons (行政手続法第8条)");
        }
    }

    @Override
    Kind kind() {
        return Kind.REFUSAL;
    }

    @Override
    String title() {
        return allowance() + "認定請求却下通知書";
    }

    @Override
    String sentence() {
        return JapaneseDates.day(decision.receivedOn()) + "付けで請求のありました" + allowance() + "の認定については、" + provision() + "の規定による認定をしないこととし、"
                + "次の理由により請求を却下しましたので、通知します。";
    }

    private String allowance() {
        return switch (decision.programme()) {
            case CHILD_ALLOWANCE -> "児童手当";
            case CHILD_REARING_ALLOWANCE -> "児童扶養手当";
        };
    }

    private String provision() {
        return switch (decision.programme()) {
            case CHILD_ALLOWANCE -> "児童手当法（昭和46年法律第73号）第7条第1項";
            case CHILD_REARING_ALLOWANCE -> "児童扶養手当法（昭和36年法律第238号）第6条第1項";
        };
    }

    @Override
    void body() {
        paper.heading("１　請求の内容");
        paper.paragraph("請求者　" + recipientName() + "　　請求日　" + JapaneseDates.day(decision.receivedOn()), LetterPaper.TEXT, LetterPaper.TEXT);
        paper.table(CLAIMED, children());
        paper.heading("２　却下の理由");
        reasons();
    }

    private List<List<String>> children() {
        List<List<String>> rows = new ArrayList<>();
        for (int index = 0; index < decision.children().size(); index++) {
            rows.add(List.of(childName(index), JapaneseDates.day(decision.children().get(index).birthDate())));
        }
        return rows;
    }
}
