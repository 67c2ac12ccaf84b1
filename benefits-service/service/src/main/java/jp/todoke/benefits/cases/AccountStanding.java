package jp.todoke.benefits.cases;

import java.util.UUID;

/** 振込先口座 of a case: usable, or held with the reason why nothing may be paid to it yet. */
public sealed interface AccountStanding {
    /**
     * A confirmed account of the recipient.
     *
     * @param accountType 預金種目: 1 普通, 2 当座, 4 貯蓄, 9 その他
     * @param holderKana  口座名義 as given by its source
     * @param factId      the confirmed fact that it is
     */
    record Usable(String bankCode, String branchCode, String accountType, String accountNumber, String holderKana, UUID factId)
            implements
                AccountStanding {
        /** Without the account number. */
        @Override
        public String toString() {
            return "Usable[" + factId + "]";
        }
    }

    /** Nothing may be paid; {@code code} is a held-payment code of the API. */
    record Held(String code, String messageJa) implements AccountStanding {}
}
