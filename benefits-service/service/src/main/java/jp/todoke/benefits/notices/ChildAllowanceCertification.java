package jp.todoke.benefits.notices;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import jp.todoke.benefits.cases.IssuedDecision;
import jp.todoke.benefits.municipality.MunicipalityProfile;
import jp.todoke.benefits.notices.DecidedAmounts.ChildAmounts;
import jp.todoke.benefits.notices.DecidedAmounts.Period;
import jp.todoke.benefits.notices.LetterPaper.Align;
import jp.todoke.benefits.notices.LetterPaper.Column;
import jp.todoke.benefits.programmes.childallowance.ChildAllowance;
import jp.todoke.benefits.programmes.childallowance.ChildAllowance.Milestones;

/** 児童手当認定通知書 — amounts per child and month, when they are paid, and how to appeal. */
final class ChildAllowanceCertification extends Letter {
    private static final List<Column> AMOUNTS = List.of(new Column("児童の氏名", 118, Align.LEFT), new Column("生年月日", 102, Align.LEFT),
            new Column("第何子", 46, Align.CENTER), new Column("支給する月分", 123, Align.LEFT), new Column("月額", 70, Align.RIGHT));

    private static final ChildAllowance CHILD_ALLOWANCE = ChildAllowance.load();

    private final DecidedAmounts amounts;
    private final String account;

    /** @param account where it is paid, as the recipient may read it */
    ChildAllowanceCertification(IssuedDecision decision, MunicipalityProfile municipality, String account, LetterPaper paper,
            PrintableText printable) {
        super(decision, municipality, paper, printable);
        this.amounts = DecidedAmounts.of(decision);
        this.account = account;
    }

    @Override
    Kind kind() {
        return Kind.CERTIFICATION;
    }

    @Override
    String title() {
        return "児童手当認定通知書";
    }

    @Override
    String sentence() {
        return JapaneseDates.day(decision.receivedOn()) + "付けで請求のありました児童手当については、児童手当法（昭和46年法律第73号。以下「法」といいます。）第7条第1項の規定により、"
                + "次のとおり受給資格及び児童手当の額を認定しましたので、通知します。";
    }

    @Override
    void body() {
        YearMonth first = decision.firstMonth();
        paper.heading("１　支給を始める月");
        paper.paragraph((first == null ? "" : JapaneseDates.month(first) + "分から支給します") + "（法第8条）。", LetterPaper.TEXT, LetterPaper.TEXT);
        paper.heading("２　児童ごとの月額（法第6条）");
        paper.table(AMOUNTS, amountRows());
        for (int index = 0; index < amounts.children().size(); index++) {
            futureChange(index);
        }
        paper.paragraph("・このほか、児童の人数その他の事情に変わりがあったときは、額が変わり、又は支給が終わることがあります。そのときは改めて通知します。", LetterPaper.TEXT, 2 * LetterPaper.TEXT);
        paper.heading("３　支払の予定（法第8条第4項）");
        calendar(amounts.payments());
        if (amounts.payments().size() > PAYMENTS_SHOWN || goesOn()) {
            paper.paragraph("以後も、各支払期月に、その前月までの分を支払います。", LetterPaper.TEXT, LetterPaper.TEXT);
        }
        paper.paragraph("振込先：" + account, LetterPaper.TEXT, LetterPaper.TEXT);
        if (!decision.reasons().isEmpty()) {
            paper.heading("４　決定の理由");
            reasons();
        }
    }

    private boolean goesOn() {
        return amounts.children().stream().anyMatch(child -> !child.periods().isEmpty() && !child.periods().getLast().ends());
    }

    private List<List<String>> amountRows() {
        List<List<String>> rows = new ArrayList<>();
        for (int index = 0; index < amounts.children().size(); index++) {
            ChildAmounts child = amounts.children().get(index);
            String name = childName(index);
            String birth = JapaneseDates.day(child.child().birthDate());
            if (child.periods().isEmpty()) {
                rows.add(List.of(name, birth, "―", "支給の対象となりません", "―"));
            }
            for (Period period : child.periods()) {
                boolean firstRow = period.equals(child.periods().getFirst());
                rows.add(List.of(firstRow ? name : "", firstRow ? birth : "", period.rank() == null ? "―" : "第" + period.rank() + "子",
                        months(period),
                        yen(period.yen())));
            }
        }
        return rows;
    }

    /** What age alone will change after the months of this decision. */
    private void futureChange(int index) {
        ChildAmounts child = amounts.children().get(index);
        if (child.periods().isEmpty() || child.periods().getLast().ends()) {
            return;
        }
        Period last = child.periods().getLast();
        Milestones milestones = CHILD_ALLOWANCE.milestones(child.child().birthDate(), last.until());
        boolean thirdOrLater = last.rank() != null && last.rank() >= 3;
        String dearerUntilThree = milestones.underThreeThrough().isBefore(last.until()) || thirdOrLater
                ? ""
                : JapaneseDates.month(milestones.underThreeThrough().plusMonths(1)) + "分から3歳以上の児童の額になり、";
        paper.paragraph(
                "・" + childName(index) + "　" + dearerUntilThree + "18歳に達する日以後の最初の3月31日の属する" + JapaneseDates.month(milestones.childThrough())
                        + "分をもって支給が終わります。",
                LetterPaper.TEXT, 2 * LetterPaper.TEXT);
    }

    private static String months(Period period) {
        String from = JapaneseDates.month(period.from()) + "分から";
        return period.ends() ? from + JapaneseDates.month(period.until()) + "分まで" : from;
    }
}
