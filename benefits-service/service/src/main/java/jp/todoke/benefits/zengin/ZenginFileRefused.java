package jp.todoke.benefits.zengin;

/** A bank file that must not leave the house. The message names the reason only: names and accounts never reach a log. */
public final class ZenginFileRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why. */
    public enum Reason {
        NO_TRANSFERS,
        NOT_A_BUSINESS_DAY,
        AMOUNT_ZERO,
        AMOUNT_TOO_LARGE,
        TOTAL_TOO_LARGE,
        COUNT_TOO_LARGE,
        BANK_OR_BRANCH_UNKNOWN,
        ITEM_TWICE,
        ACCOUNT_TWICE,
        ITEM_NUMBER_TOO_LARGE,
        CHARACTER_OUTSIDE_SET,
        RECORD_NOT_120_BYTES,
        TRAILER_DIFFERS
    }

    public ZenginFileRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
