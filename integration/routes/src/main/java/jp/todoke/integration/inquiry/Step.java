package jp.todoke.integration.inquiry;

/** The operations of the peers that move an inquiry on, by their operationId. */
enum Step {
    SEARCH("searchIdentity"),
    /** 住登外者 照会. */
    FIND_NUMBER("findNonResident"),
    /** 住登外者 付番. */
    ASSIGN_NUMBER("assignNumber"),
    /** 口座確認. */
    CHECK_ACCOUNT("verifyAccount"),
    REGISTER("registerInquiry"),
    STATUS("getInquiryStatus"),
    RESULT("getInquiryResult"),
    /** 照会の取りやめ. */
    CANCEL("cancelInquiry"),
    /** 取りやめ結果. */
    CANCEL_OUTCOME("getInquiryCancellation");

    private final String operation;

    Step(String operation) {
        this.operation = operation;
    }

    String operation() {
        return operation;
    }

    /** Whether it names the receipt of the peer; what the peer does not know by it, it knows no more. */
    boolean byReceipt() {
        return switch (this) {
            case SEARCH, FIND_NUMBER, ASSIGN_NUMBER, CHECK_ACCOUNT, REGISTER -> false;
            case STATUS, RESULT, CANCEL, CANCEL_OUTCOME -> true;
        };
    }

    static Step firstOf(Inquiry inquiry) {
        return switch (inquiry.question()) {
            case Inquiry.IdentityQuestion _ -> SEARCH;
            // 照会 comes before every 付番, also before one that is repeated.
            case Inquiry.NumberingQuestion _ -> FIND_NUMBER;
            case Inquiry.AccountQuestion _ -> CHECK_ACCOUNT;
            case Inquiry.NetworkQuestion _ -> switch (inquiry.stage().state()) {
                case DRAFT, REGISTERED -> REGISTER;
                case CANCEL_REQUESTED -> inquiry.stage().cancelAccepted() ? CANCEL_OUTCOME : CANCEL;
                default -> STATUS;
            };
        };
    }
}
