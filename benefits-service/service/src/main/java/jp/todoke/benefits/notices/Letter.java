package jp.todoke.benefits.notices;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jp.todoke.benefits.calendar.BankCalendar;
import jp.todoke.benefits.calendar.Holidays;
import jp.todoke.benefits.cases.IssuedDecision.Payment;
import jp.todoke.benefits.cases.IssuedDecision;
import jp.todoke.benefits.municipality.MunicipalityProfile;
import jp.todoke.benefits.notices.LetterPaper.Align;
import jp.todoke.benefits.notices.LetterPaper.Column;

/** What all letters have in common: head, addressee, payments, reasons, 教示 and whom to ask. */
abstract sealed class Letter permits ChildAllowanceCertification, ChildRearingLetter, RefusalLetter {
    private static final int TITLE = 16;
    private static final int BODY = LetterPaper.TEXT;
    private static final List<Column> CALENDAR = List.of(new Column("支払期月", 84, Align.LEFT), new Column("支払予定日", 112, Align.LEFT),
            new Column("対象となる月分", 173, Align.LEFT), new Column("支払額", 90, Align.RIGHT));

    static final int PAYMENTS_SHOWN = 12;

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

    /** 認定通知書, 支給停止通知書, 却下通知書 — as the kept letter is filed. */
    enum Kind {
        CERTIFICATION,
        SUSPENSION,
        REFUSAL
    }

    abstract Kind kind();

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

    /** The next payments with their days. */
    final void calendar(List<Payment> payments) {
        BankCalendar banks = new BankCalendar(Holidays.published());
        paper.table(CALENDAR, payments.stream().limit(PAYMENTS_SHOWN)
                .map(payment -> List.of(JapaneseDates.month(payment.payMonth()) + "期", payDay(banks, payment),
                        payment.covers().stream().map(month -> JapaneseDates.month(month) + "分").collect(Collectors.joining("、")),
                        yen(payment.yen())))
                .toList());
    }

    /** A 支払期月 that has passed is paid as soon as it can be (児童手当法第8条第4項ただし書, 児童扶養手当法第7条第3項ただし書). */
    private String payDay(BankCalendar banks, Payment payment) {
        LocalDate day = banks.onOrBefore(payment.payMonth().atDay(municipality.paying(decision.programme()).payday()));
        return day.isAfter(decision.decidedOn()) ? JapaneseDates.day(day) : "この決定の後、随時";
    }

    final void reasons() {
        reasonTexts().forEach(text -> paper.paragraph(text, BODY, 2 * BODY));
    }

    final List<String> reasonTexts() {
        return decision.reasons().stream()
                .map(reason -> "・" + printable.of("reasons." + reason.code(), reason.text()) + "（" + reason.article() + "）").toList();
    }

    static String yen(long amount) {
        return String.format(Locale.ROOT, "%,d円", amount);
    }
}
