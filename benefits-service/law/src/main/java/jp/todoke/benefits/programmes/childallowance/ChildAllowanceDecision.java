package jp.todoke.benefits.programmes.childallowance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.todoke.benefits.law.Outcome;
import jp.todoke.benefits.law.Reason;
import jp.todoke.benefits.law.Trace;
import jp.todoke.benefits.law.Yen;
import org.jspecify.annotations.Nullable;

/** What the rules say about the claims, each month asked about and its payment month, with the traces by id. */
public record ChildAllowanceDecision(
        String ruleVersion,
        List<ClaimDecision> claims,
        List<MonthDecision> months,
        List<Payment> payments,
        Map<String, Trace> traces) {

    public ChildAllowanceDecision {
        claims = List.copyOf(claims);
        months = List.copyOf(months);
        payments = List.copyOf(payments);
        traces = Collections.unmodifiableMap(new LinkedHashMap<>(traces));
    }

    /** {@code SUSPENDED} is not reachable in 児童手当 since 2024-10 and stands here because answers of all programmes share the list. */
    public enum MonthOutcome {
        GRANTED,
        REFUSED,
        SUSPENDED,
        REFER,
        NOT_YET,
        ENDED
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
    public record MonthDecision(
            YearMonth month,
            MonthOutcome outcome,
            @Nullable Yen yen,
            List<Reason> reasons,
            List<ChildMonth> children,
            @Nullable String traceId) {
        public MonthDecision {
            reasons = List.copyOf(reasons);
            children = List.copyOf(children);
        }
    }

    /** {@code rank} counts the counted siblings before the child; absent where nothing is paid for the child. */
    public record ChildMonth(
            String id, Yen yen, @Nullable Integer rank, MonthOutcome outcome, List<Reason> reasons, String traceId) {
        public ChildMonth {
            reasons = List.copyOf(reasons);
        }
    }

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
