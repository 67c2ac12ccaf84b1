package jp.todoke.integration.inquiry;

/** States of an inquiry; one adapter per peer maps the peer's words into them. */
public enum InquiryState {
    /** Nothing has left. */
    DRAFT,
    /** Sent at least once; whether it arrived is not known. */
    REGISTERED,
    ACCEPTED,
    IN_PROGRESS,
    /** 自動応答不可: the provider's staff answers. */
    WAITING_PROVIDER,
    COMPLETED,
    CANCEL_REQUESTED,
    CANCELLED,
    FAILED,
    EXPIRED
}
