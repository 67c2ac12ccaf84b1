package jp.todoke.benefits.programmes.childallowance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import jp.todoke.benefits.law.Reason;
import jp.todoke.benefits.law.StatutoryMonth;
import org.jspecify.annotations.Nullable;

/**
 * 旧児童手当法 第4条第1項・附則第2条, and 児童手当法第8条第2項 — one entitlement from its 認定請求 on, and the month with which it ends: the last in
 * which a certified child is payable, or the one before the first month over the 所得上限限度額. What has ended needs a new 認定請求.
 */
final class Entitlement {
    private final Question question;
    private final List<Certification> children = new ArrayList<>();
    private @Nullable YearMonth lastMonth;
    private Reason endsBecause = ChildAllowanceReason.NO_CHILD_OF_MIDDLE_SCHOOL_AGE;

    Entitlement(Question question) {
        this.question = question;
    }

    /** Takes a claim's children in; those it cannot reach because it ends before their first month are left out and named. */
    List<Certification> admit(List<Certification> claimed) {
        children.addAll(claimed);
        lastMonth = lastPayable();
        YearMonth over = lastMonth == null ? null : question.upperLimit().firstReached(firstMonth(), lastMonth);
        if (over != null) {
            lastMonth = over.minusMonths(1);
            endsBecause = ChildAllowanceReason.INCOME_OVER_UPPER_LIMIT;
        }
        var outside = new ArrayList<Certification>(0);
        for (int i = 0; i < claimed.size(); i++) {
            if (lastMonth == null || claimed.get(i).from().isAfter(lastMonth)) {
                outside.add(claimed.get(i));
            }
        }
        children.removeAll(outside);
        return outside;
    }

    /** The month of the first payment: no increase reaches back before it. */
    YearMonth firstMonth() {
        YearMonth first = firstPayable(children, question.parameters());
        if (first == null) {
            throw new IllegalStateException("an entitlement begins with a payable child");
        }
        return first;
    }

    boolean livesOn(LocalDate day) {
        if (lastMonth == null || StatutoryMonth.monthOf(day).isAfter(lastMonth)) {
            return false;
        }
        for (int i = 0; i < children.size(); i++) {
            if (children.get(i).livesOn(day)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the child is among those of the living entitlement. */
    boolean covers(ChildAllowanceFacts.Child child, LocalDate day) {
        boolean living = livesOn(day);
        for (int i = 0; living && i < children.size(); i++) {
            Certification certification = children.get(i);
            if (certification.child().id().equals(child.id()) && certification.livesOn(day)) {
                return true;
            }
        }
        return false;
    }

    /** The children, none of them beyond the end of the entitlement. */
    void addTo(List<Certification> certified) {
        for (int i = 0; i < children.size(); i++) {
            YearMonth last = lastMonth;
            certified.add(last == null ? children.get(i) : children.get(i).endingWith(last, endsBecause));
        }
    }

    /** The children's payable months joined as long as none is missing between them. */
    private @Nullable YearMonth lastPayable() {
        YearMonth start = firstPayable(children, question.parameters());
        if (start == null) {
            return null;
        }
        YearMonth last = start.minusMonths(1);
        for (boolean grown = true; grown;) {
            grown = false;
            for (int i = 0; i < children.size(); i++) {
                YearMonth reached = reached(children.get(i), last);
                if (reached.isAfter(last)) {
                    last = reached;
                    grown = true;
                }
            }
        }
        return last;
    }

    /** How far the child carries an entitlement that has come through {@code last}. */
    private YearMonth reached(Certification child, YearMonth last) {
        YearMonth next = last.plusMonths(1);
        return child.covers(next) && isPayable(child, next, question.parameters())
                ? lastPayableFrom(child, next, question.parameters())
                : last;
    }

    private static YearMonth lastPayableFrom(Certification child, YearMonth month, ChildAllowanceParameters parameters) {
        FormerRules former = parameters.carried(month).former();
        if (former == null) {
            return child.lastMonth();
        }
        YearMonth middle = former.lastOfMiddle(child.child().birthDate());
        boolean reachesReform = !middle.plusMonths(1).isBefore(parameters.reformMonth());
        return reachesReform || child.lastMonth().isBefore(middle) ? child.lastMonth() : middle;
    }

    /** Before 2024-10 through 中学校修了; from then on through the certification. */
    static boolean isPayable(Certification child, YearMonth month, ChildAllowanceParameters parameters) {
        FormerRules former = parameters.carried(month).former();
        return former == null || !month.isAfter(former.lastOfMiddle(child.child().birthDate()));
    }

    /** The first month in which a child that starts then is payable; absent where every one of them only takes a place. */
    static @Nullable YearMonth firstPayable(List<Certification> children, ChildAllowanceParameters parameters) {
        YearMonth first = null;
        for (int i = 0; i < children.size(); i++) {
            Certification child = children.get(i);
            if (isPayable(child, child.from(), parameters) && (first == null || child.from().isBefore(first))) {
                first = child.from();
            }
        }
        return first;
    }
}
