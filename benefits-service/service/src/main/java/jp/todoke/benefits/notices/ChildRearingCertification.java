package jp.todoke.benefits.notices;

import java.time.YearMonth;
import jp.todoke.benefits.cases.IssuedDecision;
import jp.todoke.benefits.municipality.MunicipalityProfile;

/** 児童扶養手当認定通知書 — from when, how much each month and why not more, when it is paid, and how to appeal. */
final class ChildRearingCertification extends ChildRearingLetter {
    private final String account;

    /** @param account where it is paid, as the recipient may read it */
    ChildRearingCertification(
            IssuedDecision decision, MunicipalityProfile municipality, String account, LetterPaper paper, PrintableText printable) {
        super(decision, municipality, paper, printable);
        this.account = account;
    }

    @Override
    Kind kind() {
        return Kind.CERTIFICATION;
    }

    @Override
    String title() {
        return "児童扶養手当認定通知書";
    }

    @Override
    String sentence() {
        return JapaneseDates.day(decision.receivedOn()) + "付けで請求のありました児童扶養手当については、" + ACT
                + "第6条第1項の規定により、次のとおり受給資格及び手当の額を認定しましたので、通知します。";
    }

    @Override
    void body() {
        YearMonth first = decision.firstMonth();
        paper.heading("１　支給を始める月");
        paper.paragraph((first == null ? "" : JapaneseDates.month(first) + "分から支給します") + "（法第7条第1項）。", LetterPaper.TEXT, LetterPaper.TEXT);
        paper.heading("２　対象となる児童");
        children();
        paper.heading("３　手当の月額（法第5条、第9条から第11条まで、第13条の2）");
        amountTable();
        paper.heading("４　支払の予定（法第7条第3項）");
        calendar(amounts.payments());
        paper.paragraph("各支払期月（1月、3月、5月、7月、9月、11月）に、その前月までの分を支払います。", LetterPaper.TEXT, LetterPaper.TEXT);
        paper.paragraph("振込先：" + account, LetterPaper.TEXT, LetterPaper.TEXT);
        int number = 5;
        if (!decision.reasons().isEmpty()) {
            paper.section("５　手当の額の全部を支給しない理由", reasonTexts());
            number++;
        }
        paper.heading((number == 5 ? "５" : "６") + "　お知らせ");
        paper.paragraph("・児童扶養手当証書は、別に交付します。届出の際に必要ですので、大切に保管してください。", LetterPaper.TEXT, 2 * LetterPaper.TEXT);
        nextYear();
    }
}
