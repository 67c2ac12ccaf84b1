package jp.todoke.benefits.law;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the rules of one programme say about the claims, each month asked about and its payment month, with the traces by id. */
public record Decision(
        String ruleVersion, List<ClaimDecision> claims, List<Month> months, List<Payment> payments, Map<String, Trace> traces) {

    public Decision {
        claims = List.copyOf(claims);
        months = List.copyOf(months);
        payments = List.copyOf(payments);
        traces = traces.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(traces));
    }

    public enum MonthOutcome {
        GRANTED,
        REFUSED,
        /** 支給停止: the entitlement exists, nothing is paid. */
        SUSPENDED,
        REFER,
        NOT_YET,
        ENDED
    }

    /** Where an amount stands on its way to what is paid: full, after income, after public pensions, after 一部支給停止; the last is paid. */
    public enum StageName {
        BASE,
        INCOME,
        PENSION,
        HALVED
    }

    /** One claim's answer: granted from a month, refused, or left to an officer. {@code startMonth} is its first month in any case. */
    public record ClaimDecision(
            String claimId, LocalDate receivedOn, YearMonth startMonth, Outcome<YearMonth> outcome, List<ChildClaim> children) {
        public ClaimDecision {
            children = List.copyOf(children);
        }
    }

    /** The answer of a claim for one child it newly names. */
    public record ChildClaim(String id, Outcome<YearMonth> outcome) {}

    /** {@code yen} is absent, never zero, where an officer must decide. */
    public record Month(
            YearMonth month,
            MonthOutcome outcome,
            @Nullable Yen yen,
            List<Reason> reasons,
            List<ChildMonth> children,
            List<Stage> stages,
            @Nullable String traceId) {
        public Month {
            reasons = List.copyOf(reasons);
            children = List.copyOf(children);
            stages = List.copyOf(stages);
        }

        /** The same answer for another month of the same stretch. */
        public Month in(YearMonth other) {
            return other.equals(month) ? this : new Month(other, outcome, yen, reasons, children, stages, traceId);
        }

        public boolean isPaid() {
            return yen != null && !yen.isZero();
        }
    }

    /** {@code rank} is the child's place among those who count; absent where the child does not count. */
    public record ChildMonth(
            String id, Yen yen, @Nullable Integer rank, MonthOutcome outcome, List<Reason> reasons, @Nullable String traceId) {
        public ChildMonth {
            reasons = List.copyOf(reasons);
        }
    }

    public record Stage(StageName stage, Yen yen) {}

    /** One 支払期月: the months it covers and their sum. */
    public record Payment(YearMonth payMonth, List<YearMonth> covers, Yen yen) {
        public Payment {
            covers = List.copyOf(covers);
        }
    }

    /** The answer to the claim received last: what a decision on the present case says. */
    public Optional<ClaimDecision> overall() {
        return claims.isEmpty() ? Optional.empty() : Optional.of(claims.getLast());
    }

    /** Plain maps, lists, texts and numbers: months, payments and traces as the answer of a simulation shows them, and the claims. */
    public Map<String, Object> toMap() {
        return DecisionDocument.write(this);
    }
}
