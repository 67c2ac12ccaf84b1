package jp.todoke.benefits.notices;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.todoke.benefits.cases.IssuedDecision;
import jp.todoke.benefits.cases.IssuedDecision.Month;
import jp.todoke.benefits.cases.IssuedDecision.Stage;
import jp.todoke.benefits.municipality.MunicipalityProfile;
import jp.todoke.benefits.notices.LetterPaper.Align;
import jp.todoke.benefits.notices.LetterPaper.Column;

/** What the letters on a certification of 児童扶養手当 have in common: whom it is about, and how the amount of each month comes about. */
abstract sealed class ChildRearingLetter extends Letter permits ChildRearingCertification, ChildRearingSuspension {
    /** As a letter cites the Act for the first time. */
    static final String ACT = "児童扶養手当法（昭和36年法律第238号。以下「法」といいます。）";

    private static final List<Column> CHILDREN = List.of(new Column("児童の氏名", 230, Align.LEFT), new Column("生年月日", 229, Align.LEFT));
    private static final List<Column> AMOUNTS = List.of(new Column("月分", 117, Align.LEFT), new Column("全部支給の額", 72, Align.RIGHT),
            new Column("所得の制限後", 72, Align.RIGHT), new Column("年金の調整後", 72, Align.RIGHT), new Column("支給する月額", 72, Align.RIGHT),
            new Column("区分", 54, Align.CENTER));

    final DecidedAmounts amounts;

    ChildRearingLetter(IssuedDecision decision, MunicipalityProfile municipality, LetterPaper paper, PrintableText printable) {
        super(decision, municipality, paper, printable);
        this.amounts = DecidedAmounts.of(decision);
    }

    /** Whether the entitlement exists and nothing at all is paid of it. */
    static boolean isSuspendedThroughout(IssuedDecision decision) {
        return decision.months().stream().anyMatch(ChildRearingLetter::isSuspended)
                && decision.months().stream().allMatch(month -> month.yen() == 0);
    }

    static boolean isSuspended(Month month) {
        return month.outcome().equals("SUSPENDED");
    }

    final void children() {
        List<List<String>> rows = new ArrayList<>();
        for (int index = 0; index < decision.children().size(); index++) {
            rows.add(List.of(childName(index), JapaneseDates.day(decision.children().get(index).birthDate())));
        }
        paper.table(CHILDREN, rows);
    }

    /** Months of one amount, and of one way to it, stand in one line. */
    final void amountTable() {
        List<List<Month>> runs = new ArrayList<>();
        for (Month month : certified()) {
            boolean continues = !runs.isEmpty() && isSame(runs.getLast().getLast(), month);
            if (!continues) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(month);
        }
        paper.table(AMOUNTS, runs.stream().map(ChildRearingLetter::row).toList());
        if (certified().stream().anyMatch(month -> !amount(month, "HALVED").equals(amount(month, "PENSION")))) {
            paper.paragraph("「支給する月額」は、法第13条の3の規定による一部支給停止の後の額です。", LetterPaper.TEXT, LetterPaper.TEXT);
        }
    }

    final List<Month> certified() {
        return decision.months().stream().filter(month -> month.outcome().equals("GRANTED") || isSuspended(month)).toList();
    }

    private static boolean isSame(Month one, Month next) {
        return one.month().plusMonths(1).equals(next.month()) && one.outcome().equals(next.outcome()) && one.yen() == next.yen()
                && one.stages().equals(next.stages());
    }

    private static List<String> row(List<Month> run) {
        Month month = run.getFirst();
        return List.of(
                period(month.month(), run.getLast().month()), amount(month, "BASE"), amount(month, "INCOME"), amount(month, "PENSION"),
                yen(month.yen()), standing(month));
    }

    static String period(YearMonth from, YearMonth until) {
        return JapaneseDates.month(from) + (from.equals(until) ? "分" : "分から" + JapaneseDates.month(until) + "分まで");
    }

    private static String amount(Month month, String stage) {
        Map<String, Long> stages = month.stages().stream().collect(Collectors.toMap(Stage::stage, Stage::yen));
        Long yen = stages.get(stage);
        return yen == null ? "―" : yen(yen);
    }

    private static String standing(Month month) {
        if (isSuspended(month)) {
            return "全部停止";
        }
        return month.stages().isEmpty() || month.stages().getFirst().yen() == month.yen() ? "全部支給" : "一部支給";
    }

    /** 現況届: what comes after the October needs the income of another year (施行規則第4条). */
    final void nextYear() {
        if (!certified().isEmpty()) {
            YearMonth next = certified().getLast().month().plusMonths(1);
            paper.paragraph(
                    "・毎年8月に現況届（児童扶養手当法施行規則第4条）を提出してください。" + JapaneseDates.month(next) + "分以後の額は、その前年の所得により改めて決定し、通知します。",
                    LetterPaper.TEXT, 2 * LetterPaper.TEXT);
        }
        paper.paragraph("・手当の額は、物価の変動に応じて、毎年4月分から改定されることがあります（法第5条の2）。", LetterPaper.TEXT, 2 * LetterPaper.TEXT);
        paper.paragraph(
                "・婚姻（届出をしなくても事実上の婚姻関係にある場合を含みます。）、児童を監護しなくなったこと、扶養義務者との同居又は別居、公的年金の受給その他の事情の変更があったときは、"
                        + "速やかに届け出てください（法第28条）。",
                LetterPaper.TEXT, 2 * LetterPaper.TEXT);
    }
}
