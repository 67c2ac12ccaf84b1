package jp.todoke.integration.inquiry.comparison;

/** What is compared. */
enum Matter {
    INQUIRIES,
    MASTERS
}
