package jp.todoke.benefits.notices;

import java.util.List;
import java.util.Locale;
import jp.todoke.benefits.cases.IssuedDecision;
import jp.todoke.benefits.cases.IssuedDecision.Reason;
import jp.todoke.benefits.municipality.MunicipalityProfile;
import jp.todoke.benefits.notices.LetterPaper.Align;

/** What both letters have in common: head, addressee, reasons, 教示 and whom to ask. */
abstract sealed class Letter permits CertificationLetter, RefusalLetter {
    private static final int TITLE = 16;
    private static final int BODY = LetterPaper.TEXT;

    final IssuedDecision decision;
    final MunicipalityProfile municipality;
    final LetterPaper paper;
    final PrintableText printable;

    Letter(IssuedDecision decision, MunicipalityProfile municipality, LetterPaper paper, PrintableText printable) {
        this.decision = decision;
        this.municipality = municipality;
        this.paper = paper;
        this.printable = printable;
    }

    /** The title, also the name of the document. */
    abstract String title();

    /** What was decided, by which provision. */
    abstract String sentence();

    abstract void body();

    static String documentNumber(IssuedDecision decision) {
        return "第" + decision.decisionNumber() + "号";
    }

    final void write() {
        paper.line(documentNumber(decision), BODY, Align.RIGHT);
        paper.line(JapaneseDates.day(decision.decidedOn()), BODY, Align.RIGHT);
        paper.space(14);
        addressee();
        paper.space(12);
        paper.line(municipality.head() + "　", BODY + 2, Align.RIGHT);
        paper.line("（公印省略）", BODY - 1, Align.RIGHT);
        paper.space(16);
        paper.line(title(), TITLE, Align.CENTER);
        paper.space(14);
        paper.paragraph(sentence(), BODY, 0);
        paper.space(8);
        paper.line("記", BODY, Align.CENTER);
        body();
        paper.section("教示（不服がある場合の手続）", AppealInstruction.of(municipality));
        paper.space(10);
        paper.line("問合せ先　" + municipality.section(), BODY, Align.RIGHT);
    }

    /** Under 支援措置 no address is printed, wherever the letter goes. */
    private void addressee() {
        String address = decision.recipient().address();
        if (address != null && !decision.recipient().supportMeasure()) {
            paper.line(printable.of("recipient.address", address), BODY, Align.LEFT);
        }
        paper.line("　" + recipientName() + "　様", BODY + 3, Align.LEFT);
    }

    final String recipientName() {
        return printable.of("recipient.name", decision.recipient().name());
    }

    final String childName(int index) {
        return printable.of("children[" + index + "].name", decision.children().get(index).name());
    }

    final void reasons(List<Reason> reasons) {
        for (Reason reason : reasons) {
            paper.paragraph("・" + printable.of("reasons." + reason.code(), reason.text()) + "（" + reason.article() + "）", BODY, 2 * BODY);
        }
    }

    static String yen(long amount) {
        return String.format(Locale.ROOT, "%,d円", amount);
    }
}
