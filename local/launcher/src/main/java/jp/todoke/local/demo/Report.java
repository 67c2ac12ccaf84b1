package jp.todoke.local.demo;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** The table a caseworker's manager reads: one line per application, then the totals, then who waits for a person and why. */
final class Report {
    private static final int NUMBER = 18;
    private static final int NAME = 14;
    private static final int OMITTED = 52;
    private static final int WORD = 16;
    private static final int MONTH = 9;
    private static final int WHY = 58;
    private static final int YEN = 12;
    private final PrintStream out;
    private final ProgrammePart part;
    private final List<ActualOutcome> outcomes;

    Report(PrintStream out, ProgrammePart part, List<ActualOutcome> outcomes) {
        this.out = out;
        this.part = part;
        this.outcomes = outcomes;
    }

    void table() {
        out.println();
        out.println("■ " + part.title());
        out.println(line("受付番号", "申請者", "省略した添付", "結果", "開始月", "理由", part.paymentDate().getMonthValue() + "月支払額"));
        out.println("-".repeat(NUMBER + NAME + OMITTED + WORD + MONTH + WHY + YEN + 6));
        for (ActualOutcome outcome : outcomes) {
            out.println(
                    line(
                            outcome.submission().form().uketsukeBango(),
                            outcome.submission().form().content().applicant().name(),
                            Wording.attachments(outcome.omitted()),
                            outcome.word(),
                            outcome.firstMonth(),
                            outcome.why(),
                            "GRANTED".equals(outcome.outcome()) ? Wording.yen(outcome.paidYen()) : ""));
        }
    }

    void totals(PaymentDay day) {
        long granted = outcomes.stream().filter(outcome -> "GRANTED".equals(outcome.outcome())).count();
        long refused = outcomes.stream().filter(outcome -> "REFUSED".equals(outcome.outcome())).count();
        long returned = outcomes.stream().filter(outcome -> !outcome.submission().accepted()).count();
        long waiting = outcomes.stream().filter(ActualOutcome::needsPerson).count();
        long held = outcomes.stream().filter(outcome -> outcome.heldYen() > 0).count();
        int omitted = outcomes.stream().flatMap(outcome -> outcome.omitted().values().stream()).mapToInt(Integer::intValue).sum();
        out.println();
        out.println(part.title() + "  受付 " + outcomes.size() + "件（差戻し " + returned + "件）  認定 " + granted + "件  却下 " + refused + "件  職員対応 "
                + waiting + "件");
        out.println("省略した添付書類 " + omitted + "通");
        out.println(
                "振込 " + day.run().getCount() + "件 " + Wording.yen(day.run().getTotalYen()) + "（振込指定日 " + day.run().getPaymentDate()
                        + "）  支払保留 "
                        + held + "件 " + Wording.yen(outcomes.stream().mapToLong(ActualOutcome::heldYen).sum()));
    }

    /** Everything that stays open: nothing is lost. */
    void needsPerson() {
        list("職員の対応を待つ案件（決定していません）", outcomes.stream().filter(ActualOutcome::needsPerson).toList());
        list("決定済みで、支払に職員の対応が要る案件", outcomes.stream().filter(outcome -> outcome.heldYen() > 0).toList());
        list("却下した申請", outcomes.stream().filter(outcome -> "REFUSED".equals(outcome.outcome())).toList());
        list("差し戻した申請データ（原本と理由を保存）", outcomes.stream().filter(outcome -> !outcome.submission().accepted()).toList());
    }

    void differences(Map<ActualOutcome, List<String>> differences) {
        if (differences.isEmpty()) {
            out.println(part.title() + ": 予定した結果（" + part.expectedFile() + "）と " + outcomes.size() + "件すべて一致しました。");
            return;
        }
        out.println(part.title() + ": 予定した結果（" + part.expectedFile() + "）と違うもの: " + differences.size() + "件");
        differences.forEach((outcome, items) -> {
            out.println("  " + outcome.submission().form().uketsukeBango() + " " + outcome.submission().form().story());
            items.forEach(item -> out.println("      " + item));
        });
    }

    private void list(String heading, List<ActualOutcome> some) {
        out.println();
        out.println(part.title() + "・" + heading + ": " + some.size() + "件");
        for (ActualOutcome outcome : some) {
            out.println(
                    "  " + outcome.submission().form().uketsukeBango() + "  "
                            + Width.left(outcome.submission().form().content().applicant().name(), NAME) + "  " + outcome.why());
        }
    }

    private static String line(String number, String name, String omitted, String word, String month, String why, String yen) {
        return String.join(
                " ",
                Width.left(number, NUMBER),
                Width.left(name, NAME),
                Width.left(omitted, OMITTED),
                Width.left(word, WORD),
                Width.left(month, MONTH),
                Width.left(why, WHY),
                Width.right(yen, YEN));
    }
}
