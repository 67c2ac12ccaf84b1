package jp.todoke.benefits.simulations;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.Decision.ChildMonth;
import jp.todoke.benefits.law.Decision.Month;
import jp.todoke.benefits.law.Decision.MonthOutcome;
import jp.todoke.benefits.law.Decision.StageName;
import jp.todoke.benefits.law.Parameter;
import jp.todoke.benefits.law.Reason;
import jp.todoke.benefits.law.Trace;
import jp.todoke.benefits.law.Yen;
import org.jspecify.annotations.Nullable;

/** 額が変わる理由 — why a month differs from the month before, in sentences a citizen can read; taken from the decision's reasons and traces. */
final class ChangeReasons {
    private static final int UNDER_THREE_YEARS = 3;

    private final Decision decision;
    private final Map<String, LocalDate> births;

    ChangeReasons(Decision decision, Map<String, LocalDate> births) {
        this.decision = decision;
        this.births = births;
    }

    Set<String> between(@Nullable Month before, Month after) {
        Set<String> sentences = new LinkedHashSet<>();
        if (before == null || before.outcome() != after.outcome()) {
            outcome(after, sentences);
        }
        boolean bothPaid = before != null && before.isPaid() && after.isPaid();
        if (bothPaid) {
            leaving(before, after, sentences);
            joining(before, after, sentences);
            staying(before, after, sentences);
            stages(before, after, sentences);
        }
        if (sentences.isEmpty()) {
            sentences.add("月額が変わります。");
        }
        return sentences;
    }

    private void outcome(Month after, Set<String> sentences) {
        after.reasons().stream().map(ChangeReasons::sentence).forEach(sentences::add);
        if (!sentences.isEmpty() || after.outcome() != MonthOutcome.GRANTED) {
            return;
        }
        boolean starts = decision.claims().stream().anyMatch(claim -> claim.startMonth().equals(after.month()));
        sentences.add(starts ? shown(after.month()) + "分から支給が始まります（認定の請求による支給の開始）。" : shown(after.month()) + "分は支給されます。");
    }

    private static void leaving(Month before, Month after, Set<String> sentences) {
        for (ChildMonth child : counted(before)) {
            Optional<ChildMonth> now = find(after, child.id());
            if (now.isEmpty() || now.get().rank() == null) {
                Set<String> why = now.map(ChildMonth::reasons).orElse(List.of()).stream().map(ChangeReasons::sentence)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
                sentences.add(child.id() + "は支給の対象でなくなります。" + String.join("", why));
            }
        }
    }

    private static void joining(Month before, Month after, Set<String> sentences) {
        for (ChildMonth child : counted(after)) {
            if (find(before, child.id()).filter(was -> was.rank() != null).isEmpty()) {
                sentences.add(child.id() + "が支給の対象に加わります。");
            }
        }
    }

    private void staying(Month before, Month after, Set<String> sentences) {
        for (ChildMonth now : counted(after)) {
            Optional<ChildMonth> was = find(before, now.id()).filter(child -> child.rank() != null);
            if (was.isPresent() && !was.get().yen().equals(now.yen())) {
                rate(was.get(), now, after.month()).ifPresent(sentences::add);
            }
        }
    }

    /** A child's amount changes with its age, with its place among the children, or because the law does. */
    private Optional<String> rate(ChildMonth was, ChildMonth now, YearMonth month) {
        Optional<Parameter<?>> before = rate(was);
        Optional<Parameter<?>> after = rate(now);
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        String change = "（" + was.yen() + "から" + now.yen() + "。" + after.get().article() + "）。";
        if (after.get().name().equals(before.get().name()) || after.get().from().equals(month)) {
            return Optional
                    .of("法令の改正（" + after.get().provenance().amendedBy() + "）により、" + shown(month) + "分から" + now.id() + "の月額が変わります" + change);
        }
        LocalDate birth = births.get(now.id());
        if (birth != null && YearMonth.from(birth).plusYears(UNDER_THREE_YEARS).plusMonths(1).equals(month)) {
            return Optional.of(now.id() + "は前の月に3歳の誕生日を迎えるため、3歳以上の額になります" + change);
        }
        if (was.rank() != null && !was.rank().equals(now.rank())) {
            String why = month.getMonthValue() == 4 ? "年度が替わり、" : "";
            return Optional.of(why + "数えるきょうだいが変わって、" + now.id() + "は第" + now.rank() + "子として数えられます" + change);
        }
        return Optional.of(now.id() + "の月額が変わります" + change);
    }

    /** The amount that the law fixes for the child: the first amount of yen that the trace cites. */
    private Optional<Parameter<?>> rate(ChildMonth child) {
        Trace trace = decision.traces().get(child.traceId());
        return trace == null
                ? Optional.empty()
                : trace.parameters().stream().filter(parameter -> parameter.value() instanceof Yen).<Parameter<?>>map(each -> each)
                        .findFirst();
    }

    /** 児童扶養手当: which step on the way from the full amount made the difference. */
    private static void stages(Month before, Month after, Set<String> sentences) {
        if (before.stages().size() < StageName.values().length || after.stages().size() < StageName.values().length) {
            return;
        }
        boolean sameChildren = counted(before).size() == counted(after).size();
        long base = difference(before, after, StageName.BASE);
        long income = difference(before, after, StageName.INCOME);
        long pension = difference(before, after, StageName.PENSION);
        long halved = difference(before, after, StageName.HALVED);
        if (base != 0 && sameChildren) {
            sentences.add("手当の額が改定されます（児童扶養手当法第5条・第5条の2）。");
        }
        if (income != base && sameChildren && base == 0) {
            boolean newYear = after.month().getMonthValue() == 11 || after.month().getMonthValue() == 8;
            sentences.add(newYear ? "判定に用いる所得の年が変わります（児童扶養手当法第9条第1項）。" : "所得による支給の制限が変わります（児童扶養手当法第9条から第11条まで）。");
        }
        if (pension != income) {
            sentences.add("公的年金等との調整が変わります（児童扶養手当法第13条の2）。");
        }
        if (halved != pension) {
            sentences.add("支給の開始などから一定の期間（5年または7年）が経過した後の一部支給停止が変わります。働いていることなどの届出により適用が除外されます（児童扶養手当法第13条の3）。");
        }
    }

    private static long difference(Month before, Month after, StageName stage) {
        return yen(after, stage) - yen(before, stage);
    }

    private static long yen(Month month, StageName name) {
        return month.stages().stream().filter(stage -> stage.stage() == name).mapToLong(stage -> stage.yen().value()).findFirst().orElse(0);
    }

    private static List<ChildMonth> counted(Month month) {
        return month.children().stream().filter(child -> child.rank() != null).toList();
    }

    private static Optional<ChildMonth> find(Month month, String id) {
        return month.children().stream().filter(child -> child.id().equals(id)).findFirst();
    }

    private static String sentence(Reason reason) {
        return reason.sentence() + "（" + reason.article() + "）";
    }

    static String shown(YearMonth month) {
        return month.getYear() + "年" + month.getMonthValue() + "月";
    }
}
