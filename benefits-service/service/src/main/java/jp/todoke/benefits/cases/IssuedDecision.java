package jp.todoke.benefits.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 処分 — a decision as it was issued, with all that a notice and the ledger need of it. */
public record IssuedDecision(
        UUID decisionId,
        String decisionNumber,
        UUID caseId,
        String caseNumber,
        Programme.Code programme,
        Outcome outcome,
        @Nullable YearMonth firstMonth,
        LocalDate receivedOn,
        LocalDate decidedOn,
        String proposedBy,
        String approvedBy,
        Recipient recipient,
        List<Child> children,
        List<Month> months,
        List<Reason> reasons,
        List<Payment> payments) {

    public IssuedDecision {
        children = List.copyOf(children);
        months = List.copyOf(months);
        reasons = List.copyOf(reasons);
        payments = List.copyOf(payments);
    }

    /** 認定 or 却下. */
    public enum Outcome {
        GRANTED,
        REFUSED
    }

    /** 受給者. Under 支援措置 ({@code supportMeasure}) the address is withheld and absent: nothing may be printed or posted to it. */
    public record Recipient(String atenabango, String name, String kana, @Nullable String address, boolean supportMeasure) {}

    /** 児童. {@code atenabango} is absent only for a child of a refused claim who is not in the register. */
    public record Child(@Nullable String atenabango, String name, LocalDate birthDate) {}

    /**
     * One month. {@code outcome} is GRANTED, REFUSED, SUSPENDED, NOT_YET or ENDED.
     *
     * @param yen total of the month (円)
     * @param stages none in what was stored before there were stages
     */
    public record Month(YearMonth month, String outcome, long yen, List<ChildMonth> children, List<Stage> stages) {
        public Month {
            children = List.copyOf(children);
            stages = Objects.requireNonNullElse(stages, List.<Stage>of()).stream().toList();
        }

        public Month(YearMonth month, String outcome, long yen, List<ChildMonth> children) {
            this(month, outcome, yen, children, List.of());
        }
    }

    /**
     * How the amount of a month came about, step by step; none in 児童手当.
     *
     * @param stage BASE 全部支給, INCOME after 第9条・第10条, PENSION after 第13条の2, HALVED after 第13条の3
     * @param yen what is left after the step (円)
     */
    public record Stage(String stage, long yen) {}

    /**
     * One child in one month.
     *
     * @param yen  amount (円)
     * @param rank 第何子; absent where nothing is paid
     */
    public record ChildMonth(@Nullable String atenabango, String name, String outcome, long yen, @Nullable Integer rank) {}

    /** 理由 with its provision. */
    public record Reason(String code, String article, String text) {}

    /**
     * One 支払期月.
     *
     * @param yen sum of the months covered (円)
     */
    public record Payment(YearMonth payMonth, List<YearMonth> covers, long yen) {
        public Payment {
            covers = List.copyOf(covers);
        }
    }
}
