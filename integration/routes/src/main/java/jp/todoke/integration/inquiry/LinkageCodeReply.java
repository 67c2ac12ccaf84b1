package jp.todoke.integration.inquiry;

/** Where the 符号 of a person stands in the words of the peer. */
public sealed interface LinkageCodeReply {

    /** 依頼中. */
    record Requested(String requestNo) implements LinkageCodeReply {}

    /** 取得済: inquiries about the person can be made now. */
    record Acquired() implements LinkageCodeReply {}

    /** 取得不可, such as without a 個人番号. */
    record Refused(String reason) implements LinkageCodeReply {}
}
