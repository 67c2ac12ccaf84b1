package jp.todoke.benefits.cases;

import java.time.YearMonth;

/** 事業 — what payments, letters and the system's own page know of a programme; its law stays behind {@link Programmes}. */
public interface Programme {
    /** The codes of the API and of the stored rows. */
    enum Code {
        /** 児童手当. */
        CHILD_ALLOWANCE,
        /** 児童扶養手当. */
        CHILD_REARING_ALLOWANCE
    }

    Code code();

    /** Stored with every decision. */
    String ruleVersion();

    /** 支払期月: whether months before {@code month} fall due in it. */
    boolean isPaymentMonth(YearMonth month);

    /** Whether the order that fixes the amounts of {@code month} has come: what is decided for later months may still be revised, and is not paid. */
    boolean isAmountFixed(YearMonth month);

    /** The 支払期月 in words, with the provision, for whoever named another month. */
    String paymentMonths();
}
