package jp.todoke.benefits.notices;

import java.time.YearMonth;
import jp.todoke.benefits.cases.IssuedDecision;
import jp.todoke.benefits.municipality.MunicipalityProfile;

/** 児童扶養手当支給停止通知書 — the claimant is certified and nothing is paid: why (行政手続法第14条), how long, and how to appeal. */
final class ChildRearingSuspension extends ChildRearingLetter {
    ChildRearingSuspension(IssuedDecision decision, MunicipalityProfile municipality, LetterPaper paper, PrintableText printable) {
        super(decision, municipality, paper, printable);
        if (decision.reasons().isEmpty()) {
            throw new IllegalStateException("a suspension states its reasons (行政手続法第14条)");
        }
    }

    @Override
    Kind kind() {
        return Kind.SUSPENSION;
    }

    @Override
    String title() {
        return "児童扶養手当支給停止通知書";
    }

    @Override
    String sentence() {
        return JapaneseDates.day(decision.receivedOn()) + "付けで請求のありました児童扶養手当については、" + ACT
                + "第6条第1項の規定により受給資格を認定しましたが、次の理由により手当の全部の支給を停止しますので、通知します。";
    }

    @Override
    void body() {
        YearMonth first = decision.firstMonth();
        paper.heading("１　受給資格の認定");
        paper.paragraph((first == null ? "" : JapaneseDates.month(first) + "分からの受給資格を認定しました") + "（法第7条第1項）。", LetterPaper.TEXT,
                LetterPaper.TEXT);
        children();
        paper.heading("２　支給を停止する期間");
        paper.paragraph(
                period(certified().getFirst().month(), certified().getLast().month()) + "の手当の全部の支給を停止します。", LetterPaper.TEXT,
                LetterPaper.TEXT);
        amountTable();
        paper.section("３　支給を停止する理由", reasonTexts());
        paper.heading("４　お知らせ");
        paper.paragraph("・手当の全部の支給が停止されている間、児童扶養手当証書は交付しません。受給資格は続きますので、次の届出をしてください。", LetterPaper.TEXT, 2 * LetterPaper.TEXT);
        nextYear();
    }
}
